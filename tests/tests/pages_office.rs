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

/// The offices whose rooms are not built yet.
const WAITING: [Role; 4] = [
    Role::EmployerHandler,
    Role::Agent,
    Role::Reviewer,
    Role::SystemAdmin,
];

/// The page of one's own that leads on, and those that are not there for an office.
const OWN: [&str; 2] = ["/me/benefits", "/me/settlements"];

async fn read_in(browser: &mut Browser, language: &str) -> Answer {
    language.clone_into(&mut browser.language);
    let start = browser.get("/me").await;
    let start = browser.follow(start).await;
    assert_eq!(start.status, StatusCode::OK);
    assert_eq!(start.header("cache-control"), "no-store");
    start
}

#[tokio::test]
async fn every_office_is_told_what_it_is_for_and_no_link_is_dead() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut headings = std::collections::BTreeSet::new();
    let offices = ALL
        .iter()
        .filter(|one| !one.roles.contains(&Role::Resident));
    for identity in offices {
        let mut browser = site.browser();
        let done = browser.sign_in(identity.subject, "/me").await;
        assert_eq!(done.location(), "/me", "{}", identity.subject);
        for language in ["zh-CN", "en"] {
            let page = read_in(&mut browser, language).await;
            let heading = found(&page, "h1", None);
            assert_eq!(heading.len(), 1, "{}", identity.subject);
            let waiting = identity.roles.iter().any(|role| WAITING.contains(role));
            if waiting {
                headings.insert(heading.concat());
                let coming = found(&page, "main li:not(:has(a))", None);
                assert_eq!(coming.len(), 3, "what will be here");
            }
            let places = found(&page, "nav.side a", Some("href"));
            assert!(!places.is_empty(), "{}", identity.subject);
            assert_eq!(
                found(&page, "header .who", Some("href")),
                [places[0].as_str()]
            );
            assert_eq!(found(&page, "nav.side [aria-current]", None).len(), 1);
            let english = language == "en";
            // Names of documents, products and places may be Chinese only.
            if waiting {
                let main = found(&page, "main", None).concat();
                let chinese = main.chars().any(|one| ('一'..='龥').contains(&one));
                assert_eq!(chinese, !english, "{}: {main}", identity.subject);
            }
            for link in found(&page, "main a, nav.side a", Some("href")) {
                let there = browser.get(&link).await;
                assert_eq!(there.status, StatusCode::OK, "{}: {link}", identity.subject);
            }
            for path in OWN {
                let own = browser.get(path).await;
                assert_eq!(own.status, StatusCode::NOT_FOUND, "{path}");
            }
        }
    }
    assert_eq!(
        headings.len(),
        8,
        "each of four roles has its own, in both languages"
    );
}

#[tokio::test]
async fn a_resident_who_is_not_registered_is_told_what_to_do() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    // Without the demonstration's people no person stands behind the account.
    let mut browser = site.browser();
    browser.sign_in("resident-employee", "/me").await;
    for path in ["/me", "/me/benefits", "/me/settlements"] {
        let page = browser.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert_eq!(found(&page, "h1", None), ["这里还没有您的参保记录"]);
        assert_eq!(found(&page, "nav.side", None).len(), 1);
        assert_eq!(found(&page, "header .who", Some("href")), ["/me"]);
    }
}
