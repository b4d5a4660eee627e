//! The JSON API as a whole: regions, its description, addresses that do not exist.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use serde_json::Value;
use tests::database::sqlite_only;
use tests::site::Site;

#[tokio::test]
async fn regions_show_the_parameters_in_force() {
    let made = sqlite_only().await;
    let mut browser = Site::demo(&made).await.browser();
    let answer = browser.get("/api/v1/regions").await;
    assert_eq!(answer.status, StatusCode::OK);
    let found: Value = serde_json::from_str(&answer.body).expect("JSON");
    assert_eq!(found["as_of"], "2026-06-15");
    let codes: Vec<_> = found["regions"]
        .as_array()
        .expect("regions")
        .iter()
        .map(|region| region["code"].clone())
        .collect();
    assert_eq!(codes, ["110000", "310000", "330100", "510100"]);
    let before = browser.get("/api/v1/regions?as_of=2020-01-01").await;
    assert!(before.body.contains("\"regions\":[]"), "{}", before.body);
    let wrong = browser.get("/api/v1/regions?as_of=yesterday").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_value_given_twice_counts_once_and_a_wrong_one_is_a_problem() {
    let made = sqlite_only().await;
    let mut browser = Site::demo(&made).await.browser();
    for (path, pointer) in [
        ("/api/v1/add-ons?region=a&region=b", "/region"),
        ("/api/v1/add-ons?region=a", "/region"),
        ("/api/v1/regions?as_of=a&as_of=b", "/as_of"),
        ("/api/v1/regions?as_of=2025-6-3", "/as_of"),
        ("/api/v1/policies?as_of=a&as_of=b", "/as_of"),
    ] {
        let answer = browser.get(path).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
        let kind = answer.header("content-type");
        assert_eq!(kind, "application/problem+json", "{path}");
        let found: Value = serde_json::from_str(&answer.body).expect("JSON");
        assert_eq!(found["errors"][0]["pointer"], pointer, "{path}");
    }
    for path in [
        "/api/v1/add-ons?region=110000&region=b",
        "/api/v1/add-ons?region=",
        "/api/v1/regions?as_of=2026-06-15&as_of=b",
        "/api/v1/regions?as_of=%20",
    ] {
        let answer = browser.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {answer:?}");
    }
}

#[tokio::test]
async fn the_description_names_every_address() {
    let made = sqlite_only().await;
    let mut browser = Site::demo(&made).await.browser();
    let answer = browser.get("/api/v1/openapi.json").await;
    let found: Value = serde_json::from_str(&answer.body).expect("JSON");
    let described: BTreeSet<String> = found["paths"]
        .as_object()
        .expect("paths")
        .keys()
        .cloned()
        .collect();
    let served: BTreeSet<String> = server::api::SERVED
        .iter()
        .map(|served| served.address.path.to_owned())
        .filter(|path| !path.ends_with("openapi.json"))
        .collect();
    assert_eq!(described, served);
}

#[tokio::test]
async fn unknown_addresses_and_methods_answer_problems() {
    let made = sqlite_only().await;
    let mut browser = Site::demo(&made).await.browser();
    for path in [
        "/api",
        "/api/",
        "/api/v1",
        "/api/v1/nothing",
        "/api/v2/estimates",
    ] {
        let answer = browser.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        if path != "/api" {
            assert_eq!(
                answer.header("content-type"),
                "application/problem+json",
                "{path}"
            );
        }
    }
    let answer = browser.get("/api/v1/estimates").await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(answer.header("allow"), "POST");
    assert_eq!(answer.header("content-type"), "application/problem+json");
}

#[tokio::test]
async fn the_api_sets_no_cookie_and_needs_no_origin() {
    let made = sqlite_only().await;
    let mut browser = Site::demo(&made).await.browser();
    browser.cookies.insert("sid".to_owned(), "x".repeat(22));
    for served in server::api::SERVED {
        let request = browser.request(served.address.method, served.address.path, "cross-site");
        let answer = browser.send(request, String::new()).await;
        assert_eq!(answer.cookies().count(), 0, "{}", served.address.path);
        assert_ne!(
            answer.status,
            StatusCode::FORBIDDEN,
            "{}",
            served.address.path
        );
        let policy = answer.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'"), "{policy}");
    }
}
