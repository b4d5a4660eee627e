//! The demonstration's provider: whom it offers, whom it answers, and what it insists on.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use axum::http::StatusCode;
use chrono::Duration;
use scraper::{Html, Selector};
use serde_json::Value;
use server::http::client::Peer;
use services::accounts::demo_identities;
use tests::browser::{Answer, Browser};
use tests::database::sqlite_only;
use tests::sign_in_attempt::query;
use tests::site::Site;

const ELSEWHERE: &str = "203.0.113.7:4000";

/// The provider's page, as a sign-in leads there.
async fn provider_page(browser: &mut Browser) -> (String, Answer) {
    let begun = browser.get("/sign-in?next=/").await;
    let address = begun.location().to_owned();
    let page = browser.get(&address).await;
    (address, page)
}

#[tokio::test]
async fn everybody_is_listed_in_both_languages_and_can_sign_in() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    for language in ["zh-CN", "en"] {
        let mut browser = site.browser();
        browser.language = language.to_owned();
        let (_, page) = provider_page(&mut browser).await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(page.header("x-robots-tag"), "noindex, nofollow");
        let html = Html::parse_document(&page.body);
        let buttons = Selector::parse("form button[name=sub]").unwrap();
        let listed: Vec<_> = html
            .select(&buttons)
            .map(|button| {
                (
                    button.attr("value").unwrap().to_owned(),
                    button.text().collect::<String>(),
                )
            })
            .collect();
        assert_eq!(listed.len(), demo_identities::ALL.len());
        for identity in &demo_identities::ALL {
            let (name, description) = match language {
                "en" => (identity.name_en, identity.description_en),
                _ => (identity.name_zh, identity.description_zh),
            };
            let (_, text) = listed
                .iter()
                .find(|(sub, _)| sub == identity.subject)
                .unwrap();
            assert!(text.contains(name) && text.contains(description), "{text}");
        }
    }
    for identity in &demo_identities::ALL {
        let mut browser = site.browser();
        let done = browser.sign_in(identity.subject, "/policies").await;
        assert_eq!(
            done.location(),
            "/policies",
            "{}: {done:?}",
            identity.subject
        );
    }
    assert_eq!(site.count("account").await, 15);
}

/// Presses a button of the page as a browser without script does: with the form's own fields.
#[tokio::test]
async fn the_form_works_as_it_stands() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut browser = site.browser();
    let (_, page) = provider_page(&mut browser).await;
    let (action, mut fields) = {
        let html = Html::parse_document(&page.body);
        let select = |text| Selector::parse(text).unwrap();
        let form = html
            .select(&select("form:has(button[name=sub])"))
            .next()
            .unwrap();
        assert_eq!(form.attr("method"), Some("get"));
        let fields: Vec<(String, String)> = form
            .select(&select("input[type=hidden]"))
            .map(|field| {
                let value = |name| field.attr(name).unwrap().to_owned();
                (value("name"), value("value"))
            })
            .collect();
        (form.attr("action").unwrap().to_owned(), fields)
    };
    fields.push(("sub".to_owned(), "resident-retiree".to_owned()));
    let sent = serde_urlencoded::to_string(&fields).unwrap();
    let back = browser.get(&format!("{action}?{sent}")).await;
    let done = browser.get(back.location()).await;
    assert_eq!(done.location(), "/", "{done:?}");
}

#[tokio::test]
async fn callers_from_elsewhere_find_nothing() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut browser = site.browser();
    let (address, _) = provider_page(&mut browser).await;
    let config = format!(
        "{}/demo-provider/.well-known/openid-configuration",
        site.url
    );
    for path in [address, config] {
        let near = browser.request("GET", &path, "none");
        assert_eq!(
            browser.send(near, String::new()).await.status,
            StatusCode::OK
        );
        let far = browser.request("GET", &path, "none");
        let far = far.extension(Peer(ELSEWHERE.parse().unwrap()));
        let proxied = browser.request("GET", &path, "none");
        let proxied = proxied.header("x-forwarded-for", "203.0.113.7");
        for request in [far, proxied] {
            let answer = browser.send(request, String::new()).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{answer:?}");
        }
    }
}

#[tokio::test]
async fn production_and_outside_providers_leave_no_trace_of_it() {
    let key = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopo=";
    let outside = [
        ("oidc.issuer", "https://id.example"),
        ("oidc.client_id", "yibaotong"),
    ];
    let production = [
        ("mode", "production"),
        ("public_url", "https://ybt.example"),
        ("proxy_hops", "0"),
        ("master_key", key),
    ];
    for settings in [outside.to_vec(), [outside.as_slice(), &production].concat()] {
        let made = sqlite_only().await;
        let site = Site::with(&made, &settings).await;
        let mut browser = site.browser();
        for path in [
            "authorize",
            "jwks",
            ".well-known/openid-configuration",
            "end-session",
        ] {
            let answer = browser.get(&format!("/demo-provider/{path}")).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}: {answer:?}");
        }
    }
}

