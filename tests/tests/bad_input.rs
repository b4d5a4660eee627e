//! What nobody should send: too much, broken, forged. A clear page each time, never a 500.

use axum::body::Body;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, COOKIE};
use bytes::Bytes;
use tests::browser::Browser;
use tests::database::{on_each, sqlite_only};
use tests::site::Site;

const MEBIBYTE: usize = 1024 * 1024;

async fn site_browser() -> (Browser, tests::database::TestDatabase) {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    (site.browser(), made)
}

#[tokio::test]
async fn a_field_of_ten_megabytes_gets_a_page_that_says_so() {
    let (mut browser, _made) = site_browser().await;
    for size in [3 * MEBIBYTE, 10 * MEBIBYTE] {
        let answer = browser
            .post("/preferences", &format!("back={}", "a".repeat(size)))
            .await;
        assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
        assert!(answer.body.contains("<html"), "a page, in words");
    }
    let fits = browser
        .post("/preferences", &format!("x={}", "a".repeat(MEBIBYTE)))
        .await;
    assert_eq!(fits.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_body_that_hides_its_size_is_cut_off_too() {
    use tower::ServiceExt;
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let chunk = Bytes::from(vec![b'a'; 64 * 1024]);
    let chunks = std::iter::repeat_n(chunk, 80).map(Ok::<_, std::io::Error>);
    let body = Body::from_stream(futures_util::stream::iter(chunks));
    let request = site
        .browser()
        .request("POST", "/preferences", "same-origin")
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(body)
        .expect("a request");
    let response = site.router().oneshot(request).await.expect("an answer");
    assert_eq!(response.status(), StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn forms_that_are_no_forms_are_refused_in_words() {
    let (mut browser, _made) = site_browser().await;
    let sent = [
        ("application/x-www-form-urlencoded", "%ff=%fe&%00&&&=%"),
        (
            "application/x-www-form-urlencoded",
            "language=%E4%BD&theme=\u{0}",
        ),
        ("application/json", "{\"language\":\"en\"}"),
        ("multipart/form-data; boundary=x", "--x\r\nbroken"),
        ("nonsense", "language=en"),
    ];
    for (kind, body) in sent {
        let request = browser
            .request("POST", "/preferences", "same-origin")
            .header(CONTENT_TYPE, kind);
        let answer = browser.send(request, body.to_owned()).await;
        assert!(
            !answer.status.is_server_error(),
            "{kind} {body}: {answer:?}"
        );
    }
}

#[tokio::test]
async fn forged_cookies_are_as_good_as_none() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let forged = [
            "sid=",
            "sid=AAAAAAAAAAAAAAAAAAAAAA",
            "sid=../../etc/passwd",
            "sid=%00%ff; lang=<script>; display=a.b.c.d.e.999999999999",
            "lang=\u{fffd}; =; ;;;; sid",
            "display=dark.elder.99; lang=en; lang=zh",
        ];
        for cookies in forged {
            let mut browser = site.browser();
            let request = browser.request("GET", "/", "none").header(COOKIE, cookies);
            let answer = browser.send(request, String::new()).await;
            assert_eq!(answer.status, StatusCode::OK, "{cookies}: {answer:?}");
            let request = browser
                .request("GET", "/me", "none")
                .header(COOKIE, cookies);
            let answer = browser.send(request, String::new()).await;
            assert_ne!(answer.status, StatusCode::OK, "{cookies}");
            assert!(!answer.status.is_server_error(), "{cookies}");
        }
        let mut browser = site.browser();
        let many = (0..2000)
            .map(|n| format!("c{n}=1"))
            .collect::<Vec<_>>()
            .join("; ");
        let request = browser.request("GET", "/", "none").header(COOKIE, many);
        assert_eq!(
            browser.send(request, String::new()).await.status,
            StatusCode::OK
        );
    })
    .await;
}

#[tokio::test]
async fn strange_paths_get_the_page_for_what_does_not_exist() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = site.browser();
        for path in [
            "/..%2f..%2fetc%2fpasswd",
            "//evil.example/",
            "/pkg/..%2f..%2fCargo.toml",
            "/pkg/%00",
            "/%ff%fe",
            "/me/%F0%9F%98%80",
            "/ME",
            "/index.php?cmd=ls",
            &format!("/{}", "a".repeat(4000)),
        ] {
            let answer = browser.get(path).await;
            assert!(answer.status.is_client_error(), "{path}: {answer:?}");
            assert!(answer.body.contains("<html"), "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn ids_that_no_store_takes_are_nobodys() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = site.browser();
        let long = "9".repeat(5000);
        for id in [
            "%00",
            "d05%00",
            "%0a",
            "%20",
            "%27%3B--",
            "%ff",
            "%EF%BF%BD",
            &long,
        ] {
            for (place, kind) in [
                ("/policies", "text/html"),
                ("/add-ons", "text/html"),
                ("/drugs", "text/html"),
                ("/institutions", "text/html"),
                ("/api/v1/policies", "application/problem+json"),
                ("/api/v1/add-ons", "application/problem+json"),
            ] {
                let path = format!("{place}/{id}");
                let answer = browser.get(&path).await;
                assert_eq!(
                    answer.status,
                    StatusCode::NOT_FOUND,
                    "{} {path}: {answer:?}",
                    made.kind
                );
                assert!(answer.header("content-type").starts_with(kind), "{path}");
            }
        }
    })
    .await;
}
