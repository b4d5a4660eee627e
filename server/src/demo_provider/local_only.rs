//! Lets in callers on this machine only.

use app::pages::error::Failure;
use axum::Extension;
use axum::extract::{Request, State};
use axum::http::header::{FORWARDED, HOST};
use axum::middleware::Next;
use axum::response::Response;

use crate::http::client::Peer;
use crate::http::exchange::Exchange;
use crate::http::failure;
use crate::state::AppState;

/// Answers 404 to everybody who is not on this machine, who comes through a proxy, or who was
/// led here under another machine's name.
pub(super) async fn refuse_others(
    State(state): State<AppState>,
    Extension(exchange): Extension<Exchange>,
    request: Request,
    next: Next,
) -> Response {
    if is_local(&request) {
        next.run(request).await
    } else {
        failure::respond(&state, &exchange, Failure::NotFound)
    }
}

fn is_local(request: &Request) -> bool {
    let headers = request.headers();
    let peer = request.extensions().get::<Peer>();
    let near = peer.is_some_and(|peer| peer.0.ip().to_canonical().is_loopback());
    let proxied = headers.contains_key("x-forwarded-for") || headers.contains_key(FORWARDED);
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    let name = host
        .or_else(|| request.uri().authority().map(|host| host.as_str()))
        .map_or("", without_port);
    near && !proxied && matches!(name, "127.0.0.1" | "localhost" | "[::1]")
}

fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::extract::Request;

    use super::{Peer, is_local};

    fn request(peer: &str, host: &str) -> Request {
        let mut request = Request::builder()
            .header("host", host)
            .body(Body::empty())
            .unwrap();
        request.extensions_mut().insert(Peer(peer.parse().unwrap()));
        request
    }

    #[test]
    fn only_this_machine_is_let_in() {
        assert!(is_local(&request("127.0.0.1:5000", "127.0.0.1:3000")));
        assert!(is_local(&request("[::1]:5000", "localhost:3000")));
        assert!(!is_local(&request("10.0.0.7:5000", "127.0.0.1:3000")));
        assert!(!is_local(&request("127.0.0.1:5000", "evil.example:3000")));
        assert!(!is_local(&request(
            "127.0.0.1:5000",
            "127.0.0.1.evil.example"
        )));
        let mut proxied = request("127.0.0.1:5000", "127.0.0.1:3000");
        proxied
            .headers_mut()
            .insert("x-forwarded-for", "10.0.0.7".parse().unwrap());
        assert!(!is_local(&proxied));
        let unknown = Request::builder().body(Body::empty()).unwrap();
        assert!(!is_local(&unknown));
    }
}
