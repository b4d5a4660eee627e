//! A line to a database that a test can cut, freeze and mend: a small TCP proxy.

use std::net::SocketAddr;
use std::pin::pin;

use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};

/// The line. Whole when it is made; gone with the value.
pub struct Line {
    far: String,
    near: SocketAddr,
    url: String,
    frozen: watch::Sender<bool>,
    carrying: Option<JoinHandle<()>>,
}

impl Line {
    /// A line to the database at `url`, which must be on TCP.
    ///
    /// # Panics
    /// When it is not, or there is no port for the line.
    pub async fn to(url: &str) -> Self {
        let far = host_of(url).to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let near = listener.local_addr().expect("an address");
        let mut line = Self {
            url: url.replacen(&far, &near.to_string(), 1),
            far,
            near,
            frozen: watch::Sender::new(false),
            carrying: None,
        };
        line.carry(listener);
        line
    }

    /// The address of the database by way of the line.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Breaks every connection and lets nobody in, as a server that stops does.
    pub async fn cut(&mut self) {
        if let Some(carrying) = self.carrying.take() {
            carrying.abort();
            // It was aborted: that is no news.
            let _ = carrying.await;
        }
    }

    /// Lets new connections through again.
    ///
    /// # Panics
    /// When the port is taken meanwhile.
    pub async fn mend(&mut self) {
        let listener = TcpListener::bind(self.near).await.expect("the same port");
        self.carry(listener);
    }

    /// Carries nothing in either direction and breaks nothing, as a dead cable does; or again.
    pub fn freeze(&self, frozen: bool) {
        self.frozen.send_replace(frozen);
    }

    fn carry(&mut self, listener: TcpListener) {
        let (far, frozen) = (self.far.clone(), self.frozen.subscribe());
        self.carrying = Some(tokio::spawn(async move {
            // Ends with this task.
            let mut open = JoinSet::new();
            while let Ok((near, _)) = listener.accept().await {
                open.spawn(connection(near, far.clone(), frozen.clone()));
            }
        }));
    }
}

async fn connection(mut near: TcpStream, far: String, mut frozen: watch::Receiver<bool>) {
    let Ok(mut far) = TcpStream::connect(far).await else {
        return;
    };
    let mut copied = pin!(copy_bidirectional(&mut near, &mut far));
    loop {
        let stands_still = *frozen.borrow_and_update();
        tokio::select! {
            _ = &mut copied, if !stands_still => return,
            changed = frozen.changed() => if changed.is_err() { return },
        }
    }
}

/// `127.0.0.1:5432` of `postgres://user@127.0.0.1:5432/name`.
fn host_of(url: &str) -> &str {
    let (_, rest) = url.split_once("://").expect("a URL");
    let place = rest.split(['/', '?']).next().unwrap_or_default();
    place.rsplit('@').next().unwrap_or_default()
}
