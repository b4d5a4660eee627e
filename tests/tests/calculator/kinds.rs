//! Visits for a disease and checks before a birth: the disease is asked for, and what the year has
//! used counts.

use axum::http::StatusCode;
use tests::browser::Answer;
use tests::database::sqlite_only;
use tests::site::Site;

use super::{Typed, ask, texts, total, value};

/// The bill: class A only.
fn bill(a: &'static str, more: Typed) -> Vec<(&'static str, &'static str)> {
    let mut fields = vec![("a", a), ("b", ""), ("c", ""), ("account", "")];
    fields.extend_from_slice(more);
    fields
}

const PRESSURE: Typed = &[
    ("region", "510100"),
    ("scheme", "resident"),
    ("level", "community"),
    ("kind", "two_diseases"),
    ("disease", "M03900"),
];
const DIALYSIS: Typed = &[("kind", "chronic"), ("disease", "M07803")];
const CHECKS: Typed = &[("kind", "prenatal")];

#[tokio::test]
async fn each_kind_has_its_own_rules_and_its_own_total() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut browser = site.browser();
    for (a, kind, used, wanted) in [
        // Chengdu: 60 %, at most 200 yuan a year.
        ("100", PRESSURE, ("hypertension_paid", ""), "¥40.00"),
        ("100", PRESSURE, ("hypertension_paid", "190"), "¥90.00"),
        ("100", PRESSURE, ("diabetes_paid", "190"), "¥40.00"),
        // Beijing: 1,300 yuan a year first, then 85 %.
        ("10,000", DIALYSIS, ("chronic_ded", ""), "¥2,605.00"),
        ("10,000", DIALYSIS, ("chronic_ded", "1,300"), "¥1,500.00"),
        // Beijing: all of it, at most 3,000 yuan a year.
        ("1,000", CHECKS, ("prenatal_paid", ""), "¥0.00"),
        ("1,000", CHECKS, ("prenatal_paid", "2,500"), "¥500.00"),
    ] {
        let mut fields = bill(a, kind);
        fields.push(used);
        let page = ask(&mut browser, &fields).await;
        assert_eq!(page.status, StatusCode::OK, "{fields:?}: {}", page.body);
        assert_eq!(total(&page.body), wanted, "{fields:?}");
        let disease = kind.iter().find(|(name, _)| *name == "disease");
        let disease = disease.map_or("", |(_, code)| *code);
        assert_eq!(value(&page.body, "disease").as_deref(), Some(disease));
    }
    let page = ask(&mut browser, &bill("100", PRESSURE)).await;
    assert!(
        page.body.contains("高血压，"),
        "the answer names the disease"
    );
}

fn problems(page: &Answer) -> Vec<String> {
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(texts(&page.body, ".result").is_empty());
    texts(&page.body, ".errors a")
}

#[tokio::test]
async fn what_does_not_fit_is_said_at_its_field() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut browser = site.browser();
    for (changes, field, words) in [
        (vec![("kind", "chronic")], "disease", "请选这次看的是哪种病"),
        (
            vec![("kind", "chronic"), ("disease", "M1")],
            "disease",
            "请选这次看的是哪种病",
        ),
        (
            vec![
                ("scheme", "resident"),
                ("kind", "two_diseases"),
                ("disease", "M07803"),
            ],
            "disease",
            "这一类只管高血压和糖尿病",
        ),
        (
            vec![("kind", "two_diseases"), ("disease", "M03900")],
            "kind",
            "这一类只有居民医保才有",
        ),
    ] {
        let page = ask(&mut browser, &changes).await;
        let told = problems(&page);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].contains(words), "{told:?}");
        let there = format!(".errors a[href='#{field}']");
        assert_eq!(texts(&page.body, &there).len(), 1, "{field}");
        assert_eq!(value(&page.body, "age").as_deref(), Some("40"));
    }
    // A disease that the kind of visit does not ask for plays no part.
    let page = ask(&mut browser, &[("disease", "M07803")]).await;
    assert_eq!(total(&page.body), "¥7,985.00");
}

/// A bill of the disease of which one item is for something else.
const MIXED: Typed = &[
    ("kind", "chronic"),
    ("disease", "M07803"),
    ("account", ""),
    ("bill", "items"),
    ("amount-0", "10,000"),
    ("class-0", "A"),
    ("part-0", "disease"),
    ("amount-1", "1,000"),
    ("class-1", "A"),
    ("part-1", "ordinary"),
];

