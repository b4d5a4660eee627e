//! What those who work with the system read after they signed in, until their rooms are built.

use axum::http::StatusCode;
use domain::access::Role;
use scraper::{Html, Selector};
use services::accounts::demo_identities::ALL;
use tests::browser::{Answer, Browser};
use tests::database::sqlite_only;
use tests::site::Site;

/// The texts, or the values of `attribute`, of everything that `selector` finds.
fn found(answer: &Answer, selector: &str, attribute: Option<&str>) -> Vec<String> {
    let html = Html::parse_document(&answer.body);
    let selector = Selector::parse(selector).unwrap();
    html.select(&selector)
        .map(|one| match attribute {
            Some(name) => one.attr(name).unwrap_or_default().to_owned(),
            None => one.text().collect(),
        })
        .collect()
}

/// The pages of one's own, which all say the same here.
const OWN: [&str; 3] = ["/me", "/me/benefits", "/me/settlements"];

async fn read_in(browser: &mut Browser, language: &str) -> Answer {
    language.clone_into(&mut browser.language);
    let mut first = None;
    for path in OWN {
        let answer = browser.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        first.get_or_insert(answer);
    }
    first.unwrap()
}

#[tokio::test]
async fn every_office_is_told_what_it_is_for_and_no_link_is_dead() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut headings = std::collections::BTreeSet::new();
    let offices = ALL.iter().filter(|one| one.roles != [Role::Resident]);
    for identity in offices {
        let mut browser = site.browser();
        let done = browser.sign_in(identity.subject, "/me").await;
        assert_eq!(done.location(), "/me", "{}", identity.subject);
        for language in ["zh-CN", "en"] {
            let page = read_in(&mut browser, language).await;
            let heading = found(&page, "h1", None);
            assert_eq!(heading.len(), 1, "{}", identity.subject);
            headings.insert(heading.concat());
            assert!(
                found(&page, "nav.side", None).is_empty(),
                "no insurance of their own"
            );
            assert_eq!(
                found(&page, "main li:not(:has(a))", None).len(),
                3,
                "what will be here"
            );
            assert_eq!(found(&page, "header .who", Some("href")), ["/me"]);
            let english = language == "en";
            let main = found(&page, "main", None).concat();
            let chinese = main.chars().any(|one| ('一'..='龥').contains(&one));
            assert_eq!(chinese, !english, "{}: {main}", identity.subject);
            let links = found(&page, "main a", Some("href"));
            assert!(links.len() >= 2);
            for link in links {
                let there = browser.get(&link).await;
                assert_eq!(there.status, StatusCode::OK, "{}: {link}", identity.subject);
            }
        }
    }
    assert_eq!(
        headings.len(),
        14,
        "each of seven roles has its own, in both languages"
    );
}

#[tokio::test]
async fn a_resident_who_is_not_registered_is_told_what_to_do() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    // Without the demonstration's people no person stands behind the account.
    let mut browser = site.browser();
    browser.sign_in("resident-employee", "/me").await;
    let page = read_in(&mut browser, "zh-CN").await;
    assert_eq!(found(&page, "h1", None), ["这里还没有您的参保记录"]);
    assert_eq!(found(&page, "nav.side", None).len(), 1);
    assert_eq!(found(&page, "header .who", Some("href")), ["/me"]);
}
