//! Elder mode follows its owner from one device to the next.

use axum::http::StatusCode;
use tests::browser::Browser;
use tests::database::on_each;
use tests::site::Site;

const KEPT: &str = "audit_event WHERE object_kind = 'elder_mode'";

async fn is_elder(browser: &mut Browser) -> bool {
    let home = browser.get("/").await;
    assert_eq!(home.status, StatusCode::OK, "{home:?}");
    home.body.contains(r#"data-mode="elder""#)
}

async fn signed_in(site: &Site, subject: &str) -> Browser {
    let mut browser = site.browser();
    browser.sign_in(subject, "/").await;
    browser
}

#[tokio::test]
async fn the_wish_of_an_account_counts_on_a_new_device() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut first = signed_in(&site, "resident-employee").await;
        assert!(!is_elder(&mut first).await);
        let answer = first.post("/preferences", "mode=elder&back=/").await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{answer:?}");

        let mut second = signed_in(&site, "resident-employee").await;
        assert_eq!(second.cookie("display"), None);
        assert!(is_elder(&mut second).await);
        let mut other = signed_in(&site, "resident-teacher").await;
        assert!(!is_elder(&mut other).await, "somebody else's wish");
        assert!(!is_elder(&mut site.browser()).await, "nobody's wish");

        // What a device was told goes first there, and the last word is kept.
        second.post("/preferences", "mode=standard&back=/").await;
        assert!(!is_elder(&mut second).await);
        assert!(is_elder(&mut first).await);
        let mut third = signed_in(&site, "resident-employee").await;
        assert!(!is_elder(&mut third).await);
        second.post("/sign-out", "").await;
        assert!(!is_elder(&mut second).await);
    })
    .await;
}

#[tokio::test]
async fn a_choice_of_colours_keeps_the_mode_that_is_shown() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut first = signed_in(&site, "resident-employee").await;
        first.post("/preferences", "mode=elder&back=/").await;
        let mut second = signed_in(&site, "resident-employee").await;
        second.post("/preferences", "theme=dark&back=/").await;
        assert!(is_elder(&mut second).await);
    })
    .await;
}

#[tokio::test]
async fn a_change_is_written_down_once_and_only_for_who_is_signed_in() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut visitor = site.browser();
        visitor.post("/preferences", "mode=elder&back=/").await;
        let mut browser = signed_in(&site, "resident-employee").await;
        browser.post("/preferences", "theme=dark&back=/").await;
        browser.post("/preferences", "mode=standard&back=/").await;
        assert_eq!(site.count(KEPT).await, 0, "nothing has changed");
        browser.post("/preferences", "mode=elder&back=/").await;
        browser.post("/preferences", "mode=elder&back=/").await;
        assert_eq!(site.count(KEPT).await, 1);
        assert_eq!(site.count("account WHERE elder_mode").await, 1);
    })
    .await;
}
