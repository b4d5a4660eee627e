//! Places are offered where rules are in force on the day that is asked about; an address or a form
//! that names another one is told so, and keeps it.

use axum::http::StatusCode;
use domain::settlement::parameters::shipped_parameter_texts;
use scraper::Html;
use serde_json::{Value, json};
use services::RequestContext;
use services::parameters::import;
use std::sync::Arc;
use tests::database::sqlite_only;
use tests::site::Site;

use super::{ADDRESSES, posted, selector, texts};

/// Jinan, whose rules begin half a year after the day of the test.
const LATER: &str = "370100";

async fn with_rules_to_come(site: &Site) {
    let mut set: Value = serde_json::from_str(shipped_parameter_texts()[0]).expect("a set");
    set["id"] = json!("JN-2027");
    set["region"] = json!(LATER);
    set["effective"] = json!({ "from": "2027-01-01", "through": null });
    let operator = RequestContext::operator(Arc::clone(&site.platform), "test");
    import(&operator, &set.to_string()).await.expect("a set");
    assert!(site.platform.parameters.by_id("JN-2027").is_some());
}

/// The values that the field offers, and the one that is chosen, in words.
fn offered(html: &str, field: &str) -> (Vec<String>, String) {
    let page = Html::parse_document(html);
    let options = selector(&format!("select#{field} option"));
    let values = page
        .select(&options)
        .map(|one| one.attr("value").unwrap_or_default().to_owned())
        .collect();
    let chosen = format!("select#{field} option[selected]");
    (values, texts(html, &chosen).concat())
}

fn problem(html: &str) -> String {
    texts(html, "#region-error").concat()
}

#[tokio::test]
async fn a_place_whose_rules_are_still_to_come_is_offered_by_no_calculator() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    with_rules_to_come(&site).await;
    let mut browser = site.browser();
    for address in ADDRESSES.into_iter().chain(["/calculator"]) {
        let page = browser.get(address).await;
        let (values, _) = offered(&page.body, "region");
        assert_eq!(
            values,
            ["110000", "310000", "330100", "510100"],
            "{address}"
        );

        // An address that asks for it gets a word about it, at the field, with the place kept.
        let page = browser.get(&format!("{address}?region={LATER}")).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}");
        assert!(problem(&page.body).contains("规定"), "{address}");
        assert_eq!(texts(&page.body, ".errors a[href='#region']").len(), 1);
        let (_, chosen) = offered(&page.body, "region");
        assert!(
            chosen.contains("济南") && chosen.contains("没有收录的规定"),
            "{address}: {chosen}"
        );
        assert!(texts(&page.body, ".verdict, .result .total").is_empty());

        // One that asks for a place with rules begins there; a district has those of its city.
        for place in ["330100", "330106"] {
            let page = browser.get(&format!("{address}?region={place}")).await;
            assert_eq!(page.status, StatusCode::OK, "{address}?region={place}");
            let (values, chosen) = offered(&page.body, "region");
            assert_eq!(chosen, "浙江省杭州市", "{address}");
            assert_eq!(values.len(), 4, "{address}");
        }
        // What is no place at all is asked for.
        let page = browser.get(&format!("{address}?region=nowhere")).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}");
        assert!(!problem(&page.body).is_empty(), "{address}");
        assert_eq!(offered(&page.body, "region").0[0], "", "{address}");
    }
    let typed = [("region", LATER), ("payer", "employee"), ("wage", "12,000")];
    let page = posted(&mut browser, "/calculator/contributions", &typed).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(offered(&page.body, "region").1.contains("济南"), "it stays");
}

#[tokio::test]
async fn another_day_offers_the_places_of_that_day() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    with_rules_to_come(&site).await;
    let mut browser = site.browser();
    let form = |region: &'static str, day: &'static str| {
        [
            ("region", region),
            ("scheme", "employee"),
            ("status", "active"),
            ("age", "40"),
            ("kind", "inpatient"),
            ("level", "l3"),
            ("remote", "local"),
            ("admission", "1"),
            ("bill", "totals"),
            ("a", "20,000"),
            ("day", day),
            ("other", LATER),
        ]
    };
    let page = posted(&mut browser, "/calculator", &form(LATER, "2027-02-01")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(offered(&page.body, "region").0.len(), 5);
    assert_eq!(offered(&page.body, "region").1, "山东省济南市");

    let page = posted(&mut browser, "/calculator", &form(LATER, "2026-06-15")).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(problem(&page.body).contains("换一天"));
    assert!(offered(&page.body, "region").1.contains("没有收录的规定"));

    // A comparison that the day does not allow stands in nobody's way and is said at its field.
    let page = posted(&mut browser, "/calculator", &form("110000", "2026-06-15")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(offered(&page.body, "other").1.contains("没有收录的规定"));

    // A slip in the day leaves the places of today to choose from.
    let page = posted(&mut browser, "/calculator", &form("110000", "1999-01-01")).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        offered(&page.body, "region").0,
        ["110000", "310000", "330100", "510100"]
    );
}

/// Hangzhou's shipped set as one of Jinan, in force for these days, with this step for each further
/// year.
async fn with_step(site: &Site, id: &str, (from, through): (&str, Option<&str>), step: i64) {
    let mut texts = shipped_parameter_texts().iter();
    let text = texts.find(|text| text.contains("HZ-2025")).expect("a set");
    let mut set: Value = serde_json::from_str(text).expect("a set");
    assert_eq!(set["id"], json!("HZ-2025"));
    set["id"] = json!(id);
    set["region"] = json!(LATER);
    set["effective"] = json!({ "from": from, "through": through });
    set["other"]["incentive"]["values"]["continuous_step"] = json!(step);
    let operator = RequestContext::operator(Arc::clone(&site.platform), "test");
    import(&operator, &set.to_string()).await.expect("a set");
}

#[tokio::test]
async fn the_reward_of_a_year_is_worked_out_by_the_rules_of_that_year() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let whole = ("2026-01-01", Some("2026-12-31"));
    with_step(&site, "JN-2026", whole, 200_000).await;
    with_step(&site, "JN-2027", ("2027-01-01", None), 300_000).await;
    let mut browser = site.browser();
    for (year, reward, basis) in [
        // Two further years and one without a claim; then three of 3,000 yuan and two of 2,000.
        (
            "2026",
            "¥6,000.00 是奖励",
            "2026 年按参数 JN-2026 算，这套参数从2026年1月1日起有效",
        ),
        (
            "2027",
            "¥13,000.00 是奖励",
            "2027 年按参数 JN-2027 算，这套参数从2027年1月1日起有效",
        ),
        (
            "2024",
            "2024 年还没有奖励",
            "没有收录 2024 年的规定，按今天有效的参数 JN-2026 算",
        ),
    ] {
        let fields = [
            ("region", LATER),
            ("since", "2018"),
            ("year", year),
            ("claimed", "2021"),
            ("used", ""),
        ];
        let page = posted(&mut browser, "/calculator/incentive", &fields).await;
        assert_eq!(page.status, StatusCode::OK, "{year}: {}", page.body);
        let told = texts(&page.body, ".verdict p").join("\n");
        assert!(told.contains(reward), "{year}: {told}");
        assert!(told.contains(basis), "{year}: {told}");
        let (kept, other) = if year == "2027" {
            ("JN-2027", "JN-2026")
        } else {
            ("JN-2026", "JN-2027")
        };
        assert!(
            page.body.contains(kept) && !page.body.contains(other),
            "{year}"
        );
    }
}
