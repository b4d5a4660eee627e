//! A resident who looks at every page in both languages and in elder mode.

use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::http::StatusCode;
use domain::ids::PersonId;
use flate2::Compression;
use flate2::write::GzEncoder;
use scraper::{Html, Selector};
use tests::browser::{Answer, Browser};
use tests::database::TestDatabase;
use tests::hats::belongs_to;
use tests::lives::Life;
use tests::site::Site;

/// The account that walks.
pub const SUBJECT: &str = "resident-employee";
/// One's own pages without an id in the address.
const OWN: [&str; 22] = [
    "/me",
    "/me/enrolment",
    "/me/contributions",
    "/me/benefits",
    "/me/settlements",
    "/me/settlements?year=2026",
    "/me/settlements?kind=inpatient",
    "/me/settlements?year=1995&kind=outpatient",
    "/me/account",
    "/me/add-ons",
    "/me/family",
    "/me/family/invite",
    "/me/family/ledger",
    "/me/family/share",
    "/me/certificates",
    "/me/certificates/new",
    "/me/messages",
    "/me/messages/settings",
    "/me/access",
    "/me/consents",
    "/me/sessions",
    "/me/export",
];
/// The pages of a relative, below `/people/{person}`.
pub const THEIRS: [&str; 7] = [
    "",
    "/enrolment",
    "/contributions",
    "/benefits",
    "/settlements",
    "/account",
    "/add-ons",
];
/// What no page may show: traces of a program in place of words.
const TRACES: [&str; 8] = [
    "NaN",
    "None",
    "Some(",
    "null",
    "undefined",
    "\u{FFFD}",
    "1970",
    "{}",
];
/// A page has at most so many bytes when it is compressed.
const MOST_BYTES: usize = 30_000;
/// A page runs at most so many statements, the session's among them.
pub const MOST_STATEMENTS: usize = 5;

/// The site, its resident's browser, and a count of the statements.
pub struct Walk {
    /// The site.
    pub site: Site,
    /// The resident's browser.
    pub browser: Browser,
    statements: Arc<AtomicUsize>,
}

pub async fn walk(made: TestDatabase) -> (Walk, TestDatabase) {
    let mut made = made;
    let statements = Arc::new(AtomicUsize::new(0));
    let database = &mut made.database;
    for pool in [&mut database.reader, &mut database.writer] {
        let statements = Arc::clone(&statements);
        pool.set_metric_callback(move |_| {
            statements.fetch_add(1, Ordering::SeqCst);
        });
    }
    let site = Site::with(&made, &[("limit.request_ms", "120000")]).await;
    let refreshed = site.platform.parameters.refresh(&site.platform.database);
    refreshed.await.expect("the parameters");
    let mut browser = site.browser();
    browser.sign_in(SUBJECT, "/me").await;
    let walk = Walk {
        site,
        browser,
        statements,
    };
    (walk, made)
}

fn compressed(html: &str) -> usize {
    let mut writer = GzEncoder::new(Vec::new(), Compression::default());
    writer.write_all(html.as_bytes()).expect("memory takes it");
    writer.finish().expect("memory takes it").len()
}

/// The text of what `selector` finds, without the spaces of the markup.
pub fn text_of(html: &str, selector: &str) -> String {
    let page = Html::parse_document(html);
    let selector = Selector::parse(selector).expect("a selector of this file");
    let texts = page.select(&selector).flat_map(|one| one.text());
    texts.collect()
}

/// Cells of tables in which nothing stands.
fn empty_cells(html: &str) -> usize {
    let page = Html::parse_document(html);
    let cells = Selector::parse("main tbody td").expect("a selector of this file");
    page.select(&cells)
        .filter(|cell| cell.text().all(|text| text.trim().is_empty()))
        .count()
}

impl Walk {
    /// Writes `life` and lets the browser's account be theirs.
    pub async fn as_life(&self, life: Life) -> PersonId {
        let person = life.write(&self.site.platform).await;
        belongs_to(&self.site, SUBJECT, person).await;
        person
    }

