//! `/calculator` over HTTP: it answers as the engine does, says what is wrong and keeps what was
//! typed, begins with one's own record and nobody else's, and writes nothing.

mod asked;
mod kinds;
mod live;
mod own;
mod wrong;

use axum::http::StatusCode;
use domain::estimate::estimate;
use domain::language::Language;
use domain::money::Money;
use domain::settlement::parameters::shipped_parameter_sets;
use scraper::{Html, Selector};
use serde_json::{Value, json};
use tests::browser::{Answer, Browser};
use tests::database::sqlite_only;
use tests::site::Site;

/// What is typed into the fields of a form.
type Typed = &'static [(&'static str, &'static str)];

const DAY: &str = "2026-06-12";

fn texts(html: &str, selector: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let selector = Selector::parse(selector).expect("a selector of this file");
    page.select(&selector)
        .map(|found| found.text().collect::<String>().trim().to_owned())
        .collect()
}

/// The value that stands in the field with this id.
fn value(html: &str, id: &str) -> Option<String> {
    let page = Html::parse_document(html);
    let find = |text: String| Selector::parse(&text).expect("a selector of this file");
    let field = find(format!("input[id='{id}']"));
    if let Some(field) = page.select(&field).next() {
        return Some(field.attr("value").unwrap_or_default().to_owned());
    }
    let chosen = find(format!("select[id='{id}'] option[selected]"));
    let chosen = page.select(&chosen).next()?;
    chosen.attr("value").map(str::to_owned)
}

/// The value of the group of choices with this name.
fn chosen(html: &str, name: &str) -> Option<String> {
    let page = Html::parse_document(html);
    let checked = Selector::parse(&format!("input[name='{name}'][checked]"));
    let checked = checked.expect("a selector of this file");
    let found = page.select(&checked).next()?;
    found.attr("value").map(str::to_owned)
}

/// What the page says one pays.
fn total(html: &str) -> String {
    let found = texts(html, ".result .total .amount");
    assert_eq!(found.len(), 1, "{html}");
    found.into_iter().next().expect("one")
}

/// A form that is filled in, with some fields changed.
fn form(changes: &[(&str, &str)]) -> String {
    let mut fields = vec![
        ("region", "110000"),
        ("scheme", "employee"),
        ("status", "active"),
        ("age", "40"),
        ("category", ""),
        ("kind", "inpatient"),
        ("level", "l3"),
        ("remote", "local"),
        ("admission", "1"),
        ("bill", "totals"),
        ("a", "20,000"),
        ("b", "8000"),
        ("b_first", "10"),
        ("c", "2000.00"),
        ("over", ""),
        ("account", "200"),
        ("day", DAY),
        ("other", "330100"),
    ];
    for (name, value) in changes {
        fields.retain(|(known, _)| known != name);
        fields.push((name, value));
    }
    serde_urlencoded::to_string(fields).expect("a form")
}

/// The same bill for the public interface.
fn bill(changes: &[(&str, Value)]) -> Value {
    let mut bill = json!({
        "region": "110000", "scheme": "employee", "date": DAY,
        "person": { "retired": false, "age": 40, "account_balance": 20000 },
        "visit": { "kind": "inpatient", "level": "l3" },
        "lines": [ { "amount": 2_000_000, "class": "A" },
                   { "amount": 800_000, "class": "B", "self_pay_first": 1000 },
                   { "amount": 200_000, "class": "C" } ],
        "accumulators": {}
    });
    for (pointer, value) in changes {
        let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
        let parent = bill.pointer_mut(parent).expect("a place");
        parent[name] = value.clone();
    }
    bill
}

/// What the engine lets the person pay.
fn by_the_engine(bill: &Value) -> String {
    let today = DAY.parse().expect("a day");
    let answer = estimate(bill, shipped_parameter_sets(), today, Language::Zh);
    let answer = serde_json::to_value(answer.expect("a bill")).expect("JSON");
    let fen = answer["settlement"]["psn_part_amt"].as_i64();
    Money::from_fen(fen.expect("an amount")).yuan()
}

async fn ask(browser: &mut Browser, changes: &[(&str, &str)]) -> Answer {
    browser.post("/calculator", &form(changes)).await
}