async fn redeem(browser: &mut Browser, fields: &[(&str, &str)]) -> Answer {
    let request = browser
        .request("POST", "/demo-provider/token", "none")
        .header("content-type", "application/x-www-form-urlencoded");
    let body = serde_urlencoded::to_string(fields).unwrap();
    browser.send(request, body).await
}

#[tokio::test]
async fn codes_need_their_verifier_and_live_a_minute() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut browser = site.browser();
    let verifier = "v".repeat(43);
    let digest = <sha2::Sha256 as sha2::Digest>::digest(verifier.as_bytes());
    let challenge = base64::Engine::encode(&base64::prelude::BASE64_URL_SAFE_NO_PAD, digest);
    let redirect = format!("{}/sign-in/callback", site.url);
    let asked = [
        ("client_id", "yibaotong-demo"),
        ("redirect_uri", redirect.as_str()),
        ("response_type", "code"),
        ("scope", "openid"),
        ("state", "s"),
        ("nonce", "n"),
        ("code_challenge", challenge.as_str()),
        ("code_challenge_method", "S256"),
        ("sub", "auditor"),
    ];
    let authorize = |pairs: &[(&str, &str)]| {
        format!(
            "/demo-provider/authorize?{}",
            serde_urlencoded::to_string(pairs).unwrap()
        )
    };
    for (seconds, verifier, status) in [
        (0, "wrong".repeat(9), StatusCode::BAD_REQUEST),
        (61, verifier.clone(), StatusCode::BAD_REQUEST),
        (60, verifier.clone(), StatusCode::OK),
    ] {
        let back = browser.get(&authorize(&asked)).await;
        let code = query(back.location())["code"].clone();
        site.clock.advance(Duration::seconds(seconds));
        let fields = [
            ("grant_type", "authorization_code"),
            ("code", code.as_str()),
            ("redirect_uri", redirect.as_str()),
            ("client_id", "yibaotong-demo"),
            ("code_verifier", verifier.as_str()),
        ];
        let answer = redeem(&mut browser, &fields).await;
        assert_eq!(answer.status, status, "after {seconds} s: {answer:?}");
        let again = redeem(&mut browser, &fields).await;
        assert_eq!(
            again.status,
            StatusCode::BAD_REQUEST,
            "each code counts once"
        );
    }
    // What lacks something goes back with an error; what names another place goes nowhere.
    for missing in [
        "code_challenge",
        "code_challenge_method",
        "nonce",
        "response_type",
        "scope",
    ] {
        let less: Vec<_> = asked
            .iter()
            .copied()
            .filter(|(name, _)| *name != missing)
            .collect();
        let back = browser.get(&authorize(&less)).await;
        assert!(
            query(back.location()).contains_key("error"),
            "{missing}: {back:?}"
        );
    }
    for (name, value) in [
        ("redirect_uri", "https://evil.example/"),
        ("client_id", "another"),
    ] {
        let mut other = asked.to_vec();
        other
            .iter_mut()
            .filter(|(key, _)| *key == name)
            .for_each(|pair| pair.1 = value);
        let back = browser.get(&authorize(&other)).await;
        assert_eq!(back.location(), "", "{name}: {back:?}");
        assert!(back.status.is_client_error());
    }
    let mut stranger = asked.to_vec();
    stranger
        .iter_mut()
        .filter(|(key, _)| *key == "sub")
        .for_each(|pair| pair.1 = "nobody");
    let back = browser.get(&authorize(&stranger)).await;
    assert_eq!(query(back.location())["error"], "access_denied");
}

#[tokio::test]
async fn signing_out_leads_home_and_nowhere_else() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut browser = site.browser();
    browser.sign_in("editor", "/").await;
    let out = browser.post("/sign-out", "").await;
    let asked = query(out.location());
    let token = asked["id_token_hint"].as_str();
    let home = format!("{}/", site.url);
    for (token, back, status) in [
        (token, home.as_str(), StatusCode::SEE_OTHER),
        (
            token,
            "https://evil.example/",
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        ("a.b.c", home.as_str(), StatusCode::UNPROCESSABLE_ENTITY),
    ] {
        let pairs = [("id_token_hint", token), ("post_logout_redirect_uri", back)];
        let sent = serde_urlencoded::to_string(pairs).unwrap();
        let answer = browser
            .get(&format!("/demo-provider/end-session?{sent}"))
            .await;
        assert_eq!(answer.status, status, "{back}: {answer:?}");
    }
    let payload = token.split('.').nth(1).unwrap();
    let payload = base64::Engine::decode(&base64::prelude::BASE64_URL_SAFE_NO_PAD, payload);
    let claims: Value = serde_json::from_slice(&payload.unwrap()).unwrap();
    assert_eq!(claims["sub"], "editor");
}
