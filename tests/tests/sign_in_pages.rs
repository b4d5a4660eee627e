//! What somebody reads whose sign-in did not complete.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use axum::http::StatusCode;
use scraper::{Html, Selector};
use tests::browser::Answer;
use tests::database::sqlite_only;
use tests::forged_provider::ForgedProvider;
use tests::sign_in_attempt::begin;
use tests::site::Site;

/// Every such page says what happened in one heading, offers to try again, and names the hotline.
fn assert_helps(answer: &Answer, language: &str, heading: &str) {
    let html = Html::parse_document(&answer.body);
    let select = |text| Selector::parse(text).unwrap();
    let root = html.root_element();
    assert!(root.attr("lang").unwrap().starts_with(language));
    let headings: Vec<String> = html
        .select(&select("h1"))
        .map(|found| found.text().collect())
        .collect();
    assert_eq!(headings, [heading]);
    let main = html.select(&select("main")).next().unwrap();
    let has = |text| main.select(&select(text)).next().is_some();
    assert!(has(r#"a[href="/sign-in"]"#), "{}", answer.body);
    assert!(has(r#"a[href^="tel:"]"#), "{}", answer.body);
    let text: String = main.text().collect();
    assert!(text.contains(answer.header("x-request-id")));
    assert!(
        html.select(&select(r#"meta[name=robots][content^=noindex]"#))
            .next()
            .is_some()
    );
}

#[tokio::test]
async fn each_failure_is_explained_in_both_languages() {
    let made = sqlite_only().await;
    let provider = ForgedProvider::start().await;
    let site = Site::with(&made, &provider.settings()).await;
    let gone = sqlite_only().await;
    let nobody = [
        ("oidc.issuer", "http://127.0.0.1:9"),
        ("oidc.client_id", "x"),
    ];
    let alone = Site::with(&gone, &nobody).await;
    let pages = [
        (
            "zh",
            "这次登录没有完成",
            "您取消了登录",
            "没能确认您的身份",
            "登录服务暂时没有回应",
        ),
        (
            "en",
            "The sign-in was not completed",
            "You cancelled the sign-in",
            "We could not confirm who you are",
            "The sign-in service is not answering",
        ),
    ];
    for (language, stale, cancelled, not_proven, away) in pages {
        let mut browser = site.browser();
        browser.language = language.to_owned();
        let answer = browser.get("/sign-in/callback?code=%3Cb%3Ex&state=y").await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST);
        assert_helps(&answer, language, stale);
        assert!(
            !answer.body.contains("callback"),
            "nothing leads back to that answer"
        );
        for (error, heading) in [("access_denied", cancelled), ("<i>odd</i>", not_proven)] {
            let asked = begin(&mut browser, &provider).await;
            let pairs = [
                ("error", error),
                ("state", &asked["state"]),
                ("iss", &provider.issuer),
            ];
            let sent = serde_urlencoded::to_string(pairs).unwrap();
            let answer = browser.get(&format!("/sign-in/callback?{sent}")).await;
            assert_helps(&answer, language, heading);
            assert!(!answer.body.contains("odd"));
        }
        let mut browser = alone.browser();
        browser.language = language.to_owned();
        let answer = browser.get("/sign-in").await;
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
        assert_helps(&answer, language, away);
    }
}

#[tokio::test]
async fn a_page_fetched_ahead_begins_nothing() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut browser = site.browser();
    let ahead = browser.request("GET", "/sign-in", "same-origin");
    let answer = browser
        .send(ahead.header("sec-purpose", "prefetch"), String::new())
        .await;
    assert!(!answer.status.is_success() && !answer.status.is_redirection());
    assert!(browser.cookies.is_empty());
}

#[tokio::test]
async fn cookies_do_not_pile_up() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut browser = site.browser();
    for _ in 0..20 {
        browser.get("/sign-in").await;
        assert!(browser.cookies.len() <= 4, "{:?}", browser.cookies.keys());
    }
    // Two tabs side by side: each comes back to its own.
    let first = browser.get("/sign-in?next=/policies").await;
    let second = browser.get("/sign-in?next=/add-ons").await;
    for (begun, next) in [(second, "/add-ons"), (first, "/policies")] {
        let chosen = format!("{}&sub=editor", begun.location());
        let back = browser.get(&chosen).await;
        assert_eq!(browser.get(back.location()).await.location(), next);
    }
}

#[tokio::test]
async fn a_fifth_sign_in_forgets_the_oldest_only() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut browser = site.browser();
    let mut begun = Vec::new();
    for tab in 0..5 {
        let answer = browser
            .get(&format!("/sign-in?next=/policies?q={tab}"))
            .await;
        begun.push(format!("{}&sub=editor", answer.location()));
        assert_eq!(browser.cookies.len(), begun.len().min(4));
    }
    for (tab, address) in begun.iter().enumerate() {
        let mut browser = browser.clone();
        let back = browser.get(address).await;
        let answer = browser.get(back.location()).await;
        if tab == 0 {
            assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{answer:?}");
        } else {
            assert_eq!(answer.location(), format!("/policies?q={tab}"));
        }
    }
}

#[tokio::test]
async fn the_other_name_of_this_machine_leads_to_ours_first() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut browser = site.browser();
    let port = site.url.rsplit(':').next().unwrap();
    let mut elsewhere = browser.clone();
    elsewhere.url = format!("http://localhost:{port}");
    let answer = elsewhere.get("/sign-in?next=/policies%3Fq=x").await;
    assert_eq!(
        answer.location(),
        format!("{}/sign-in?next=/policies%3Fq=x", site.url)
    );
    assert!(elsewhere.cookies.is_empty());
    let begun = browser.get(answer.location()).await;
    assert!(
        begun.location().contains("/demo-provider/authorize?"),
        "{begun:?}"
    );
    // A name that somebody made up leads nowhere of its own.
    elsewhere.url = "http://evil.example".to_owned();
    let answer = elsewhere.get("/sign-in").await;
    assert!(answer.location().starts_with(&site.url), "{answer:?}");
}
