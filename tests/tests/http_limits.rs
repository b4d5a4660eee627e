//! How often and how much: rates, places, time.

use std::net::SocketAddr;

use axum::http::StatusCode;
use server::config::{Config, Sources};
use tests::database::sqlite_only;
use tests::site::Site;
use tokio_util::sync::CancellationToken;

#[tokio::test]
async fn each_class_has_its_own_limit_and_says_when_to_come_back() {
    let made = sqlite_only().await;
    let limits = [
        ("rate.pages", "5"),
        ("rate.api", "3"),
        ("rate.sign_in", "2"),
        ("rate.search", "1"),
    ];
    let site = Site::with(&made, &limits).await;
    let mut browser = site.browser();
    for (path, most) in [
        ("/no-such-page", 5),
        ("/api/v1/regions", 3),
        ("/sign-in?next=/me", 2),
        ("/policies?q=x", 1),
    ] {
        for asked in 0..most {
            let answer = browser.get(path).await;
            assert_ne!(
                answer.status,
                StatusCode::TOO_MANY_REQUESTS,
                "{path} {asked}"
            );
        }
        let answer = browser.get(path).await;
        assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS, "{path}");
        let wait: u64 = answer.header("retry-after").parse().expect("seconds");
        assert!((1..=61).contains(&wait), "{wait}");
        let kind = if path.starts_with("/api/") {
            "application/problem+json"
        } else {
            "text/html"
        };
        assert!(answer.header("content-type").starts_with(kind), "{path}");
    }
    for _ in 0..20 {
        assert_eq!(browser.get("/healthz").await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn the_demonstration_sets_no_limit() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut browser = site.browser();
    for _ in 0..300 {
        assert_eq!(browser.get("/robots.txt").await.status, StatusCode::OK);
        assert_eq!(
            browser.get("/no-such-page").await.status,
            StatusCode::NOT_FOUND
        );
    }
}

#[tokio::test]
async fn a_slow_head_is_cut_off_and_a_stop_lets_requests_finish() {
    use axum::Router;
    use axum::routing::get;
    use server::serve::accept;
    use std::time::{Duration, Instant};
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::{TcpListener, TcpStream};

    let settings = [("limit.head_ms", "300"), ("limit.drain_ms", "2000")];
    let (config, _) = Config::resolve(&Sources::of(&settings)).expect("good settings");
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address: SocketAddr = listener.local_addr().expect("an address");
    let slow = Router::new().route(
        "/",
        get(async || {
            tokio::time::sleep(Duration::from_millis(600)).await;
            "done"
        }),
    );
    let stop = CancellationToken::new();
    let site = accept::Site {
        listener,
        router: slow,
    };
    let server = tokio::spawn(accept::serve(vec![site], config.listen, stop.clone()));

    for beginning in [
        "",
        "GET / HT",
        "PRI * HTTP/2.0\r\n",
        "GET / HTTP/1.1\r\nhost: x\r\n",
    ] {
        let mut silent = TcpStream::connect(address).await.expect("a connection");
        silent.write_all(beginning.as_bytes()).await.expect("sent");
        let begun = Instant::now();
        let mut rest = Vec::new();
        let closed = tokio::time::timeout(Duration::from_secs(3), silent.read_to_end(&mut rest));
        assert!(closed.await.is_ok(), "{beginning:?} is closed");
        assert!(begun.elapsed() < Duration::from_secs(2), "{beginning:?}");
    }

    let mut busy = TcpStream::connect(address).await.expect("a connection");
    busy.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n")
        .await
        .expect("sent");
    tokio::time::sleep(Duration::from_millis(100)).await;
    stop.cancel();
    let mut answer = String::new();
    busy.read_to_string(&mut answer).await.expect("an answer");
    assert!(
        answer.starts_with("HTTP/1.1 200") && answer.ends_with("done"),
        "{answer}"
    );
    let ended = tokio::time::timeout(Duration::from_secs(3), server).await;
    assert!(ended.is_ok(), "the server ends when nothing is under way");
    assert!(
        TcpStream::connect(address).await.is_err(),
        "and takes nobody in any more"
    );
}