#[tokio::test]
async fn the_example_is_worked_out_and_said_to_be_one() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    for (language, example, you_pay) in [
        ("zh-CN", "例子", "大约要自己付"),
        ("en-GB", "an example", "You would pay about"),
    ] {
        let mut browser = site.browser();
        browser.language = language.to_owned();
        let page = browser.get("/calculator").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains(example), "{language}");
        assert!(page.body.contains(you_pay), "{language}");
        assert_eq!(total(&page.body), "¥7,985.00");
        let steps = texts(&page.body, ".steps .title").len();
        assert!(steps >= 4, "{language}: {steps} steps");
        // Each step that a parameter decides says which, and what it rests on. The library of this
        // site is empty: nothing leads into it.
        let sources = texts(&page.body, ".steps .source").len();
        assert!(sources >= 3, "{language}: {sources} sources");
        assert!(
            texts(&page.body, ".steps .source a").is_empty(),
            "{language}"
        );
        assert!(page.body.contains("BJ-2025"));
        assert!(!texts(&page.body, ".basis li").is_empty());
    }
}

#[tokio::test]
async fn every_kind_of_case_comes_out_as_the_engine_has_it() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut browser = site.browser();
    let plain = ask(&mut browser, &[]).await;
    assert_eq!(plain.status, StatusCode::OK);
    assert_eq!(total(&plain.body), "¥7,985.00");
    let all: [(Typed, Vec<(&str, Value)>); 8] = [
        (
            &[("region", "330100"), ("level", "l1")],
            vec![("/region", json!("330100")), ("/visit/level", json!("l1"))],
        ),
        (
            &[("remote", "unfiled"), ("admission", "３")],
            vec![
                ("/visit/remote", json!("unfiled")),
                ("/visit/admission", json!(3)),
            ],
        ),
        (
            &[("status", "retired"), ("age", "７４"), ("region", "510100")],
            vec![
                ("/region", json!("510100")),
                ("/person/retired", json!(true)),
                ("/person/age", json!(74)),
            ],
        ),
        (
            &[("scheme", "resident"), ("category", "subsistence")],
            vec![
                ("/scheme", json!("resident")),
                ("/person/category", json!("subsistence")),
            ],
        ),
        (
            &[
                ("kind", "outpatient"),
                ("op_ded", "1,800"),
                ("op_scope", "1800"),
            ],
            vec![
                ("/visit/kind", json!("outpatient")),
                ("/accumulators/op_ded", json!(180_000)),
                ("/accumulators/op_scope", json!(180_000)),
            ],
        ),
        (
            &[
                ("a", "１２，３４５．６７"),
                ("b", "￥1.2万"),
                ("b_first", "12.5％"),
                ("c", ""),
            ],
            vec![(
                "/lines",
                json!([{ "amount": 1_234_567, "class": "A" },
                       { "amount": 1_200_000, "class": "B", "self_pay_first": 1250 }]),
            )],
        ),
        (
            &[("over", "300")],
            vec![(
                "/lines/3",
                json!({ "amount": 30_000, "class": "A", "over_ceiling": 30_000 }),
            )],
        ),
        (
            &[
                ("cat_base", "40,000"),
                ("pool_paid", "30万"),
                ("family", "50"),
            ],
            vec![
                ("/accumulators/cat_base", json!(4_000_000)),
                ("/accumulators/pool_paid", json!(30_000_000)),
                ("/person/family_balance", json!(5_000)),
            ],
        ),
    ];
    for (typed, changes) in all {
        let page = ask(&mut browser, typed).await;
        assert_eq!(page.status, StatusCode::OK, "{typed:?}");
        let wanted = match changes.as_slice() {
            [("/lines/3", over)] => {
                let mut bill = bill(&[]);
                let lines = bill["lines"].as_array_mut().expect("lines");
                lines.push(over.clone());
                by_the_engine(&bill)
            }
            changes => by_the_engine(&bill(changes)),
        };
        assert_eq!(total(&page.body), wanted, "{typed:?}");
        // What was typed stays as it was typed.
        for (name, typed) in typed {
            let chosen = chosen(&page.body, name);
            let kept = chosen.or_else(|| value(&page.body, name));
            assert_eq!(kept.as_deref(), Some(*typed), "{name}");
        }
    }
}

