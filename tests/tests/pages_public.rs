//! The pages that everybody may read, over the shipped library and the sample products: whole,
//! in both languages and in elder mode, and with every link leading somewhere.

use std::collections::{BTreeSet, HashSet};
use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use scraper::{ElementRef, Html, Selector};
use services::RequestContext;
use tests::database::{on_each, sqlite_only};
use tests::pages::{Wish, get};
use tests::{library, platform};

const PAGES: [&str; 40] = [
    "/",
    "/gallery",
    "/policies",
    "/policies?q=断保后要等几个月",
    "/policies?q=医保&status=active&sort=newest&page=2",
    "/policies?q=xyzzyplugh",
    "/policies?as_of=nonsense",
    "/policies/d05",
    "/policies/d65",
    "/policies/d05?as_of=2025-02-30",
    "/add-ons",
    "/add-ons?region=110000",
    "/add-ons/sample-city-beijing",
    "/institutions",
    "/institutions?region=510107",
    "/institutions?q=yiyuan&region=110000&level=l3&with=chronic",
    "/institutions?q=xyzzyplugh&level=l1",
    "/institutions/H11010199001",
    "/institutions/P11010199004",
    "/drugs",
    "/drugs?q=kang&class=B",
    "/drugs?q=xyzzyplugh&list=commercial",
    "/drugs/XL01XEA203A001010999060",
    "/drugs/XA11CCW027A001010999019",
    "/drugs/sample-xa02bc-1-c",
    "/accessibility",
    "/calculator/contributions",
    "/calculator/incentive",
    "/calculator/maternity",
    "/calculator/retirement",
    "/calculator/thresholds",
    "/calculator/waiting",
    "/glossary",
    "/glossary?q=断保",
    "/glossary?q=xyzzyplugh",
    "/glossary?group=care",
    "/calculator",
    "/help",
    "/help?topic=wrong",
    "/privacy",
];

const WISHES: [Wish; 4] = [
    Wish {
        english: false,
        elder: false,
    },
    Wish {
        english: true,
        elder: false,
    },
    Wish {
        english: false,
        elder: true,
    },
    Wish {
        english: true,
        elder: true,
    },
];

async fn prepared() -> (tests::database::TestDatabase, RequestContext) {
    let made = sqlite_only().await;
    let platform = library::platform(&made);
    let visitor = library::visitor(&platform);
    library::shipped(&visitor).await;
    let operator = RequestContext::operator(platform, "test");
    services::parameters::import_shipped(&operator)
        .await
        .expect("the parameters");
    services::products::import_shipped(&operator)
        .await
        .expect("the sample products");
    services::institutions::import_shipped(&operator)
        .await
        .expect("the sample institutions");
    services::drugs::import_shipped(&operator)
        .await
        .expect("the sample drugs");
    (made, visitor)
}

fn selector(text: &str) -> Selector {
    Selector::parse(text).expect("a selector of this file")
}

fn text_of(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().trim().to_owned()
}

#[tokio::test]
async fn every_page_is_well_made_in_every_look() {
    let (_made, visitor) = prepared().await;
    for address in PAGES {
        for wish in WISHES {
            let (status, html) = get(&visitor, address, wish).await;
            assert_eq!(status, 200, "{address} {wish:?}");
            well_made(&format!("{address} {wish:?}"), &html, wish);
        }
    }
}

fn well_made(name: &str, html: &str, wish: Wish) {
    let page = Html::parse_document(html);
    let root = page.root_element();
    assert_eq!(
        root.attr("lang"),
        Some(if wish.english { "en" } else { "zh-Hans" }),
        "{name}"
    );
    assert_eq!(
        root.attr("data-mode"),
        wish.elder.then_some("elder"),
        "{name}"
    );

    let mut ids = HashSet::new();
    for element in page.select(&selector("[id]")) {
        let id = element.attr("id").unwrap_or_default();
        assert!(ids.insert(id), "{name}: {id} twice");
    }
    for element in page.select(&selector("a[href^='#']")) {
        let target = element
            .attr("href")
            .unwrap_or_default()
            .trim_start_matches('#');
        assert!(ids.contains(target), "{name}: #{target} is not there");
    }

    let mut level = 0;
    for heading in page.select(&selector("h1, h2, h3, h4, h5, h6")) {
        let own: usize = heading.value().name()[1..].parse().expect("a level");
        assert!(
            own <= level + 1,
            "{name}: {} after h{level}",
            heading.html()
        );
        assert!(!text_of(heading).is_empty(), "{name}: an empty heading");
        level = own;
    }
    for one in ["h1", "main", "title", "header.head", "footer"] {
        assert_eq!(page.select(&selector(one)).count(), 1, "{name}: {one}");
    }
    let navigations: Vec<_> = page
        .select(&selector("nav, form[role=search]"))
        .map(|nav| (nav.attr("aria-label"), nav.attr("aria-labelledby")))
        .collect();
    let distinct: BTreeSet<_> = navigations.iter().collect();
    assert_eq!(navigations.len(), distinct.len(), "{name}: {navigations:?}");

    assert!(
        !html.contains(" style=") && !html.contains("javascript:"),
        "{name}"
    );
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(html.as_bytes()).expect("memory");
    let size = gzip.finish().expect("memory").len();
    assert!(size <= 30_000, "{name}: {size} bytes compressed");
}

