//! What the browser is given to answer by: it comes back as it was, and makes the very HTML that the
//! server made, in both languages and in elder mode.

use app::calculator::{Pack, Typed, answer, view};
use app::language::Language;
use app::ui::Look;
use axum::http::StatusCode;
use scraper::{ElementRef, Html, Selector};
use tests::database::sqlite_only;
use tests::site::Site;

use super::{Typed as Changes, form};

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).expect("a selector of this file");
    page.select(&selector).collect()
}

/// The words beside a field, found as the island finds them.
fn label(page: &Html, name: &str) -> String {
    let field = all(page, &format!("[id='{name}']"));
    let field = field.first().expect("a field");
    let group = field
        .ancestors()
        .filter_map(ElementRef::wrap)
        .find(|one| one.value().name() == "fieldset" && one.attr("class") == Some("field"));
    let label = match group {
        Some(group) => group.child_elements().next(),
        None => all(page, &format!("label[for='{name}']"))
            .into_iter()
            .next(),
    };
    let label = label.unwrap_or_else(|| panic!("{name} has no label"));
    label.text().collect()
}

/// What the island makes of the form that the page was asked with.
fn by_the_island(body: &str, sent: &str, look: Look) -> String {
    let page = Html::parse_document(body);
    let island = all(&page, "leptos-island[data-component=calculator]");
    let island = island.first().expect("an island");
    let code = island.attr("data-language");
    assert_eq!(code, Some(look.language.code()));
    assert_eq!(island.attr("data-elder").is_some(), look.elder);
    let rules = island.attr("data-rules").expect("rules");
    let pack: Pack = domain::flat::read(rules).expect("what was written");
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(sent).expect("a form");
    let typed = Typed::new(pairs);
    assert!(pack.answers(&typed));
    let answer = answer(&typed, &pack.sets, look.language).expect("an answer");
    let links = pack.clauses(answer.case.day);
    view::whole(answer, &typed, look, &links, &|name| label(&page, name))
}

const CASES: [Changes; 10] = [
    &[],
    &[
        ("region", "330100"),
        ("level", "l1"),
        ("other", ""),
        ("account", ""),
    ],
    &[("remote", "unfiled"), ("admission", "３"), ("over", "300")],
    &[("scheme", "resident"), ("category", "subsistence")],
    &[("kind", "outpatient"), ("op_ded", "1,800"), ("a", "30万")],
    &[
        ("kind", "chronic"),
        ("disease", "M07803"),
        ("family", "50"),
        ("cat_base", "40,000"),
    ],
    &[
        ("bill", "items"),
        ("name-0", "<b>\"床位\" & co</b>"),
        ("amount-0", "20000"),
        ("class-0", "A"),
        ("amount-3", "8,000"),
        ("class-3", "B"),
        ("first-3", "10"),
        ("over-3", "1"),
    ],
    &[
        ("kind", "chronic"),
        ("disease", "M07803"),
        ("bill", "items"),
        ("amount-0", "10,000"),
        ("class-0", "A"),
        ("amount-1", "1,000"),
        ("class-1", "B"),
        ("first-1", "5"),
        ("part-1", "ordinary"),
    ],
    &[("a", ""), ("b", ""), ("c", ""), ("day", "2024-06-12")],
    &[("day", "2024-05-05"), ("other", "310000")],
];

#[tokio::test]
async fn the_island_writes_what_the_server_wrote() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    for (tag, language, elder) in [
        ("zh-CN", Language::Chinese, false),
        ("en-GB", Language::English, false),
        ("zh-CN", Language::Chinese, true),
    ] {
        let mut browser = site.browser();
        browser.language = tag.to_owned();
        if elder {
            browser.post("/preferences", "mode=elder&back=/").await;
        }
        for changes in CASES {
            let sent = form(changes);
            let page = browser.post("/calculator", &sent).await;
            assert_eq!(page.status, StatusCode::OK, "{changes:?}");
            let look = Look::new(language, elder);
            let html = by_the_island(&page.body, &sent, look);
            assert!(html.contains("id=\"answer\""));
            let place = page.body.split_once("id=\"first-answer\"");
            let place = place.and_then(|(_, place)| place.split_once('>'));
            let (_, place) = place.expect("the answer's place");
            assert!(
                place.starts_with(&format!("{html}</div>")),
                "{changes:?}, {tag}, elder: {elder}: the island writes {html}, the server {}",
                place.get(..html.len()).unwrap_or(place)
            );
            assert!(!html.contains("<b>"), "what is typed stays text");
        }
    }
}

#[tokio::test]
async fn a_page_with_its_rules_is_no_burden() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let page = site.browser().get("/calculator").await;
    let html = Html::parse_document(&page.body);
    let island = all(&html, "leptos-island[data-component=calculator]");
    let rules = island.first().and_then(|island| island.attr("data-rules"));
    let rules = rules.expect("rules");
    assert!(rules.len() < 60_000, "{} bytes of rules", rules.len());
    // Elder mode asks one question a page, where nothing is answered yet.
    let mut browser = site.browser();
    browser.post("/preferences", "mode=elder&back=/").await;
    let asked = browser.get("/calculator").await;
    let html = Html::parse_document(&asked.body);
    assert!(all(&html, "leptos-island").is_empty());
}