#[tokio::test]
async fn items_one_by_one_come_and_go_without_a_script() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut browser = site.browser();
    let items = [
        ("bill", "items"),
        ("name-0", "床位"),
        ("amount-0", "20000"),
        ("class-0", "A"),
        ("amount-1", "8,000"),
        ("class-1", "B"),
        ("first-1", "10"),
        ("amount-7", "2000"),
        ("class-7", "C"),
    ];
    let page = ask(&mut browser, &items).await;
    assert_eq!(total(&page.body), "¥7,985.00", "as the same totals");

    let more = [&items[..], &[("do", "add")]].concat();
    let page = ask(&mut browser, &more).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(texts(&page.body, "#rows > li").len(), 4);
    assert_eq!(total(&page.body), "¥7,985.00", "the answer stays");
    assert_eq!(value(&page.body, "name-0").as_deref(), Some("床位"));
    assert_eq!(value(&page.body, "amount-8").as_deref(), Some(""));

    // Who makes room before everything is sound is not told so yet.
    let unsound = [&items[..], &[("do", "add"), ("age", "")]].concat();
    let page = ask(&mut browser, &unsound).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(texts(&page.body, ".result .total").is_empty());
    assert!(texts(&page.body, ".errors").is_empty());

    // The other way to tell the bill holds what was typed there, and so does this one.
    for (wish, way) in [("bill-totals", "totals"), ("bill-items", "items")] {
        let other = [&items[..], &[("do", wish)]].concat();
        let page = ask(&mut browser, &other).await;
        let html = Html::parse_document(&page.body);
        let told = Selector::parse(&format!("#bill[data-bill={way}]")).expect("a selector");
        assert!(html.select(&told).next().is_some(), "{wish}");
        assert_eq!(value(&page.body, "a").as_deref(), Some("20,000"));
        assert_eq!(value(&page.body, "amount-7").as_deref(), Some("2000"));
    }

    let less = [&items[..], &[("do", "remove-1")]].concat();
    let page = ask(&mut browser, &less).await;
    assert_eq!(texts(&page.body, "#rows > li").len(), 2);
    assert_eq!(value(&page.body, "amount-7").as_deref(), Some("2000"));
    assert_eq!(value(&page.body, "amount-1"), None);
    assert_eq!(
        value(&page.body, "age").as_deref(),
        Some("40"),
        "the rest stays"
    );
}

#[tokio::test]
async fn other_ways_are_as_the_engine_has_them_the_cheapest_first() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut browser = site.browser();
    let page = ask(&mut browser, &[]).await;
    let paid = texts(&page.body, "#compare td:nth-child(2) .amount");
    // As asked, three levels, elsewhere filed and unfiled, and another place.
    assert_eq!(paid.len(), 7, "{paid:?}");
    let mut wanted: Vec<String> = [
        ("/visit/level", json!("l3")),
        ("/visit/level", json!("l2")),
        ("/visit/level", json!("l1")),
        ("/visit/level", json!("community")),
        ("/visit/remote", json!("referral_filed")),
        ("/visit/remote", json!("unfiled")),
        ("/region", json!("330100")),
    ]
    .map(|change| by_the_engine(&bill(&[change])))
    .to_vec();
    let figure = |text: &String| {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        digits.parse::<u64>().expect("an amount")
    };
    assert!(paid.is_sorted_by_key(figure), "{paid:?}");
    wanted.sort_by_key(figure);
    assert_eq!(paid, wanted);
    let why = texts(&page.body, "#compare td .why").join("\n");
    assert!(why.contains("起付线是"), "{why}");
    assert!(why.contains("而不是"), "{why}");
    assert!(why.contains("个百分点"), "{why}");
}

#[tokio::test]
async fn nothing_typed_is_kept_and_no_address_holds_any() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut browser = site.browser();
    let before = site.count("audit_event").await;
    let page = ask(&mut browser, &[("a", "33,333.33")]).await;
    assert_eq!(page.header("cache-control"), "no-store");
    assert_eq!(
        site.count("audit_event").await,
        before,
        "nothing is written"
    );
    let html = Html::parse_document(&page.body);
    let links = Selector::parse("[href], [action], [formaction]").expect("a selector");
    for link in html.select(&links) {
        for name in ["href", "action", "formaction"] {
            let address = link.attr(name).unwrap_or_default();
            assert!(
                !address.contains("33333") && !address.contains("33,333"),
                "{address}"
            );
        }
    }
    // An address is not read for figures either: nobody is led to put them there.
    let page = browser.get("/calculator?a=99999&age=7").await;
    assert_eq!(value(&page.body, "a").as_deref(), Some("20,000"));
    assert_eq!(value(&page.body, "age").as_deref(), Some("45"));
}
