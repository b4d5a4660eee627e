//! The pages for what went wrong: what they say, and where their links and forms lead.

use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use scraper::{Html, Selector};
use tests::browser::{Answer, Browser};
use tests::database::sqlite_only;
use tests::site::Site;

/// Every local address that the page links to or comes back to, and that `next` names.
fn ways_on(answer: &Answer) -> Vec<String> {
    let page = Html::parse_document(&answer.body);
    let values = |selector: &str, attribute: &str| -> Vec<String> {
        let selector = Selector::parse(selector).expect("a selector of this file");
        page.select(&selector)
            .filter_map(|element| element.attr(attribute))
            .map(ToOwned::to_owned)
            .collect()
    };
    let mut all = values("a[href^='/']", "href");
    all.extend(values("input[name=back]", "value"));
    let next = all.iter().filter_map(|href| href.split_once("?next="));
    let next: Vec<String> = next
        .map(|(_, path)| path.replace("%2F", "/").replace("%3F", "?"))
        .collect();
    all.extend(next);
    all
}

async fn assert_leads_on(browser: &mut Browser, answer: &Answer) {
    let ways = ways_on(answer);
    assert!(ways.contains(&"/".to_owned()), "{ways:?}");
    assert!(ways.iter().any(|way| way.contains("lang=")), "{ways:?}");
    for way in ways {
        let reached = browser.clone().get(&way).await;
        let status = reached.status;
        assert!(
            status.is_success() || status.is_redirection(),
            "{way}: {status}"
        );
    }
}

#[tokio::test]
async fn after_a_form_they_lead_to_the_front_page() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut browser = site.browser();
    let refused = [
        (
            "same-origin",
            "text/plain",
            "theme=dark",
            StatusCode::FORBIDDEN,
        ),
        (
            "cross-site",
            "application/x-www-form-urlencoded",
            "theme=dark",
            StatusCode::FORBIDDEN,
        ),
        (
            "same-origin",
            "multipart/form-data; boundary=x",
            "--x--",
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
    ];
    for (from, kind, body, status) in refused {
        let request = browser.request("POST", "/preferences?a=b", from);
        let request = request.header(CONTENT_TYPE, kind);
        let answer = browser.send(request, body.to_owned()).await;
        assert_eq!(answer.status, status, "{kind}: {answer:?}");
        assert!(!answer.body.contains("/preferences?"), "{}", answer.body);
        assert_leads_on(&mut browser, &answer).await;
    }
}

#[tokio::test]
async fn a_form_of_a_page_that_does_not_exist_leads_to_the_front_page_too() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut browser = site.browser();
    let answer = browser.post("/no-such-page", "a=b").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert_leads_on(&mut browser, &answer).await;
}

#[tokio::test]
async fn what_only_takes_forms_says_so() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    for (language, title, not_found) in [
        ("zh-CN", "这个地址不能直接打开", "没有找到"),
        (
            "en",
            "This address cannot be opened by itself",
            "could not find",
        ),
    ] {
        let mut browser = site.browser();
        browser.language = language.to_owned();
        for path in ["/preferences", "/sign-out"] {
            let answer = browser.get(path).await;
            assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
            assert_eq!(answer.header("allow"), "POST", "{path}");
            assert!(answer.body.contains(title), "{path}: {}", answer.body);
            assert!(!answer.body.contains(not_found), "{path}");
            assert_leads_on(&mut browser, &answer).await;
        }
    }
    let answer = site.browser().get("/api/v1/estimates").await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(answer.body.contains("does not take that method"));
}

#[tokio::test]
async fn what_only_shows_says_so_to_a_form_and_leads_to_the_page() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    for (language, title, forms_only, open) in [
        (
            "zh-CN",
            "这个页面只能看，不能提交",
            "这个地址不能直接打开",
            "打开这个页面",
        ),
        (
            "en",
            "This page only shows; it takes no forms",
            "cannot be opened by itself",
            "Open this page",
        ),
    ] {
        let mut browser = site.browser();
        browser.language = language.to_owned();
        for path in ["/glossary", "/help?q=a", "/me", "/sign-in/callback"] {
            let answer = browser.post(path, "a=b").await;
            let said = &answer.body;
            assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
            assert_eq!(answer.header("allow"), "GET,HEAD", "{path}");
            assert!(said.contains(title), "{path}: {said}");
            assert!(!said.contains(forms_only), "{path}");
            if path.starts_with("/sign-in") {
                continue;
            }
            assert!(said.contains(open), "{path}: {said}");
            let main = said.split_once("<main").map(|(_, main)| main);
            let link = format!("href=\"{path}\"");
            assert!(main.is_some_and(|main| main.contains(&link)), "{path}");
            assert_leads_on(&mut browser, &answer).await;
        }
    }
    let answer = site.browser().post("/api/v1/policies", "").await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(answer.body.contains("does not take that method"));
}
