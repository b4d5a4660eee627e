//! Every address that there is, asked for by somebody who has not signed in.

use app::routes::Audience;
use axum::http::StatusCode;
use server::http::addresses::{self, Address};
use tests::browser::Answer;
use tests::database::{on_each, sqlite_only};
use tests::site::Site;

/// An id that nothing has.
const NOBODY: &str = "01900000-0000-7000-8000-000000000000";

fn concrete(path: &str, value: &str) -> String {
    path.split('/')
        .map(|part| if part.starts_with('{') { value } else { part })
        .collect::<Vec<_>>()
        .join("/")
}

fn readable() -> impl Iterator<Item = Address> {
    addresses::all()
        .into_iter()
        .filter(|address| address.method == "GET")
}

#[tokio::test]
async fn every_address_answers_visitors() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        for address in readable() {
            let mut browser = site.browser();
            let path = concrete(address.path, NOBODY);
            let answer = browser.get(&path).await;
            let status = answer.status.as_u16();
            if address.audience.is_closed() {
                assert_eq!(status, 303, "{path}: {answer:?}");
                assert!(answer.location().starts_with("/sign-in?next=%2F"), "{path}");
            } else {
                assert!(
                    matches!(status, 200 | 303 | 400 | 404 | 422),
                    "{path}: {answer:?}"
                );
            }
        }
    })
    .await;
}

#[tokio::test]
async fn garbage_in_queries_and_paths_never_breaks_a_page() {
    const GARBAGE: [&str; 9] = [
        "?%",
        "?%ff%fe=%00",
        "?q=%E4%BD",
        "?page=-1&per_page=99999999999999999999",
        "?year=0000&kind=%27%3B--&as_of=2025-13-45",
        "?lang=xx&lang=en&lang[]=zh",
        "?ids=,,,&ids=a,a,a",
        "?q=%22%28%29%5B%7E*%5E%5C%2BAND+OR+NOT",
        "?=&&&=&a=b=c;d",
    ];
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    for address in readable() {
        for garbage in GARBAGE {
            for value in ["0", "%2e%2e%2f", "%ff", "%F0%9F%98%80", &"9".repeat(300)] {
                let path = format!("{}{garbage}", concrete(address.path, value));
                let answer = site.browser().get(&path).await;
                assert!(!answer.status.is_server_error(), "{path}: {answer:?}");
                if !address.path.contains('{') {
                    break;
                }
            }
        }
    }
}

#[tokio::test]
async fn head_answers_like_get_without_a_body_and_other_methods_are_refused() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    for path in ["/", "/healthz", "/robots.txt", "/no-such-page"] {
        let mut browser = site.browser();
        let full = browser.get(path).await;
        let request = browser.request("HEAD", path, "none");
        let head = browser.send(request, String::new()).await;
        assert_eq!(head.status, full.status, "{path}");
        assert!(head.body.is_empty(), "{path}");
        assert_eq!(
            head.header("content-type"),
            full.header("content-type"),
            "{path}"
        );
    }
    for method in ["OPTIONS", "TRACE", "PROPFIND", "PUT", "DELETE"] {
        let mut browser = site.browser();
        let request = browser.request(method, "/", "same-origin");
        let answer = browser.send(request, String::new()).await;
        // 403 where the method alone looks like a change from elsewhere.
        let refused = [StatusCode::METHOD_NOT_ALLOWED, StatusCode::FORBIDDEN];
        assert!(refused.contains(&answer.status), "{method}: {answer:?}");
        assert!(answer.header("allow").contains("GET"), "{method}");
    }
}

#[tokio::test]
async fn every_answer_protects_itself() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    for path in [
        "/",
        "/no-such-page",
        "/pkg/nothing.css",
        "/robots.txt",
        "/healthz",
        "/me",
    ] {
        let mut browser = site.browser();
        let (first, second) = (browser.get(path).await, browser.get(path).await);
        assert_eq!(first.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(first.header("referrer-policy"), "same-origin", "{path}");
        assert_eq!(
            first.header("cross-origin-opener-policy"),
            "same-origin",
            "{path}"
        );
        assert!(!first.header("permissions-policy").is_empty(), "{path}");
        assert!(!first.header("cache-control").is_empty(), "{path}");
        let policy = first.header("content-security-policy");
        for part in [
            "default-src 'self'",
            "object-src 'none'",
            "frame-ancestors 'none'",
        ] {
            assert!(policy.contains(part), "{path}: {policy}");
        }
        assert!(
            !policy.contains("unsafe-inline") && !policy.contains(" 'unsafe-eval'"),
            "{policy}"
        );
        assert_ne!(
            nonce(&first),
            nonce(&second),
            "{path}: a nonce is used once"
        );
        assert_ne!(first.header("x-request-id"), second.header("x-request-id"));
    }
}

#[tokio::test]
async fn every_script_carries_the_nonce_and_no_style_stands_in_the_page() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    for address in readable().filter(|address| address.audience == Audience::Everybody) {
        let path = concrete(address.path, NOBODY);
        let answer = site.browser().get(&path).await;
        if !answer.header("content-type").starts_with("text/html") {
            continue;
        }
        let with_nonce = format!("nonce=\"{}\"", nonce(&answer));
        for tag in answer.body.split("<script").skip(1) {
            let tag = tag.split('>').next().unwrap_or_default();
            assert!(tag.contains(&with_nonce), "{path}: <script{tag}>");
        }
        assert!(!answer.body.contains("<style"), "{path}");
        assert!(!answer.body.contains(" style=\""), "{path}");
        for handler in ["onclick=", "onload=", "onerror=", "onsubmit="] {
            assert!(!answer.body.contains(handler), "{path}: {handler}");
        }
    }
}

fn nonce(answer: &Answer) -> String {
    let policy = answer.header("content-security-policy");
    let after = policy.split("'nonce-").nth(1).expect("a nonce");
    after.split('\'').next().unwrap_or_default().to_owned()
}
