//! Elder mode: one question a page, what was typed carried along, and the same answer at the end.

use axum::http::StatusCode;
use scraper::{Html, Selector};
use tests::browser::{Answer, Browser};
use tests::database::{on_each, sqlite_only};
use tests::pages::{Wish, get};
use tests::platform::{request, resident as signed_in};
use tests::residents::{History, platform_with_rules, resident};
use tests::site::Site;

use super::{ask, chosen, texts, total, value};

/// Each question by the fields that it asks for, with the answers of a visitor.
const ANSWERS: [&[(&str, &str)]; 8] = [
    &[("region", "110000")],
    &[("scheme", "employee")],
    &[("status", "active")],
    &[("age", "４０")],
    &[("kind", "inpatient")],
    &[("level", "l3")],
    &[("remote", "local")],
    &[("a", "20,000"), ("b", "8000"), ("c", "2000.00")],
];

fn select(html: &str, selector: &str) -> Vec<(String, String)> {
    let page = Html::parse_document(html);
    let selector = Selector::parse(selector).expect("a selector of this file");
    let of = |field: scraper::ElementRef<'_>| {
        let of = |name| field.attr(name).unwrap_or_default().to_owned();
        (of("name"), of("value"))
    };
    page.select(&selector).map(of).collect()
}

/// The hidden fields of the page's form.
fn kept(html: &str) -> Vec<(String, String)> {
    select(html, "main form[action^='/calculator'] input[type=hidden]")
}

/// What the page asks for.
fn asked(html: &str) -> Vec<String> {
    let form = "main form[action^='/calculator']";
    let fields = format!("{form} select, {form} input:not([type=hidden])");
    let mut names: Vec<String> = select(html, &fields).into_iter().map(|one| one.0).collect();
    names.dedup();
    names
}

/// Presses a button of the page with these answers.
async fn press(browser: &mut Browser, html: &str, answers: &[(&str, &str)], wish: &str) -> Answer {
    let mut fields = kept(html);
    let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    fields.extend(answers.iter().map(own));
    fields.push(("do".to_owned(), wish.to_owned()));
    let body = serde_urlencoded::to_string(fields).expect("a form");
    browser.post("/calculator", &body).await
}

async fn in_elder_mode(site: &Site) -> Browser {
    let mut browser = site.browser();
    browser.post("/preferences", "mode=elder&back=/").await;
    browser
}

fn is_question(page: &Answer, number: usize) {
    assert_eq!(page.status, StatusCode::OK, "question {number}");
    let names: Vec<&str> = ANSWERS[number - 1].iter().map(|one| one.0).collect();
    assert_eq!(asked(&page.body), names, "question {number}");
    let place = format!("第 {number} 题，共 8 题");
    assert!(page.body.contains(&place), "{place}");
    assert!(texts(&page.body, ".errors").is_empty(), "question {number}");
    assert!(texts(&page.body, ".result").is_empty(), "question {number}");
}

/// The page of the question with this number, when everything before it was answered.
async fn at(browser: &mut Browser, number: usize) -> Answer {
    let mut page = browser.get("/calculator").await;
    for answers in ANSWERS.iter().take(number - 1) {
        page = press(browser, &page.body, answers, "next").await;
    }
    is_question(&page, number);
    page
}

