//! Sign-ins that do not go the usual way: replayed, swapped, tampered with, led astray.

use std::time::{Duration as Time, Instant};

use axum::http::StatusCode;
use chrono::Duration;
use ed25519_dalek::SigningKey;
use serde_json::json;
use tests::browser::Answer;
use tests::database::{on_each, sqlite_only};
use tests::forged_provider::{ForgedProvider, Manner};
use tests::sign_in_attempt::{Attempt, begin, callback, query, sign_in};
use tests::site::Site;

/// The page that says "please sign in again", and nothing else of note.
fn assert_stale(answer: &Answer) {
    assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{answer:?}");
    assert!(answer.body.contains("这次登录没有完成"), "{}", answer.body);
    assert!(answer.cookies().all(|cookie| !cookie.starts_with("sid=")));
}

#[tokio::test]
async fn an_answer_counts_once() {
    on_each(|made| async move {
        let provider = ForgedProvider::start().await;
        let site = Site::with(&made, &provider.settings()).await;
        let mut browser = site.browser();
        let asked = begin(&mut browser, &provider).await;
        let address = callback(&provider, &asked["state"]);
        let kept = browser.clone();
        assert_eq!(browser.get(&address).await.location(), "/me");
        // The same answer again: from the same browser, and from one that kept its note.
        assert_stale(&browser.get(&address).await);
        assert_stale(&kept.clone().get(&address).await);
        assert_eq!(provider.script().codes_redeemed, 1);
        assert_eq!(site.count("session").await, 1);
    })
    .await;
}

#[tokio::test]
async fn an_answer_counts_in_its_own_browser_only() {
    let made = sqlite_only().await;
    let provider = ForgedProvider::start().await;
    let site = Site::with(&made, &provider.settings()).await;
    let (mut mine, mut theirs) = (site.browser(), site.browser());
    let asked = begin(&mut mine, &provider).await;
    let others = begin(&mut theirs, &provider).await;
    let address = callback(&provider, &asked["state"]);
    assert_stale(&theirs.get(&address).await);
    assert_stale(&site.browser().get(&address).await);
    // My note under the name that their state asks for.
    let mut swapped = site.browser();
    let (name, _) = theirs.cookies.first_key_value().unwrap();
    let (_, note) = mine.cookies.first_key_value().unwrap();
    swapped.cookies.insert(name.clone(), note.clone());
    assert_stale(&swapped.get(&callback(&provider, &others["state"])).await);
    assert_eq!(provider.script().codes_redeemed, 0);
    // None of that has used mine up.
    provider.script().nonce = asked["nonce"].clone();
    assert_eq!(mine.get(&address).await.location(), "/me");
}

#[tokio::test]
async fn a_note_cannot_be_changed_nor_kept() {
    let made = sqlite_only().await;
    let provider = ForgedProvider::start().await;
    let site = Site::with(&made, &provider.settings()).await;
    let mut browser = site.browser();
    let asked = begin(&mut browser, &provider).await;
    let address = callback(&provider, &asked["state"]);
    let (name, note) = browser.cookies.first_key_value().unwrap();
    for at in [0, 1, 20, note.len() / 2, note.len() - 2] {
        let mut bytes = note.clone().into_bytes();
        bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
        let mut tampered = browser.clone();
        let changed = String::from_utf8(bytes).unwrap();
        tampered.cookies.insert(name.clone(), changed);
        assert_stale(&tampered.get(&address).await);
    }
    site.clock.advance(Duration::seconds(1201));
    assert_stale(&browser.get(&address).await);
    assert_eq!(site.count("used_sign_in").await, 0);
}

