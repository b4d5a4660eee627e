//! The layers around every handler: a panic, a handler that never ends, too many at once.

use std::sync::Arc;
use std::time::Duration;

use app::assets::Assets;
use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use axum::middleware::from_fn_with_state as layer;
use axum::response::Response;
use axum::routing::get;
use http_body_util::BodyExt;
use server::config::{Config, Sources};
use server::http::{front, overload};
use server::state::AppState;
use tests::database::{TestDatabase, sqlite_only};
use tests::platform::platform;
use tower::ServiceExt;

fn state(made: &TestDatabase, settings: &[(&str, &str)]) -> AppState {
    let (config, _) = Config::resolve(&Sources::of(settings)).expect("good settings");
    AppState::new(platform(made.database.clone()), config, Assets::default())
}

fn router(state: &AppState) -> Router {
    Router::new()
        .route("/panics", get(panics))
        .route("/api/panics", get(panics))
        .route("/hangs", get(hangs))
        .layer(layer(state.clone(), overload::shed))
        .layer(layer(state.clone(), front::door))
}

async fn panics() -> &'static str {
    panic!("on purpose");
}

async fn hangs() -> &'static str {
    std::future::pending::<()>().await;
    "never"
}

async fn ask(router: &Router, path: &str) -> Response {
    let request = Request::builder()
        .uri(path)
        .body(Body::empty())
        .expect("a request");
    router.clone().oneshot(request).await.expect("an answer")
}

async fn text(response: Response) -> String {
    let bytes = response
        .into_body()
        .collect()
        .await
        .expect("a body")
        .to_bytes();
    String::from_utf8_lossy(&bytes).into_owned()
}

#[tokio::test]
async fn a_panic_costs_one_request_and_shows_nothing_of_itself() {
    let made = sqlite_only().await;
    let router = router(&state(&made, &[]));
    for (path, kind) in [
        ("/panics", "text/html"),
        ("/api/panics", "application/problem+json"),
    ] {
        let response = ask(&router, path).await;
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
        let found = response.headers()["content-type"]
            .to_str()
            .expect("text")
            .to_owned();
        assert!(found.starts_with(kind), "{found}");
        assert!(response.headers().contains_key("x-request-id"));
        assert!(!text(response).await.contains("on purpose"));
    }
    assert_eq!(
        ask(&router, "/panics").await.status(),
        StatusCode::INTERNAL_SERVER_ERROR
    );
}

#[tokio::test]
async fn what_takes_too_long_is_answered_with_come_back_later() {
    let made = sqlite_only().await;
    let router = router(&state(&made, &[("limit.request_ms", "100")]));
    let response = tokio::time::timeout(Duration::from_secs(5), ask(&router, "/hangs"));
    let response = response.await.expect("an answer in time");
    assert_eq!(response.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert!(response.headers().contains_key("retry-after"));
}

#[tokio::test]
async fn too_many_at_once_are_turned_away_at_the_door() {
    let made = sqlite_only().await;
    let settings = [("limit.requests", "2"), ("limit.request_ms", "2000")];
    let router = Arc::new(router(&state(&made, &settings)));
    let hanging: Vec<_> = (0..2)
        .map(|_| {
            let router = Arc::clone(&router);
            tokio::spawn(async move { ask(&router, "/hangs").await.status() })
        })
        .collect();
    tokio::time::sleep(Duration::from_millis(300)).await;
    let begun = std::time::Instant::now();
    let third = ask(&router, "/hangs").await;
    assert_eq!(third.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert!(
        begun.elapsed() < Duration::from_millis(500),
        "{:?}",
        begun.elapsed()
    );
    assert!(
        !text(third).await.contains("/sign-in"),
        "nobody knows yet who asks"
    );
    for one in hanging {
        assert_eq!(one.await.expect("it ends"), StatusCode::SERVICE_UNAVAILABLE);
    }
}