#[tokio::test]
async fn links_lead_somewhere() {
    let (_made, visitor) = prepared().await;
    let mut seen = BTreeSet::new();
    for address in PAGES.iter().filter(|page| **page != "/gallery") {
        let (_, html) = get(&visitor, address, Wish::default()).await;
        let page = Html::parse_document(&html);
        for link in page.select(&selector("a[href^='/']")) {
            let href = link.attr("href").unwrap_or_default();
            let path = href.split('#').next().unwrap_or_default().to_owned();
            let checked = ["/policies", "/add-ons", "/institutions", "/drugs"]
                .iter()
                .any(|start| path.starts_with(start));
            if checked && seen.len() < 250 && seen.insert(path.clone()) {
                let (status, _) = get(&visitor, &path, Wish::default()).await;
                assert_eq!(status, 200, "{address} links to {path}");
            }
        }
    }
    assert!(seen.len() > 30);
}

#[tokio::test]
async fn a_search_shows_what_was_found_and_why() {
    let (_made, visitor) = prepared().await;
    let (_, html) = get(&visitor, "/policies?q=断保后要等几个月", Wish::default()).await;
    let page = Html::parse_document(&html);
    let hit = page.select(&selector(".hit")).next().expect("a hit");
    assert!(
        hit.select(&selector("mark")).next().is_some(),
        "the passage is marked"
    );
    assert!(
        hit.select(&selector("a[href*='article=']"))
            .next()
            .is_some(),
        "{}",
        hit.html()
    );
    let field = page
        .select(&selector("main input[name=q]"))
        .next()
        .expect("the field");
    assert_eq!(field.attr("value"), Some("断保后要等几个月"));
}

#[tokio::test]
async fn what_was_asked_never_becomes_markup() {
    let (_made, visitor) = prepared().await;
    for address in [
        "/policies?q=<script>alert(1)</script>",
        "/policies?q=\"><img src=x onerror=alert(1)>",
        "/policies?q=医保&region=<b>&topic='><i>&issuer=<u>",
        "/institutions?q=<script>alert(1)</script>&region=<b>&with='><i>",
        "/drugs?q=\"><img src=x onerror=alert(1)>&class=<u>&from=<i>",
    ] {
        let (status, html) = get(&visitor, address, Wish::default()).await;
        assert_eq!(status, 200, "{address}");
        let page = Html::parse_document(&html);
        // The names of explained terms are bold by our own hand.
        let markup = "main script, main img, main :not(.meaning) > b, main i, main u";
        assert_eq!(page.select(&selector(markup)).count(), 0, "{address}");
    }
}

#[tokio::test]
async fn our_own_words_and_unsure_numbers_are_said_to_be_so() {
    let (_made, visitor) = prepared().await;
    let (_, own) = get(&visitor, "/policies/d05", Wish::default()).await;
    assert!(own.contains("不是文件原文"));
    let (_, unsure) = get(
        &visitor,
        "/policies/d65",
        Wish {
            english: true,
            elder: false,
        },
    )
    .await;
    assert!(unsure.contains("Draft, not in force"), "{unsure}");
}

#[tokio::test]
async fn a_day_that_is_none_is_said_to_be_so() {
    let (_made, visitor) = prepared().await;
    for (english, words) in [
        (false, "这个日期看不懂"),
        (true, "We could not read that date"),
    ] {
        let wish = Wish {
            english,
            elder: false,
        };
        for place in ["/policies", "/policies/d05"] {
            for day in ["2025-02-30", "2025-6-3", "nonsense"] {
                let address = format!("{place}?as_of={day}");
                let (status, html) = get(&visitor, &address, wish).await;
                assert_eq!(status, 200, "{address}");
                assert!(html.contains(words), "{address}");
            }
            for query in ["", "?as_of=", "?as_of=2026-06-15"] {
                let (_, html) = get(&visitor, &format!("{place}{query}"), wish).await;
                assert!(!html.contains(words), "{place}{query}");
            }
        }
    }
}

#[tokio::test]
async fn without_an_index_the_search_page_says_so_and_names_the_hotline() {
    let made = sqlite_only().await;
    let bare = platform::platform(made.database.clone());
    let (status, html) = get(
        &library::visitor(&bare),
        "/policies?q=医保",
        Wish::default(),
    )
    .await;
    assert_eq!(status, 503);
    assert!(html.contains("搜索暂时用不了") && html.contains("12393"));
}

#[tokio::test]
async fn a_database_that_is_away_is_not_taken_for_the_search() {
    on_each(|made| async move {
        let made = made;
        let visitor = library::visitor(&library::platform(&made));
        library::shipped(&visitor).await;
        let address = "/policies?q=断保后要等几个月";
        let (status, _) = get(&visitor, address, Wish::default()).await;
        assert_eq!(status, 200, "{}", made.kind);
        let reader = visitor.platform.database.reader.clone();
        reader.close().await.expect("it closes");
        for (english, said) in [
            (false, ["服务暂时用不了", "搜索暂时用不了"]),
            (true, ["The service is away", "The search is away"]),
        ] {
            let wish = Wish {
                english,
                ..Wish::default()
            };
            let (status, html) = get(&visitor, address, wish).await;
            assert_eq!(status, 503, "{}", made.kind);
            assert!(html.contains(said[0]), "{}: {html}", made.kind);
            assert!(!html.contains(said[1]), "{}", made.kind);
        }
    })
    .await;
}
