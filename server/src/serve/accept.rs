//! The accept loop: a deadline for every head, a cap on connections, an end to each of them.

use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use hyper::body::Incoming;
use hyper::{Request, service::service_fn};
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tower::ServiceExt;

use super::http_version::{self, HttpVersion};
use crate::config::ListenConfig;
use crate::http::client::Peer;

/// After the drain time, connections get this long before they are cut.
const HARD_STOP: Duration = Duration::from_secs(5);
/// How long an answer under way may take when a connection has grown too old.
const LAST_ANSWER: Duration = Duration::from_secs(30);
/// When the system refuses a new connection (no file handles left), it is asked again after this.
const BREATHER: Duration = Duration::from_millis(50);

/// An address and what is served there.
pub struct Site {
    /// Where it listens.
    pub listener: TcpListener,
    /// What it answers with.
    pub router: Router,
}

/// Serves all sites until `stop`, then lets requests under way finish.
pub async fn serve(sites: Vec<Site>, config: ListenConfig, stop: CancellationToken) {
    let tasks = TaskTracker::new();
    let places = Arc::new(Semaphore::new(config.connections));
    let cut = CancellationToken::new();
    for site in sites {
        let door = Door {
            config,
            places: Arc::clone(&places),
            stop: stop.clone(),
            cut: cut.clone(),
            tasks: tasks.clone(),
        };
        tasks.spawn(door.accept(site));
    }
    stop.cancelled().await;
    tasks.close();
    if tokio::time::timeout(config.drain_time, tasks.wait())
        .await
        .is_err()
    {
        tracing::warn!(connections = tasks.len(), "not everything finished in time");
        cut.cancel();
        let _ = tokio::time::timeout(HARD_STOP, tasks.wait()).await;
    }
}

#[derive(Clone)]
struct Door {
    config: ListenConfig,
    places: Arc<Semaphore>,
    /// Requests under way may finish, no new ones begin.
    stop: CancellationToken,
    /// Everything ends.
    cut: CancellationToken,
    tasks: TaskTracker,
}

impl Door {
    async fn accept(self, site: Site) {
        loop {
            let next = async {
                let place = Arc::clone(&self.places).acquire_owned().await;
                (place, site.listener.accept().await)
            };
            let (place, accepted) = tokio::select! {
                next = next => next,
                () = self.stop.cancelled() => return,
            };
            match accepted {
                Ok((stream, peer)) => {
                    let door = self.clone();
                    let router = site.router.clone();
                    self.tasks.spawn(async move {
                        let cut = door.cut.clone();
                        tokio::select! {
                            () = door.converse(stream, peer, router) => {}
                            () = cut.cancelled() => {}
                        }
                        drop(place);
                    });
                }
                Err(error) => {
                    tracing::warn!(%error, "a connection could not be accepted");
                    tokio::time::sleep(BREATHER).await;
                }
            }
        }
    }

    async fn converse(&self, stream: TcpStream, peer: SocketAddr, router: Router) {
        // Small answers must not wait for more to send; refusal of the option is harmless.
        let _ = stream.set_nodelay(true);
        let first_bytes = http_version::detect(&stream);
        let version = tokio::select! {
            found = tokio::time::timeout(self.config.head_time, first_bytes) => found,
            () = self.stop.cancelled() => return,
        };
        let Ok(Ok(version)) = version else { return };
        let service = service_fn(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(Peer(peer));
            router.clone().oneshot(request.map(Body::new))
        });
        let builder = self.builder(version);
        let mut connection = pin!(builder.serve_connection(TokioIo::new(stream), service));
        let mut leaving = false;
        let mut age = pin!(tokio::time::sleep(self.config.connection_age));
        let oldest = self.config.connection_age + LAST_ANSWER;
        let mut end = pin!(tokio::time::sleep(oldest));
        loop {
            tokio::select! {
                // Broken connections are the network's business, not ours.
                _ = connection.as_mut() => return,
                () = self.stop.cancelled(), if !leaving => {
                    leaving = true;
                    connection.as_mut().graceful_shutdown();
                }
                () = age.as_mut(), if !leaving => {
                    leaving = true;
                    connection.as_mut().graceful_shutdown();
                }
                // Whoever does not read their answer is not waited for.
                () = end.as_mut() => return,
            }
        }
    }

    fn builder(&self, version: HttpVersion) -> Builder<TokioExecutor> {
        let mut builder = Builder::new(TokioExecutor::new());
        builder
            .http1()
            .timer(TokioTimer::new())
            .header_read_timeout(self.config.head_time)
            .max_headers(100)
            .max_buf_size(64 * 1024);
        builder
            .http2()
            .timer(TokioTimer::new())
            .keep_alive_interval(Duration::from_secs(20))
            .keep_alive_timeout(self.config.head_time)
            .max_concurrent_streams(100)
            .max_header_list_size(32 * 1024);
        match version {
            HttpVersion::One => builder.http1_only(),
            HttpVersion::Two => builder.http2_only(),
        }
    }
}
