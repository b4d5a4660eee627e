//! Signing in through the demonstration's provider, reading the session, signing out.

use axum::http::StatusCode;
use tests::database::on_each;
use tests::site::Site;

#[tokio::test]
async fn a_resident_signs_in_and_out() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = site.browser();

        let begun = browser.get("/sign-in?next=/me/benefits").await;
        assert_eq!(begun.status, StatusCode::SEE_OTHER, "{begun:?}");
        assert!(begun.location().contains("code_challenge_method=S256"));
        assert_eq!(site.count("session").await, 0);

        let page = browser.get(begun.location()).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(
            page.body
                .contains(r#"name="sub" value="resident-employee""#),
            "{}",
            page.body
        );
        assert!(page.body.contains("李明"));

        let chosen = format!("{}&sub=resident-employee", begun.location());
        let back = browser.get(&chosen).await;
        assert!(back.location().contains("/sign-in/callback?"), "{back:?}");
        let done = browser.get(back.location()).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{done:?}");
        assert_eq!(done.location(), "/me/benefits");
        let cookie = done.cookies().find(|cookie| cookie.starts_with("sid="));
        let cookie = cookie.expect("a session");
        assert!(
            cookie.ends_with("; Path=/; HttpOnly; SameSite=Lax"),
            "{cookie}"
        );
        assert!(
            !browser
                .cookies
                .keys()
                .any(|name| name.starts_with("sign-in-"))
        );
        assert_eq!(site.count("session").await, 1);
        assert_eq!(site.count("audit_event WHERE action = 'sign_in'").await, 1);

        let home = browser.get("/").await;
        assert_eq!(home.status, StatusCode::OK);
        assert_eq!(home.header("cache-control"), "no-store");

        let out = browser.post("/sign-out", "").await;
        assert_eq!(out.status, StatusCode::SEE_OTHER, "{out:?}");
        assert_eq!(out.header("clear-site-data"), r#""cache", "storage""#);
        assert!(
            out.location()
                .contains("/demo-provider/end-session?id_token_hint=")
        );
        assert_eq!(browser.cookie("sid"), None);
        assert_eq!(site.count("session").await, 0);
        let home = browser.get(out.location()).await;
        assert_eq!(home.location(), format!("{}/", site.url));
    })
    .await;
}

#[tokio::test]
async fn a_sign_in_whose_session_cannot_begin_has_not_happened() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = site.browser();
        site.run("ALTER TABLE session RENAME TO session_away").await;
        let refused = browser.sign_in("resident-employee", "/").await;
        assert!(refused.status.is_server_error(), "{refused:?}");
        assert_eq!(site.count("account").await, 0);
        assert_eq!(site.count("audit_event WHERE action = 'sign_in'").await, 0);
        site.run("ALTER TABLE session_away RENAME TO session").await;

        browser.sign_in("resident-employee", "/").await;
        assert_eq!(site.count("session").await, 1);
        // The other way round: without its event there is no new session, and the old one stays.
        let kept = browser.cookies.clone();
        site.run("ALTER TABLE audit_event RENAME TO event_away")
            .await;
        let refused = browser.sign_in("resident-teacher", "/").await;
        assert!(refused.status.is_server_error(), "{refused:?}");
        assert_eq!(browser.cookie("sid"), kept.get("sid").map(String::as_str));
        assert_eq!(site.count("session").await, 1);
        let home = browser.get("/").await;
        assert_eq!(home.header("cache-control"), "no-store", "still signed in");
    })
    .await;
}