#[tokio::test]
async fn answers_in_the_wrong_words_are_refused() {
    let made = sqlite_only().await;
    let provider = ForgedProvider::start().await;
    let site = Site::with(&made, &provider.settings()).await;
    let issuer = provider.issuer.clone();
    let cases: Vec<(&str, String, StatusCode)> = vec![
        (
            "mixed up",
            "code=good&iss=https://evil.example".into(),
            StatusCode::FORBIDDEN,
        ),
        (
            "no issuer although promised",
            "code=good".into(),
            StatusCode::FORBIDDEN,
        ),
        (
            "two codes",
            format!("code=good&code=bad&iss={issuer}"),
            StatusCode::FORBIDDEN,
        ),
        (
            "two issuers",
            format!("code=good&iss={issuer}&iss={issuer}"),
            StatusCode::FORBIDDEN,
        ),
        ("no code", format!("iss={issuer}"), StatusCode::FORBIDDEN),
        (
            "an empty code",
            format!("code=&iss={issuer}"),
            StatusCode::FORBIDDEN,
        ),
        (
            "an error",
            format!("error=invalid_scope&iss={issuer}"),
            StatusCode::FORBIDDEN,
        ),
        (
            "turned back",
            format!("error=access_denied&iss={issuer}"),
            StatusCode::BAD_REQUEST,
        ),
        (
            "busy",
            format!("error=temporarily_unavailable&iss={issuer}"),
            StatusCode::SERVICE_UNAVAILABLE,
        ),
    ];
    for (name, rest, status) in cases {
        let mut browser = site.browser();
        let asked = begin(&mut browser, &provider).await;
        let address = format!("/sign-in/callback?state={}&{rest}", asked["state"]);
        let answer = browser.get(&address).await;
        assert_eq!(answer.status, status, "{name}: {answer:?}");
        assert!(
            !answer.body.contains("evil"),
            "{name}: nothing sent in is repeated"
        );
    }
    for address in [
        "/sign-in/callback",
        "/sign-in/callback?state=",
        "/sign-in/callback?state=a&state=b&code=c",
    ] {
        let answer = site.browser().get(address).await;
        assert!(answer.status.is_client_error(), "{address}: {answer:?}");
    }
    assert_eq!(provider.script().codes_redeemed, 0);
    assert_eq!(site.count("session").await, 0);
}

#[tokio::test]
async fn the_way_on_stays_on_the_site() {
    let made = sqlite_only().await;
    let provider = ForgedProvider::start().await;
    let site = Site::with(&made, &provider.settings()).await;
    let wishes = [
        ("/me/settlements%3Fyear=2025", "/me/settlements?year=2025"),
        ("https://evil.example/", "/me"),
        ("//evil.example/", "/me"),
        ("/%5Cevil.example", "/me"),
        ("%5C%5Cevil.example", "/me"),
        ("/%09/evil.example", "/me"),
        ("javascript:alert(1)", "/me"),
        ("/a%0d%0aset-cookie:%20sid=x", "/me"),
        ("/a%00b", "/me"),
        ("/%E4%B8%AD", "/me"),
        ("/sign-in%3Fnext=/", "/me"),
        ("/sign-out", "/me"),
        ("/a&next=/b", "/me"),
        ("", "/me"),
    ];
    for (wish, expected) in wishes {
        let mut browser = site.browser();
        let begun = browser.get(&format!("/sign-in?next={wish}")).await;
        let asked = query(begun.location());
        provider.script().nonce = asked["nonce"].clone();
        let answer = browser.get(&callback(&provider, &asked["state"])).await;
        assert_eq!(answer.location(), expected, "{wish}");
        assert_eq!(answer.headers.get_all("location").iter().count(), 1);
    }
}

#[tokio::test]
async fn the_code_is_redeemed_with_its_verifier_and_our_secret() {
    let made = sqlite_only().await;
    let provider = ForgedProvider::start().await;
    let site = Site::with(&made, &provider.settings()).await;
    let mut browser = site.browser();
    let asked = begin(&mut browser, &provider).await;
    browser.get(&callback(&provider, &asked["state"])).await;
    let sent = query(&format!("?{}", provider.script().last_request));
    assert_eq!(sent["grant_type"], "authorization_code");
    assert_eq!(
        sent["redirect_uri"],
        format!("{}/sign-in/callback", site.url)
    );
    let digest = <sha2::Sha256 as sha2::Digest>::digest(sent["code_verifier"].as_bytes());
    let challenge = base64::Engine::encode(&base64::prelude::BASE64_URL_SAFE_NO_PAD, digest);
    assert_eq!(asked["code_challenge"], challenge);
    assert_eq!(asked["code_challenge_method"], "S256");
    assert!(asked["state"].len() >= 43 && asked["nonce"].len() >= 43);
}

