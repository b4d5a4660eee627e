//! Which language answers, and how a choice is remembered.

use tests::browser::Answer;
use tests::database::sqlite_only;
use tests::site::Site;

fn language(answer: &Answer) -> &str {
    let start = answer.body.find("<html").expect("a page");
    let tag = answer.body[start..].split('>').next().unwrap_or_default();
    tag.split("lang=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap_or_default()
}

#[tokio::test]
async fn the_browser_says_and_chinese_is_the_default() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    for (header, expected) in [
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans"),
        ("en-GB,en;q=0.9", "en"),
        ("fr-FR,de;q=0.5", "zh-Hans"),
        ("", "zh-Hans"),
        (";;q=,,*;q=2", "zh-Hans"),
    ] {
        let mut browser = site.browser();
        browser.language = header.to_owned();
        assert_eq!(language(&browser.get("/").await), expected, "{header}");
        assert_eq!(
            language(&browser.get("/no-such-page").await),
            expected,
            "{header}"
        );
    }
}

#[tokio::test]
async fn a_choice_in_the_address_is_remembered() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut browser = site.browser();
    assert_eq!(language(&browser.get("/?lang=en").await), "en");
    assert_eq!(browser.cookie("lang"), Some("en"));
    assert_eq!(language(&browser.get("/").await), "en");
    assert_eq!(language(&browser.get("/?lang=zh").await), "zh-Hans");
    assert_eq!(language(&browser.get("/").await), "zh-Hans");
    assert_eq!(language(&browser.get("/?lang=tlh").await), "zh-Hans");
    assert_eq!(browser.cookie("lang"), Some("zh"));
}

#[tokio::test]
async fn pages_for_what_went_wrong_remember_the_choice_too() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    for path in [
        "/no-such-page?lang=en",
        "/policies/nothing?lang=en",
        "/preferences?lang=en",
        "/me?lang=en",
    ] {
        let mut browser = site.browser();
        browser.get(path).await;
        assert_eq!(browser.cookie("lang"), Some("en"), "{path}");
        assert_eq!(language(&browser.get("/").await), "en", "{path}");
    }
}

#[tokio::test]
async fn fetching_ahead_remembers_nothing() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut browser = site.browser();
    let request = browser
        .request("GET", "/?lang=en", "same-origin")
        .header("sec-purpose", "prefetch;anonymous-client-ip");
    let answer = browser.send(request, String::new()).await;
    assert_eq!(answer.cookies().count(), 0, "{answer:?}");
    assert_eq!(language(&browser.get("/").await), "zh-Hans");
}

#[tokio::test]
async fn the_form_for_preferences_goes_back_where_it_stood() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut browser = site.browser();
    let chosen = "language=en&theme=dark&mode=elder&step=1&back=%2F%3Fq%3D1";
    let answer = browser.post("/preferences", chosen).await;
    assert_eq!(answer.status, 303, "{answer:?}");
    assert_eq!(answer.location(), "/?q=1");
    let page = browser.get("/").await;
    assert_eq!(language(&page), "en");
    assert!(page.body.contains("data-theme=\"dark\""));
    assert!(page.body.contains("data-mode=\"elder\""));
    let away = browser
        .post("/preferences", "back=https%3A%2F%2Fevil.example")
        .await;
    assert_eq!(away.location(), "/");
}
