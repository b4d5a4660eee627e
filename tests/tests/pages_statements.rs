//! Glossary, help, accessibility statement and privacy notice: complete, in both languages, and
//! true of this program.

use std::collections::{BTreeMap, BTreeSet};

use app::routes;
use app::ui::say::say;
use domain::glossary;
use domain::language::Language;
use scraper::{Html, Selector};
use services::RequestContext;
use tests::browser::Answer;
use tests::database::sqlite_only;
use tests::library;
use tests::pages::{Wish, get};
use tests::site::Site;

const PAGES: [&str; 4] = ["/glossary", "/help", "/accessibility", "/privacy"];

fn wishes() -> impl Iterator<Item = Wish> {
    [false, true]
        .into_iter()
        .flat_map(|english| [false, true].map(|elder| Wish { english, elder }))
}

fn selector(text: &str) -> Selector {
    Selector::parse(text).expect("a selector of this file")
}

async fn visitor() -> (tests::database::TestDatabase, RequestContext) {
    let made = sqlite_only().await;
    let visitor = library::visitor(&library::platform(&made));
    (made, visitor)
}

fn is_chinese(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

#[tokio::test]
async fn every_term_is_in_the_glossary_under_its_own_address() {
    let (_made, visitor) = visitor().await;
    for wish in wishes() {
        let language = if wish.english {
            Language::En
        } else {
            Language::Zh
        };
        // Elder mode has all of them on one page when that is asked for.
        let address = if wish.elder {
            "/glossary?list=whole"
        } else {
            "/glossary"
        };
        let (status, html) = get(&visitor, address, wish).await;
        assert_eq!(status, 200);
        let page = Html::parse_document(&html);
        for term in glossary::all() {
            let entry = page.select(&selector(&format!("#{}", term.slug))).next();
            let entry = entry.unwrap_or_else(|| panic!("{} has no entry", term.slug));
            let text: String = entry.text().collect();
            let example = if wish.elder {
                say(term.example(language), language)
            } else {
                term.example(language).to_owned()
            };
            for part in [
                term.official,
                term.english,
                term.meaning(language),
                example.as_str(),
            ] {
                assert!(text.contains(part), "{}: {part}", term.slug);
            }
        }
    }
}

#[tokio::test]
async fn elder_mode_shows_five_terms_and_every_address_still_arrives() {
    let (_made, visitor) = visitor().await;
    let elder = Wish {
        english: false,
        elder: true,
    };
    let (mut address, mut seen) = ("/glossary".to_owned(), Vec::new());
    loop {
        let (_, html) = get(&visitor, &address, elder).await;
        let page = Html::parse_document(&html);
        let entry = selector(".entry");
        let entries = page.select(&entry);
        let ids: Vec<String> = entries
            .filter_map(|entry| entry.attr("id").map(str::to_owned))
            .collect();
        assert!((1..=5).contains(&ids.len()), "{address}: {ids:?}");
        // Whatever is shown: each term has its anchor once, and one press leads to its entry.
        for term in glossary::all() {
            let anchor = selector(&format!("#{}", term.slug));
            assert_eq!(page.select(&anchor).count(), 1, "{address}: {}", term.slug);
        }
        seen.extend(ids);
        let next = page.select(&selector("a[rel=next]")).next();
        let Some(next) = next.and_then(|link| link.attr("href")) else {
            break;
        };
        address = next.to_owned();
    }
    let slugs: Vec<&str> = glossary::all().map(|term| term.slug).collect();
    assert_eq!(seen, slugs);
    let slug = slugs[40];
    let (_, html) = get(&visitor, "/glossary", elder).await;
    let page = Html::parse_document(&html);
    let line = page.select(&selector(&format!("a#{slug}"))).next();
    let line = line.and_then(|line| line.attr("href")).expect("a link");
    assert_eq!(line, format!("/glossary?from={slug}#{slug}"));
    let there = line.split('#').next().unwrap_or_default();
    let (_, html) = get(&visitor, there, elder).await;
    let page = Html::parse_document(&html);
    let first = page.select(&selector(".entry")).next();
    assert_eq!(first.and_then(|entry| entry.attr("id")), Some(slug));
    // A term on another page leads there at once.
    let (_, html) = get(&visitor, "/gallery", elder).await;
    assert!(html.contains(&format!("href=\"/glossary?from={slug}#{slug}\"")));
}

#[tokio::test]
async fn the_filter_needs_no_script_and_says_when_nothing_is_found() {
    let (_made, visitor) = visitor().await;
    let (_, html) = get(&visitor, "/glossary?q=断保", Wish::default()).await;
    let page = Html::parse_document(&html);
    let found: Vec<_> = page
        .select(&selector(".entry"))
        .filter_map(|entry| entry.attr("id"))
        .collect();
    assert!(
        found.contains(&"interruption") && found.len() < 10,
        "{found:?}"
    );
    let (_, html) = get(&visitor, "/glossary?group=care", Wish::default()).await;
    let count = Html::parse_document(&html)
        .select(&selector(".entry"))
        .count();
    assert_eq!(count, glossary::Group::Care.terms().len());
    let (status, html) = get(&visitor, "/glossary?q=<b>xyzzy", Wish::default()).await;
    assert_eq!(status, 200);
    let page = Html::parse_document(&html);
    assert_eq!(page.select(&selector(".entry, main .empty b")).count(), 0);
    assert!(html.contains("没有找到"));
}

#[tokio::test]
async fn a_term_on_a_page_leads_to_its_entry() {
    let (_made, visitor) = visitor().await;
    let (_, html) = get(&visitor, "/gallery", Wish::default()).await;
    let page = Html::parse_document(&html);
    let led: BTreeSet<String> = page
        .select(&selector(".meaning a"))
        .filter_map(|link| {
            link.attr("href")?
                .strip_prefix("/glossary#")
                .map(str::to_owned)
        })
        .collect();
    let slugs: BTreeSet<String> = glossary::all().map(|term| term.slug.to_owned()).collect();
    assert_eq!(led, slugs);
}

#[tokio::test]
async fn english_statements_are_in_english() {
    let (_made, visitor) = visitor().await;
    for address in PAGES {
        let wish = Wish {
            english: true,
            elder: false,
        };
        let (_, html) = get(&visitor, address, wish).await;
        let page = Html::parse_document(&html);
        for element in page.select(&selector("main *:not([lang])")) {
            let own: String = element
                .children()
                .filter_map(|child| child.value().as_text().map(|text| text.to_string()))
                .collect();
            assert!(!own.contains(is_chinese), "{address}: {own}");
        }
    }
}

#[tokio::test]
async fn statements_link_only_to_what_is_there() {
    let (_made, visitor) = visitor().await;
    for address in PAGES {
        for wish in wishes() {
            let (_, html) = get(&visitor, address, wish).await;
            let page = Html::parse_document(&html);
            let ids: BTreeSet<&str> = page
                .select(&selector("[id]"))
                .filter_map(|element| element.attr("id"))
                .collect();
            for link in page.select(&selector("main a[href], footer a[href]")) {
                let href = link.attr("href").unwrap_or_default();
                if let Some(anchor) = href.strip_prefix('#') {
                    assert!(ids.contains(anchor), "{address}: {href}");
                } else if href.starts_with('/') {
                    let path = href.split(['?', '#']).next().unwrap_or_default();
                    assert!(routes::has(path), "{address} links to {href}");
                } else {
                    assert!(href.starts_with("tel:"), "{address}: {href}");
                }
            }
        }
    }
}

#[tokio::test]
async fn elder_mode_shows_one_topic_at_a_time_and_six_choices_at_most() {
    let (_made, visitor) = visitor().await;
    let elder = Wish {
        english: false,
        elder: true,
    };
    let (_, html) = get(&visitor, "/help", elder).await;
    let page = Html::parse_document(&html);
    assert_eq!(page.select(&selector(".question")).count(), 0);
    let doors: Vec<_> = page
        .select(&selector(".door"))
        .filter_map(|door| door.attr("href").map(str::to_owned))
        .collect();
    assert_eq!(doors.len(), 6);
    let mut questions = 0;
    for door in doors {
        let (_, html) = get(&visitor, &door, elder).await;
        let page = Html::parse_document(&html);
        let here = page.select(&selector(".question")).count();
        assert!((1..=6).contains(&here), "{door}: {here}");
        assert!(html.contains("12393"), "{door}: a person first");
        questions += here;
    }
    let (_, whole) = get(&visitor, "/help", Wish::default()).await;
    let whole = Html::parse_document(&whole);
    assert_eq!(whole.select(&selector(".question")).count(), questions);
}

/// Name (what varies left out) and life time of a `Set-Cookie` value.
fn told(cookie: &str) -> (String, Option<i64>) {
    let (name, rest) = cookie.split_once('=').unwrap_or((cookie, ""));
    let name = if name.starts_with("sign-in-") {
        "sign-in-…"
    } else {
        name
    };
    let age = rest
        .split("; ")
        .find_map(|attribute| attribute.strip_prefix("Max-Age="))
        .and_then(|seconds| seconds.parse().ok());
    (name.to_owned(), age)
}

#[tokio::test]
async fn the_privacy_notice_names_every_cookie_with_its_life_time() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut browser = site.browser();
    let mut old = site.browser();
    old.modern = false;
    let begun = browser.get("/sign-in?next=/me").await;
    let chosen = browser
        .get(&format!("{}&sub=resident-employee", begun.location()))
        .await;
    let answers: Vec<Answer> = vec![
        browser.get(chosen.location()).await,
        browser.post("/preferences", "theme=dark&language=en").await,
        browser.get("/?lang=zh").await,
        browser.post("/sign-out", "").await,
        old.get("/").await,
        begun,
    ];
    let set: BTreeMap<String, Option<i64>> = answers
        .iter()
        .flat_map(Answer::cookies)
        .map(told)
        .filter(|(_, age)| *age != Some(0))
        .collect();

    let notice = site.browser().get("/privacy").await;
    let page = Html::parse_document(&notice.body);
    let rows: BTreeMap<String, String> = page
        .select(&selector("#cookies tbody tr"))
        .map(|row| {
            let cells: Vec<String> = row
                .select(&selector("td"))
                .map(|cell| cell.text().collect())
                .collect();
            (cells[0].clone(), cells[2].clone())
        })
        .collect();
    let named: Vec<&String> = rows.keys().collect();
    assert_eq!(set.keys().collect::<Vec<_>>(), named);
    for (name, age) in set {
        let expected = match age {
            None => "关掉浏览器".to_owned(),
            Some(31_536_000) => "1 年".to_owned(),
            Some(seconds) => format!("{} 分钟", seconds / 60),
        };
        assert!(
            rows[&name].starts_with(&expected),
            "{name}: {} is not {expected}",
            rows[&name]
        );
    }
}