#[tokio::test]
async fn keys_are_asked_for_once_and_again_when_they_change() {
    let made = sqlite_only().await;
    let provider = ForgedProvider::start().await;
    let site = Site::with(&made, &provider.settings()).await;
    for _ in 0..3 {
        assert_eq!(sign_in(&site, &provider).await.answer.location(), "/me");
    }
    assert_eq!(provider.script().keys_asked, 1);
    {
        let mut script = provider.script();
        script.key = SigningKey::from_bytes(&[8; 32]);
        script.kid = "second".to_owned();
    }
    for _ in 0..2 {
        assert_eq!(sign_in(&site, &provider).await.answer.location(), "/me");
    }
    assert_eq!(provider.script().keys_asked, 2);
    site.clock.advance(Duration::minutes(59));
    provider.script().forge = Box::new(|token| {
        for claim in ["iat", "exp"] {
            token.claims[claim] = json!(token.claims[claim].as_i64().unwrap() + 59 * 60);
        }
    });
    assert_eq!(sign_in(&site, &provider).await.answer.location(), "/me");
    assert_eq!(
        provider.script().keys_asked,
        2,
        "believed for an hour at least"
    );
}

/// What somebody sees who wants to sign in, and how long they wait for it.
async fn at_the_door(site: &Site) -> (Answer, Time) {
    let started = Instant::now();
    let answer = site.browser().get("/sign-in").await;
    (answer, started.elapsed())
}

#[tokio::test]
async fn a_provider_that_is_away_is_said_so_in_time() {
    let made = sqlite_only().await;
    let provider = ForgedProvider::start().await;
    let site = Site::with(&made, &provider.settings()).await;
    for manner in [Manner::Slow, Manner::Redirects, Manner::Endless] {
        provider.script().manner = manner;
        let (answer, took) = at_the_door(&site).await;
        assert_eq!(
            answer.status,
            StatusCode::SERVICE_UNAVAILABLE,
            "{manner:?}: {answer:?}"
        );
        assert!(answer.body.contains("登录服务暂时没有回应"), "{manner:?}");
        assert!(took < Time::from_secs(3), "{manner:?} took {took:?}");
    }
    provider.script().manner = Manner::Good;
    let (answer, _) = at_the_door(&site).await;
    assert_eq!(
        answer.status,
        StatusCode::SEE_OTHER,
        "asked again: {answer:?}"
    );
}

#[tokio::test]
async fn a_provider_that_goes_away_later_harms_nobody_who_is_in() {
    let made = sqlite_only().await;
    let provider = ForgedProvider::start().await;
    let site = Site::with(&made, &provider.settings()).await;
    let Attempt { mut browser, .. } = sign_in(&site, &provider).await;
    provider.script().manner = Manner::Slow;
    provider.script().token_status = StatusCode::BAD_GATEWAY;
    let home = browser.get("/").await;
    assert_eq!(home.header("cache-control"), "no-store", "still signed in");
    // Known from before, so people still get to its door; what it says there is another matter.
    let Attempt { answer, .. } = sign_in(&site, &provider).await;
    assert!(!answer.status.is_redirection(), "{answer:?}");
    let out = browser.post("/sign-out", "").await;
    assert_eq!(out.location(), "/", "it has no address for signing out");
    assert_eq!(site.count("session").await, 0);
}

#[tokio::test]
async fn a_provider_that_calls_itself_something_else_is_refused() {
    let lies: [fn(&mut serde_json::Value); 4] = [
        |description| description["issuer"] = json!("https://evil.example"),
        |description| description["token_endpoint"] = json!("http://evil.example/token"),
        |description| description["jwks_uri"] = json!("http://169.254.169.254/jwks"),
        |description| description["end_session_endpoint"] = json!("javascript:alert(1)"),
    ];
    for lie in lies {
        let made = sqlite_only().await;
        let provider = ForgedProvider::start().await;
        provider.script().describe = Box::new(lie);
        let site = Site::with(&made, &provider.settings()).await;
        let (answer, _) = at_the_door(&site).await;
        assert!(!answer.status.is_redirection(), "{answer:?}");
        assert!(!answer.body.contains("evil"));
    }
}