#[tokio::test]
async fn one_question_a_page_comes_to_the_same_answer() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut browser = in_elder_mode(&site).await;
    let events = site.count("audit_event").await;
    let mut page = browser.get("/calculator").await;
    for (place, answers) in ANSWERS.iter().enumerate() {
        is_question(&page, place + 1);
        // Nothing is answered before somebody does.
        for (name, _) in *answers {
            let one_of = format!("input[type=radio][name='{name}']");
            let held = if select(&page.body, &one_of).is_empty() {
                value(&page.body, name)
            } else {
                chosen(&page.body, name)
            };
            assert_eq!(held.unwrap_or_default(), "", "{name}");
        }
        page = press(&mut browser, &page.body, answers, "next").await;
        assert_eq!(page.header("cache-control"), "no-store");
    }
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(
        asked(&page.body),
        Vec::<String>::new(),
        "the answer asks nothing"
    );
    let mut plain = site.browser();
    let wanted = ask(&mut plain, &[]).await;
    assert_eq!(total(&page.body), total(&wanted.body));
    assert_eq!(
        site.count("audit_event").await,
        events,
        "nothing is written"
    );
    // Nothing that was typed stands in an address.
    let html = Html::parse_document(&page.body);
    let links = Selector::parse("[href], [action]").expect("a selector");
    for link in html.select(&links) {
        for name in ["href", "action"] {
            let address = link.attr(name).unwrap_or_default();
            assert!(!address.contains("20,000") && !address.contains("20000"));
        }
    }

    // Back to the last question, with what was typed; or everything on one page.
    let again = press(&mut browser, &page.body, &[], "again").await;
    is_question(&again, 8);
    assert_eq!(value(&again.body, "a").as_deref(), Some("20,000"));
    let whole = press(&mut browser, &page.body, &[], "whole").await;
    assert_eq!(whole.status, StatusCode::OK);
    assert_eq!(value(&whole.body, "age").as_deref(), Some("４０"));
    assert_eq!(value(&whole.body, "b").as_deref(), Some("8000"));
    assert_eq!(chosen(&whole.body, "scheme").as_deref(), Some("employee"));
    assert_eq!(total(&whole.body), total(&wanted.body));
}

#[tokio::test]
async fn back_leads_to_the_question_before_and_loses_nothing() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut browser = in_elder_mode(&site).await;
    let page = at(&mut browser, 5).await;
    // What stands in the field is kept too, chosen or not, sound or not.
    let page = press(&mut browser, &page.body, &[("kind", "outpatient")], "back").await;
    is_question(&page, 4);
    assert_eq!(value(&page.body, "age").as_deref(), Some("４０"));
    let page = press(&mut browser, &page.body, &[("age", "old")], "back").await;
    is_question(&page, 3);
    assert_eq!(chosen(&page.body, "status").as_deref(), Some("active"));
    let page = press(&mut browser, &page.body, &[("status", "retired")], "next").await;
    is_question(&page, 4);
    assert_eq!(value(&page.body, "age").as_deref(), Some("old"));
    let page = press(&mut browser, &page.body, &[("age", "74")], "next").await;
    is_question(&page, 5);
    assert_eq!(chosen(&page.body, "kind").as_deref(), Some("outpatient"));
    let kept = kept(&page.body);
    let held = |name: &str| kept.iter().filter(|(known, _)| known == name).count();
    assert_eq!((held("status"), held("age"), held("kind")), (1, 1, 0));
    // Before the first there is none.
    let first = browser.get("/calculator").await;
    let page = press(&mut browser, &first.body, &[("region", "330100")], "back").await;
    is_question(&page, 1);
    assert_eq!(value(&page.body, "region").as_deref(), Some("330100"));
}

/// What is typed into the fields of a question.
type Answers = &'static [(&'static str, &'static str)];