    /// The browser in each language and mode.
    async fn looks(&self) -> Vec<(String, Browser)> {
        let mut looks = Vec::new();
        for mode in ["standard", "elder"] {
            for language in ["zh", "en"] {
                let mut browser = self.browser.clone();
                let chosen = format!("mode={mode}&language={language}&back=/");
                let answer = browser.post("/preferences", &chosen).await;
                assert!(answer.status.is_redirection(), "{answer:?}");
                looks.push((format!("{mode} {language}"), browser));
            }
        }
        looks
    }

    /// Looks at `addresses` in every way; the page in Chinese and standard mode of each.
    pub async fn all(&self, addresses: &[String], most_statements: usize) -> Vec<(String, Answer)> {
        let mut plain = Vec::new();
        for (look, mut browser) in self.looks().await {
            for address in addresses {
                self.statements.store(0, Ordering::SeqCst);
                let answer = browser.get(address).await;
                let ran = self.statements.load(Ordering::SeqCst);
                let what = format!("{address}, {look}");
                assert_eq!(answer.status, StatusCode::OK, "{what}: {}", answer.body);
                assert!(ran <= most_statements, "{what}: {ran} statements");
                let bytes = compressed(&answer.body);
                assert!(bytes <= MOST_BYTES, "{what}: {bytes} bytes");
                let text = text_of(&answer.body, "title, main");
                for trace in TRACES {
                    assert!(!text.contains(trace), "{what}: {trace} in {text}");
                }
                assert_eq!(empty_cells(&answer.body), 0, "{what}: {}", answer.body);
                if look == "standard zh" {
                    plain.push((address.clone(), answer));
                }
            }
        }
        plain
    }

    pub async fn own(&self) -> Vec<(String, Answer)> {
        let addresses: Vec<String> = OWN.map(str::to_owned).to_vec();
        self.all(&addresses, MOST_STATEMENTS).await
    }

    /// The ids of one's settlements as the list leads to them, from the newest on to its last page;
    /// and back to its beginning from there.
    pub async fn every_settlement(&self) -> Vec<String> {
        const LIST: &str = "/me/settlements";
        let links = |page: &Answer, selector: &str| -> Vec<String> {
            let page = Html::parse_document(&page.body);
            let selector = Selector::parse(selector).expect("a selector of this file");
            let links = page.select(&selector).filter_map(|link| link.attr("href"));
            links.map(str::to_owned).collect()
        };
        let mut browser = self.browser.clone();
        let (mut address, mut shown) = (LIST.to_owned(), Vec::new());
        loop {
            self.statements.store(0, Ordering::SeqCst);
            let page = browser.get(&address).await;
            let ran = self.statements.load(Ordering::SeqCst);
            assert_eq!(page.status, StatusCode::OK, "{address}: {}", page.body);
            assert!(ran <= MOST_STATEMENTS, "{address}: {ran} statements");
            let rows = links(&page, "main table a[href^='/me/settlements/']");
            assert!(!rows.is_empty(), "{address}: {}", page.body);
            let ids = rows.iter().filter_map(|href| href.rsplit('/').next());
            shown.extend(ids.map(str::to_owned));
            let ways = links(&page, "main nav.pages a");
            assert_eq!(ways.contains(&LIST.to_owned()), address != LIST, "{ways:?}");
            match ways.into_iter().find(|way| way != LIST) {
                Some(older) => address = older,
                None => return shown,
            }
        }
    }

    /// The export in its three forms.
    pub async fn exports(&self) -> [Answer; 3] {
        let mut files = Vec::new();
        for format in ["pdf", "csv", "json"] {
            files.push(self.export(format).await);
        }
        files.try_into().expect("three")
    }

    /// The export in this form.
    pub async fn export(&self, format: &str) -> Answer {
        let mut browser = self.browser.clone();
        let body = format!("format={format}&language=zh");
        let file = browser.post("/me/export", &body).await;
        assert_eq!(file.status, StatusCode::OK, "{format}: {}", file.body);
        file
    }
}

/// Every one of `wanted` stands on the page at its address.
pub fn assert_says(pages: &[(String, Answer)], wanted: &[(&str, &str)]) {
    for (address, words) in wanted {
        let page = pages.iter().find(|(at, _)| at == address);
        let (_, page) = page.unwrap_or_else(|| panic!("{address} was not looked at"));
        let text = text_of(&page.body, "main");
        assert!(text.contains(words), "{address}: {words} in {text}");
    }
}
