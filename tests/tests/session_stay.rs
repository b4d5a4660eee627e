//! Being asked whether one is still there: until when a page says that one stays signed in, and
//! the answer that puts it off.

use axum::http::StatusCode;
use chrono::Duration;
use scraper::{Html, Selector};
use serde_json::Value;
use tests::browser::{Answer, Browser};
use tests::database::on_each;
use tests::platform::noon;
use tests::site::Site;

fn selector(text: &str) -> Selector {
    Selector::parse(text).expect("a selector of this file")
}

/// The value of `name` on the dialog of a page; none when the page has no dialog.
fn dialog(page: &Answer, name: &str) -> Option<String> {
    let html = Html::parse_document(&page.body);
    let dialog = html.select(&selector("dialog[data-stay]")).next()?;
    dialog.attr(name).map(str::to_owned)
}

async fn stay(browser: &mut Browser) -> Value {
    let answer = browser.post("/stay", "").await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    serde_json::from_str(&answer.body).expect("JSON")
}

#[tokio::test]
async fn one_press_puts_off_the_end() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = site.browser();
        browser.sign_in("resident-employee", "/").await;
        site.clock.advance(Duration::minutes(28));
        let end = stay(&mut browser).await;
        let later = noon() + Duration::minutes(58);
        assert_eq!(end["until"], later.timestamp());
        assert_eq!(end["final"], false);
        site.clock.advance(Duration::minutes(29));
        assert_eq!(
            stay(&mut browser).await["until"],
            (later + Duration::minutes(29)).timestamp()
        );
    })
    .await;
}

#[tokio::test]
async fn within_five_minutes_nothing_is_written_and_the_old_end_is_told() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = site.browser();
        browser.sign_in("resident-employee", "/").await;
        site.clock.advance(Duration::minutes(4));
        let end = stay(&mut browser).await;
        assert_eq!(end["until"], (noon() + Duration::minutes(30)).timestamp());
        site.clock.advance(Duration::minutes(26));
        let answer = browser.post("/stay", "").await;
        assert_eq!(
            answer.status,
            StatusCode::UNAUTHORIZED,
            "what has ended stays ended"
        );
        assert_eq!(
            site.browser().post("/stay", "").await.status,
            StatusCode::UNAUTHORIZED
        );
    })
    .await;
}

#[tokio::test]
async fn the_last_hour_says_that_nothing_puts_it_off() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = site.browser();
        browser.sign_in("resident-employee", "/").await;
        for _ in 0..19 {
            site.clock.advance(Duration::minutes(25));
            stay(&mut browser).await;
        }
        let end = stay(&mut browser).await;
        assert_eq!(end["until"], (noon() + Duration::hours(8)).timestamp());
        assert_eq!(end["final"], true);
        let page = browser.get("/").await;
        assert!(dialog(&page, "data-final").is_some());
    })
    .await;
}

#[tokio::test]
async fn pages_say_until_when_and_only_to_those_who_are_signed_in() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = site.browser();
        assert_eq!(dialog(&browser.get("/").await, "data-until"), None);
        browser.sign_in("resident-employee", "/").await;
        let end = noon() + Duration::minutes(30);
        for path in ["/me", "/", "/no-such-page"] {
            let page = browser.get(path).await;
            let until = dialog(&page, "data-until");
            assert_eq!(until, Some(end.timestamp().to_string()), "{path}");
            let line = Html::parse_document(&page.body);
            let line = line.select(&selector("main .until [data-clock]")).next();
            let told = line.map(|line| line.text().collect::<String>());
            let expected = (path == "/me").then(|| "12:30".to_owned());
            assert_eq!(
                told, expected,
                "{path}: personal pages say it without a script"
            );
        }
    })
    .await;
}