#[tokio::test]
async fn what_is_wrong_is_said_at_its_question() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut browser = in_elder_mode(&site).await;
    let wrong: [(usize, Answers, &str, &str); 6] = [
        (1, &[("region", "")], "region", "选一个"),
        (1, &[("region", "370100")], "region", "收录"),
        (2, &[], "scheme", "选一个"),
        (4, &[("age", "151")], "age", "年龄"),
        (
            8,
            &[("a", ""), ("b", ""), ("c", " ")],
            "a",
            "至少填一个金额",
        ),
        (8, &[("a", "两千"), ("b", ""), ("c", "")], "a", "数字"),
    ];
    for (number, answers, field, word) in wrong {
        let page = at(&mut browser, number).await;
        let page = press(&mut browser, &page.body, answers, "next").await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{answers:?}");
        let summary = texts(&page.body, &format!(".errors a[href='#{field}']"));
        assert!(
            summary.iter().any(|text| text.contains(word)),
            "{summary:?}"
        );
        let beside = texts(&page.body, &format!("[id='{field}-error']"));
        assert!(beside.iter().any(|text| text.contains(word)), "{beside:?}");
        assert!(
            page.body.contains(&format!("第 {number} 题")),
            "the same question"
        );
        for (name, typed) in answers.iter().filter(|(name, _)| *name != "region") {
            assert_eq!(
                value(&page.body, name).as_deref(),
                Some(*typed),
                "what was typed stays"
            );
        }
    }
    // Who skips questions is led to the first that is open, whatever they send.
    let fields = "step=8&do=next&region=110000&day=2026-06-12&bill=totals&a=100&admission=1";
    let page = browser.post("/calculator", fields).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(asked(&page.body), ["scheme"]);
    for step in ["", "0", "-1", "99999999999999999999", "x"] {
        let page = browser
            .post("/calculator", &format!("step={step}&do=next"))
            .await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{step}");
        assert_eq!(asked(&page.body), ["region"], "{step}");
    }
}

#[tokio::test]
async fn the_form_on_one_page_stays_for_everybody() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut browser = in_elder_mode(&site).await;
    let page = browser.get("/calculator").await;
    let ways = texts(&page.body, "main a[href='/calculator?form=whole']");
    assert_eq!(ways.len(), 1);
    let page = browser.get("/calculator?form=whole").await;
    assert!(asked(&page.body).len() > 10, "everything on one page");
    assert_eq!(total(&page.body), "¥7,985.00");
    let empty = browser.get("/calculator?start=empty").await;
    assert!(asked(&empty.body).len() > 10, "the empty form stays whole");
    let page = ask(&mut browser, &[]).await;
    assert_eq!(
        total(&page.body),
        "¥7,985.00",
        "and it answers in elder mode too"
    );
    assert!(asked(&page.body).len() > 10);

    // Who leaves elder mode between two questions has the whole form with what was typed.
    let page = at(&mut browser, 5).await;
    browser.post("/preferences", "mode=standard&back=/").await;
    let page = press(&mut browser, &page.body, &[("kind", "outpatient")], "next").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(asked(&page.body).len() > 10);
    assert_eq!(value(&page.body, "age").as_deref(), Some("４０"));
    assert_eq!(chosen(&page.body, "kind").as_deref(), Some("outpatient"));
}

#[tokio::test]
async fn ones_own_record_answers_the_first_questions() {
    on_each(|made| async move {
        let made = made;
        let platform = platform_with_rules(made.database.clone()).await;
        let history = History {
            number: 1,
            settlements: 3,
            items: 4,
        };
        let somebody = resident(&platform, history).await;
        let context = request(&platform, signed_in(somebody.person));
        let year = services::calculator::own(&context).await.expect("a record");
        let year = year.expect("insured where rules are kept");
        let wish = Wish {
            elder: true,
            ..Wish::default()
        };
        let (status, page) = get(&context, "/calculator", wish).await;
        assert_eq!(status, 200);
        assert!(page.contains("您记录里有的已经填好了"));
        let region = year.set.region.to_string();
        assert_eq!(value(&page, "region"), Some(region));
        let kept = kept(&page);
        let held = |name: &str| {
            let found = kept.iter().find(|(known, _)| known == name);
            found.map_or("", |(_, value)| value.as_str())
        };
        assert_eq!(held("scheme"), year.scheme.code());
        assert_eq!(held("age"), year.facts.age.to_string());
        assert_eq!(held("admission"), (year.admissions + 1).to_string());
        assert_eq!((held("a"), held("kind")), ("", ""), "no bill of an example");
        for (name, used) in year.used.named() {
            let typed = domain::money::Money::typed(held(name));
            assert_eq!(typed, Ok(used), "{name}");
        }
    })
    .await;
}
