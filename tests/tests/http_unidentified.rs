//! Requests that are turned away before it is known who asks: the answer claims nothing of it.

use axum::http::StatusCode;
use axum::http::header::CONTENT_LENGTH;
use tests::browser::{Answer, Browser};
use tests::database::{TestDatabase, on_each};
use tests::site::Site;

async fn signed_in(made: &TestDatabase, settings: &[(&str, &str)]) -> (Site, Browser) {
    let site = Site::with(made, settings).await;
    let mut browser = site.browser();
    browser.sign_in("resident-employee", "/").await;
    let home = browser.get("/").await;
    assert!(home.body.contains("/sign-out"), "{}", home.body);
    (site, browser)
}

/// A page that shows neither the person nor the way in, and may still be looked at as one likes.
fn assert_says_nothing_of_who_asks(answer: &Answer) {
    assert!(answer.body.contains("<h1>"), "{answer:?}");
    for hint in ["/sign-in", "/sign-out", "李明"] {
        assert!(!answer.body.contains(hint), "{hint}: {}", answer.body);
    }
    assert!(answer.body.contains("?lang=en"), "{}", answer.body);
}

#[tokio::test]
async fn too_much_and_too_often() {
    on_each(|made| async move {
        let (_site, mut browser) = signed_in(&made, &[("rate.pages", "20")]).await;
        let large = format!("back={}", "a".repeat(3 * 1024 * 1024));
        let request = browser.request("POST", "/preferences", "same-origin");
        let request = request.header(CONTENT_LENGTH, large.len());
        let answer = browser.send(request, large).await;
        assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
        assert_says_nothing_of_who_asks(&answer);

        let mut answer = browser.get("/").await;
        for _ in 0..20 {
            answer = browser.get("/").await;
        }
        assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
        assert_says_nothing_of_who_asks(&answer);
    })
    .await;
}

#[tokio::test]
async fn a_store_that_is_away() {
    on_each(|made| async move {
        let (site, mut browser) = signed_in(&made, &[]).await;
        site.run("ALTER TABLE session RENAME TO session_away").await;
        let answer = browser.get("/").await;
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
        assert_says_nothing_of_who_asks(&answer);
    })
    .await;
}
