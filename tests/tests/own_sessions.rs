//! Where somebody is signed in, and ending that from another device.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use axum::http::StatusCode;
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use scraper::{Html, Selector};
use sea_orm::EntityTrait;
use services::store::entity::session;
use tests::browser::{Answer, Browser};
use tests::database::on_each;
use tests::site::Site;

const EVENTS: &str = "audit_event WHERE action = 'manage_sessions' AND object_kind =";

async fn signed_in(site: &Site, subject: &str) -> Browser {
    let mut browser = site.browser();
    browser.sign_in(subject, "/").await;
    browser
}

async fn is_in(browser: &mut Browser) -> bool {
    let answer = browser.get("/me/sessions").await;
    answer.status == StatusCode::OK
}

/// The handles that the page offers to end.
fn handles(page: &Answer) -> Vec<String> {
    let html = Html::parse_document(&page.body);
    let field = Selector::parse("input[name=end]").unwrap();
    html.select(&field)
        .map(|one| one.attr("value").unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn each_device_is_listed_and_one_is_ended_at_once() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut here = signed_in(&site, "resident-employee").await;
        let mut there = signed_in(&site, "resident-employee").await;
        let mut elsewhere = signed_in(&site, "resident-employee").await;
        let mut stranger = signed_in(&site, "resident-teacher").await;
        let page = here.get("/me/sessions").await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(page.header("cache-control"), "no-store");
        assert!(page.body.contains("就是这台设备"));
        let offered = handles(&page);
        assert_eq!(offered.len(), 2, "{}: all but this one", made.kind);

        // What is on the page signs nobody in and finds no row.
        let rows = session::Entity::find()
            .all(&site.platform.database.reader)
            .await
            .unwrap();
        let mut secrets: Vec<String> = [&here, &there, &elsewhere]
            .map(|one| one.cookie("sid").unwrap().to_owned())
            .to_vec();
        for row in &rows {
            let hash = &row.session_hash;
            secrets.extend([
                hex::encode(hash),
                STANDARD.encode(hash),
                URL_SAFE_NO_PAD.encode(hash),
            ]);
        }
        for secret in secrets {
            assert!(!page.body.contains(&secret), "{}", made.kind);
        }

        let strangers = stranger.get("/me/sessions").await;
        assert_eq!(handles(&strangers).len(), 0, "only one's own");
        for form in [
            format!("end={}", offered[0]),
            "end=".to_owned(),
            String::new(),
            "end=x".to_owned(),
        ] {
            let answer = stranger.post("/me/sessions", &form).await;
            assert_eq!(answer.location(), "/me/sessions", "{form}: the same answer");
        }
        assert!(
            is_in(&mut there).await && is_in(&mut elsewhere).await,
            "{}",
            made.kind
        );

        let answer = here
            .post("/me/sessions", &format!("end={}", offered[0]))
            .await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        let told = here.get(answer.location()).await;
        assert!(
            told.body.contains("已经退出。那台设备要再用"),
            "{}",
            told.body
        );
        let left = [is_in(&mut there).await, is_in(&mut elsewhere).await];
        assert_eq!(left.iter().filter(|one| **one).count(), 1, "{}", made.kind);
        assert!(is_in(&mut here).await);
        // Pressed twice, and from a page that is behind.
        here.post("/me/sessions", &format!("end={}", offered[0]))
            .await;
        assert_eq!(site.count(&format!("{EVENTS} 'session_ended'")).await, 1);
    })
    .await;
}

#[tokio::test]
async fn all_others_end_and_this_one_stays() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut here = signed_in(&site, "resident-employee").await;
        let mut there = signed_in(&site, "resident-employee").await;
        let mut other = signed_in(&site, "resident-teacher").await;
        let answer = here.post("/me/sessions", "others=yes").await;
        assert_eq!(answer.location(), "/me/sessions");
        assert!(!is_in(&mut there).await, "{}", made.kind);
        assert!(is_in(&mut here).await && is_in(&mut other).await);
        let page = here.get("/me/sessions").await;
        assert!(
            !page.body.contains("退出其他所有设备"),
            "nothing is left to end"
        );
        here.post("/me/sessions", "others=yes").await;
        assert_eq!(
            site.count(&format!("{EVENTS} 'other_sessions_ended'"))
                .await,
            1
        );
    })
    .await;
}

#[tokio::test]
async fn sign_out_everywhere_ends_this_one_too() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut here = signed_in(&site, "resident-employee").await;
        let mut there = signed_in(&site, "resident-employee").await;
        let mut other = signed_in(&site, "resident-teacher").await;
        let answer = here.post("/sign-out", "everywhere=yes").await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{answer:?}");
        assert_eq!(here.cookie("sid"), None);
        assert!(
            !is_in(&mut here).await && !is_in(&mut there).await,
            "{}",
            made.kind
        );
        assert!(is_in(&mut other).await);
        assert_eq!(
            site.count(&format!("{EVENTS} 'all_sessions_ended'")).await,
            1
        );
        // Without the wish only this one ends.
        let mut first = signed_in(&site, "resident-employee").await;
        let mut second = signed_in(&site, "resident-employee").await;
        first.post("/sign-out", "everywhere=no").await;
        assert!(!is_in(&mut first).await && is_in(&mut second).await);
    })
    .await;
}

#[tokio::test]
async fn everybody_who_can_sign_in_has_the_page_and_no_visitor() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        for subject in ["auditor", "employer-small", "resident-flexible"] {
            let mut browser = signed_in(&site, subject).await;
            assert!(is_in(&mut browser).await, "{subject} on {}", made.kind);
        }
        let mut visitor = site.browser();
        let answer = visitor.get("/me/sessions").await;
        assert!(answer.location().starts_with("/sign-in?"), "{answer:?}");
        visitor.post("/me/sessions", "others=yes").await;
        assert_eq!(site.count("session").await, 3, "{}", made.kind);
    })
    .await;
}
