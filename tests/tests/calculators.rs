//! The calculators as visitors meet them: the example is what the rules say, what is typed is
//! answered or refused at its field and stays, in both languages, without a script.

mod paper;
mod places;
mod refused;
mod sources;

use app::pages::calculators::doors;
use axum::http::StatusCode;
use chrono::NaiveDate;
use domain::calculators::contributions::{self, Cost, Payer};
use domain::calculators::maternity::{self, Event};
use domain::calculators::waiting::{self, Answer as Waited};
use domain::money::Money;
use domain::settlement::Scheme;
use domain::settlement::parameters::{ParameterSet, shipped_parameter_sets};
use scraper::{Html, Selector};
use tests::browser::{Answer, Browser};
use tests::database::sqlite_only;
use tests::platform::noon;
use tests::site::Site;

const ADDRESSES: [&str; 6] = [
    "/calculator/contributions",
    "/calculator/incentive",
    "/calculator/maternity",
    "/calculator/retirement",
    "/calculator/thresholds",
    "/calculator/waiting",
];

fn beijing() -> &'static ParameterSet {
    let mut sets = shipped_parameter_sets().iter();
    sets.find(|set| set.id == "BJ-2025").expect("Beijing")
}

fn selector(text: &str) -> Selector {
    Selector::parse(text).expect("a selector of this file")
}

/// The text of everything that `what` finds.
fn texts(html: &str, what: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let what = selector(what);
    let found = page.select(&what);
    found
        .map(|one| one.text().collect::<String>().trim().to_owned())
        .collect()
}

fn said(html: &str) -> String {
    texts(html, ".verdict .said").concat()
}

async fn posted(browser: &mut Browser, address: &str, fields: &[(&str, &str)]) -> Answer {
    let body = serde_urlencoded::to_string(fields).expect("a form");
    browser.post(address, &body).await
}

#[tokio::test]
async fn every_example_is_answered_first_and_then_explained() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    for address in ADDRESSES {
        for language in ["zh-CN", "en"] {
            let mut browser = site.browser();
            browser.language = language.to_owned();
            let answer = browser.get(address).await;
            assert_eq!(answer.status, StatusCode::OK, "{address}");
            assert!(!said(&answer.body).is_empty(), "{address}");
            assert!(!texts(&answer.body, ".steps > li").is_empty(), "{address}");
            let titles = texts(&answer.body, "h1");
            assert!(titles[0].ends_with(['？', '?']), "{titles:?}");
            // Every calculator leads to every other one.
            for door in doors(app::language::Language::Chinese) {
                let link = format!("main a[href='{}']", door.href);
                let found = texts(&answer.body, &link).len();
                assert_eq!(
                    found,
                    usize::from(door.href != address),
                    "{address}: {}",
                    door.href
                );
            }
        }
    }
    assert_eq!(
        doors(app::language::Language::English).len(),
        ADDRESSES.len()
    );
}

#[tokio::test]
async fn the_examples_are_what_the_rules_say() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut browser = site.browser();
    let question = contributions::Question {
        payer: Payer::Employee,
        wage: Money::from_yuan(12_000),
        age: 0,
    };
    let cost = contributions::contributions(beijing(), &question)
        .expect("an answer")
        .cost;
    let Cost::Month { shares, .. } = cost else {
        panic!("a month")
    };
    let answer = browser.get("/calculator/contributions").await;
    assert_eq!(
        (
            shares.person.yuan().as_str(),
            shares.employer.yuan().as_str()
        ),
        ("¥243.00", "¥1,176.00")
    );
    let sentence = said(&answer.body);
    assert!(
        sentence.contains("¥243.00") && sentence.contains("¥1,176.00"),
        "{sentence}"
    );

    let question = maternity::Question {
        average: Money::from_yuan(9_600),
        own: None,
        event: Event::First,
        difficult: false,
        babies: 1,
    };
    let allowance = maternity::maternity(beijing(), &question).expect("an answer");
    let answer = browser.get("/calculator/maternity").await;
    assert_eq!(allowance.allowance.yuan(), "¥50,560.00");
    assert_eq!(said(&answer.body), "生育津贴 ¥50,560.00，产假 158 天。");

    let answer = browser.get("/calculator/waiting").await;
    let waited = waited("2023-01-01", "2026-03-01", 1);
    assert_eq!(waited.wait.longest(), 4);
    assert!(
        said(&answer.body).starts_with("要等 4 个月"),
        "{}",
        said(&answer.body)
    );

    let answer = browser.get("/calculator/thresholds").await;
    let sentence = said(&answer.body);
    assert!(
        sentence.contains("¥340.00") && sentence.contains("再自付 ¥1,240.00 进入大病保险"),
        "{sentence}"
    );
}

fn waited(from: &str, on: &str, bought_back: u16) -> Waited {
    let day = |text: &str| -> NaiveDate { text.parse().expect("a day") };
    let question = waiting::Question {
        before: Scheme::Resident,
        after: Scheme::Resident,
        from: day(from),
        on: day(on),
        bought_back,
        age: 35,
        hardship: false,
        steady: false,
    };
    waiting::waiting(beijing(), &question, noon().date_naive()).expect("an answer")
}

#[tokio::test]
async fn what_is_typed_is_answered_on_the_same_page_and_kept_by_nobody() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let events = site.count("audit_event").await;
    let mut browser = site.browser();
    browser.language = "en".to_owned();
    let fields = [
        ("region", "110000"),
        ("case", "resident_resident"),
        ("from", "2021-01"),
        ("on", "2026年3月"),
        ("bought", "4"),
        ("age", "35"),
    ];
    let answer = posted(&mut browser, "/calculator/waiting", &fields).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(waited("2021-01-01", "2026-03-01", 4).wait.longest(), 6);
    assert!(
        said(&answer.body).starts_with("6 months of waiting"),
        "{}",
        said(&answer.body)
    );
    assert!(
        answer.body.contains("value=\"2026年3月\""),
        "what was typed stays"
    );
    assert!(!answer.body.contains("What is filled in is an example"));

    let wage = [
        ("region", "110000"),
        ("payer", "flexible"),
        ("wage", "5,000.00"),
    ];
    let answer = posted(&mut browser, "/calculator/contributions", &wage).await;
    assert_eq!(said(&answer.body), "You pay ¥848.12 a month by yourself.");
    let resident = [
        ("region", "330100"),
        ("payer", "resident"),
        ("age", "70"),
        ("wage", ""),
    ];
    let answer = posted(&mut browser, "/calculator/contributions", &resident).await;
    assert_eq!(said(&answer.body), "You pay ¥600.00 a year.");

    let no_cap = [
        ("region", "110000"),
        ("since", "2018"),
        ("year", "2027"),
        ("claimed", "2021 2022"),
    ];
    let answer = posted(&mut browser, "/calculator/incentive", &no_cap).await;
    assert!(said(&answer.body).starts_with("Catastrophic cover has no cap here"));

    let short = [
        ("region", "110000"),
        ("sex", "female"),
        ("birth", "1977-01"),
        ("months", "10 years"),
        ("local", "0"),
    ];
    let answer = posted(&mut browser, "/calculator/retirement", &short).await;
    assert!(
        said(&answer.body).starts_with("10 years are missing"),
        "{}",
        said(&answer.body)
    );
    assert_eq!(site.count("audit_event").await, events);
}