#[tokio::test]
async fn a_bill_is_divided_into_what_is_for_the_disease_and_the_rest() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut browser = site.browser();
    // Beijing: 1,300 yuan a year first and then 85 % of 10,000; the other 1,000 are below the
    // 1,800 yuan of an ordinary visit.
    let page = ask(&mut browser, MIXED).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    assert_eq!(total(&page.body), "¥3,605.00");
    assert_eq!(
        texts(&page.body, ".result .parts > li"),
        [
            "治这个病的 ¥10,000.00，按门诊慢特病算：自己付 ¥2,605.00。",
            "其余的 ¥1,000.00，按普通门诊算：自己付 ¥1,000.00。",
        ]
    );
    let titles = texts(&page.body, ".workings .steps .title");
    for title in ["账单分成两部分，先算治慢特病的", "再算账单的其余部分"] {
        assert!(titles.iter().any(|one| one == title), "{titles:?}");
    }
    assert_eq!(value(&page.body, "part-1").as_deref(), Some("ordinary"));
    assert_eq!(texts(&page.body, "#bill[data-divides] .item-part").len(), 2);
    let put_in = texts(&page.body, ".on-paper dd");
    assert!(
        put_in.iter().any(|one| one == "1,000、不是治这个病的"),
        "said on paper: {put_in:?}"
    );

    // What is not said to be for something else is for the disease, and a whole bill is one.
    let whole = [MIXED, &[("part-1", "")]].concat();
    let page = ask(&mut browser, &whole).await;
    assert!(texts(&page.body, ".result .parts").is_empty());
    // 1,300 and 15 % of 9,700.
    assert_eq!(total(&page.body), "¥2,755.00");

    // Another kind of visit is not divided, whatever stands in the fields that it does not show.
    let outpatient = [MIXED, &[("kind", "outpatient")]].concat();
    let page = ask(&mut browser, &outpatient).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(texts(&page.body, ".result .parts").is_empty());
    assert!(texts(&page.body, "#bill[data-divides]").is_empty());

    let unknown = [MIXED, &[("part-1", "both")]].concat();
    let page = ask(&mut browser, &unknown).await;
    assert_eq!(problems(&page).len(), 1);
    assert_eq!(texts(&page.body, ".errors a[href='#part-1']").len(), 1);
}

/// The row of the comparison that begins with `name`.
fn row(page: &Answer, name: &str) -> String {
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    let rows = texts(&page.body, "#compare tbody tr");
    let found = rows.iter().find(|row| row.starts_with(name));
    found.unwrap_or_else(|| panic!("{name}: {rows:?}")).clone()
}

#[tokio::test]
async fn the_comparison_names_the_rules_of_both_and_only_those_that_count() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut browser = site.browser();
    let small: Typed = &[
        ("region", "310000"),
        ("other", "110000"),
        ("scheme", "resident"),
        ("level", "community"),
        ("kind", "outpatient"),
    ];
    let page = ask(&mut browser, &bill("300", small)).await;
    let told = row(&page, "如果在北京参保");
    // Of Shanghai's 500 the bill reaches 300: what counts is the rule.
    assert!(told.contains("起付线是 ¥100.00，而不是 ¥500.00"), "{told}");
    assert!(told.contains("统筹基金付 55%"), "{told}");
    assert!(!told.contains("¥200.00"), "{told}");

    let mut fields = bill("300", PRESSURE);
    fields.push(("other", "110000"));
    let page = ask(&mut browser, &fields).await;
    let told = row(&page, "如果在北京参保");
    assert!(
        told.contains("起付线是 ¥100.00，照您填的没有起付线"),
        "{told}"
    );
    assert!(told.contains("统筹基金付 55%，而不是 60%"), "{told}");

    // Residents of Hangzhou get 300,000 at every level, and those of Chengdu nothing above the
    // primary one.
    let large: Typed = &[("region", "330100"), ("scheme", "resident")];
    let page = ask(&mut browser, &bill("900,000", large)).await;
    let told = row(&page, "改在一级医院");
    assert!(told.contains("一样"), "{told}");
    assert!(
        told.contains("都付到全年最高支付限额 ¥300,000.00"),
        "{told}"
    );
    assert!(!told.contains("而不是"), "{told}");
    let primary: Typed = &[
        ("region", "510100"),
        ("scheme", "resident"),
        ("level", "community"),
        ("kind", "outpatient"),
    ];
    let page = ask(&mut browser, &bill("1,000", primary)).await;
    let told = row(&page, "改在三级医院");
    assert!(
        told.contains("这样看病统筹基金不付，而不是付 60%"),
        "{told}"
    );
    assert!(!told.contains("最高支付限额"), "{told}");
}

/// Of Shanghai there are no rules before 2025: that is said where its row would be.
#[tokio::test]
async fn a_place_without_rules_on_the_day_is_not_left_out_silently() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut browser = site.browser();
    let told = |page: &Answer| texts(&page.body, "#compare .apart");
    let early = [("day", "2024-05-05"), ("other", "310000")];
    let page = ask(&mut browser, &early).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    assert_eq!(
        told(&page),
        ["上海在2024年5月5日没有收录的规定，所以没有列出来。"]
    );
    for sound in [
        [("other", "310000")],
        [("other", "")],
        [("other", "110000")],
    ] {
        let page = ask(&mut browser, &sound).await;
        assert_eq!(page.status, StatusCode::OK, "{sound:?}");
        assert!(told(&page).is_empty(), "{sound:?}");
    }
    browser.language = "en-GB".to_owned();
    let page = ask(&mut browser, &early).await;
    assert_eq!(
        told(&page),
        ["No rules of Shanghai are kept for 5 May 2024, so it is not listed."]
    );
}
