//! Turns a structured text into the rows that the library keeps.

use chrono::NaiveDate;

use super::identity::{document_id, identity, text_hash};
use super::number;
use super::place::{place, place_name};
use crate::documents::{Article, FrontMatter, Structured, first_day};

/// A document as it would be written.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub identity: String,
    pub source: String,
    pub about: About,
    pub version_on: NaiveDate,
    pub dated: bool,
    pub effective_on: Option<NaiveDate>,
    pub text_hash: Vec<u8>,
    pub relations: Vec<(&'static str, String)>,
    pub articles: Vec<Article>,
}

/// What is known of a document besides its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct About {
    pub document_id: String,
    pub origin: &'static str,
    pub title_zh: String,
    pub title_en: String,
    pub part: String,
    pub number_raw: String,
    pub number: Option<number::Number>,
    pub issuers: Vec<String>,
    pub issuers_en: Vec<String>,
    pub level: String,
    pub region_code: String,
    pub topics: Vec<String>,
    pub audience: Vec<String>,
    pub status: String,
    pub issued_on: Option<NaiveDate>,
    pub issued_label: String,
    pub published_on: Option<NaiveDate>,
    pub effective_on: Option<NaiveDate>,
    pub repealed_on: Option<NaiveDate>,
    pub certainty: String,
    pub source_url: String,
    pub summary_zh: String,
    pub summary_en: String,
}

/// The kinds of relation a front matter may name.
const RELATIONS: &[&str] = &[
    "amends",
    "repeals",
    "implements",
    "interprets",
    "supersedes",
    "related",
];
const STATES: &[&str] = &["active", "amended", "repealed", "draft"];

/// Describes `text`, found under the name `source`.
pub(super) fn describe(source: &str, text: Structured, shipped: bool) -> Draft {
    let matter = &text.matter;
    let provenance = &text.provenance;
    let own_id = matter.text("id");
    let issuers = issuers(source, &text);
    let issuer = issuers.first().map_or("", String::as_str);
    let stated_number = [
        matter.text("number"),
        text.number.as_deref().unwrap_or_default(),
    ]
    .into_iter()
    .find(|number| !number.is_empty())
    .unwrap_or_default()
    .to_owned();
    // The number of an order changes with every amendment: it names the version, not the law.
    let identity = if own_id.is_empty() {
        identity(issuer, &text.title, &text.part, &stated_number)
    } else {
        format!("id:{}", own_id.to_lowercase())
    };
    let number_raw = if stated_number.is_empty() {
        provenance.number.clone().unwrap_or_default()
    } else {
        stated_number
    };
    let issued_on = day(matter, "issued_on")
        .or_else(|| file_day(source))
        .or(provenance.version_on);
    let effective_on = day(matter, "effective_on")
        .or(provenance.effective_on)
        .or_else(|| stated_start(&text.articles, issued_on));
    let (region_code, level) = place(issuer, &text.title);
    let about = About {
        document_id: if own_id.is_empty() {
            document_id(&identity)
        } else {
            own_id.to_lowercase()
        },
        origin: if shipped { "shipped" } else { "imported" },
        title_zh: text.title.clone(),
        title_en: matter.text("title_en").to_owned(),
        part: text.part.clone(),
        number: number::parse(&number_raw),
        number_raw,
        issuers_en: matter.list("issuer_en").to_vec(),
        level: or(matter.text("level"), level),
        region_code: or(matter.text("region"), &region_code),
        topics: matter.list("topics").to_vec(),
        audience: matter.list("audience").to_vec(),
        status: status(matter, &text.title),
        issued_label: issued_label(matter, issued_on),
        issued_on,
        published_on: day(matter, "published_on"),
        effective_on,
        repealed_on: day(matter, "repealed_on"),
        certainty: or(matter.text("certainty"), "found"),
        source_url: matter.text("source_url").to_owned(),
        summary_zh: matter.text("summary_zh").to_owned(),
        summary_en: matter.text("summary_en").to_owned(),
        issuers,
    };
    let relations = RELATIONS
        .iter()
        .flat_map(|kind| {
            matter
                .list(kind)
                .iter()
                .map(|target| (*kind, target.to_lowercase()))
        })
        .collect();
    Draft {
        identity,
        source: source.to_owned(),
        version_on: issued_on.unwrap_or(UNDATED),
        dated: issued_on.is_some(),
        effective_on,
        text_hash: text_hash(text.articles.iter().map(|article| article.body.as_str())),
        about,
        relations,
        articles: text.articles,
    }
}

/// Stands for the day of a version that nobody dated; sorts before every other.
pub(super) const UNDATED: NaiveDate = match NaiveDate::from_ymd_opt(1, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

fn or(value: &str, fallback: &str) -> String {
    if value.is_empty() { fallback } else { value }.to_owned()
}

/// A day in the front matter; a month alone counts from its first day.
fn day(matter: &FrontMatter, key: &str) -> Option<NaiveDate> {
    let text = matter.text(key);
    first_day(text)
        .or_else(|| first_day(&format!("{text}-01")))
        .or_else(|| first_day(&format!("{text}-01-01")))
}

fn issued_label(matter: &FrontMatter, issued_on: Option<NaiveDate>) -> String {
    let written = matter.text("issued_on");
    if written.is_empty() {
        issued_on.map(|day| day.to_string()).unwrap_or_default()
    } else {
        written.to_owned()
    }
}

fn file_day(source: &str) -> Option<NaiveDate> {
    first_day(source.rsplit('/').next().unwrap_or(source))
}

fn status(matter: &FrontMatter, title: &str) -> String {
    let stated = matter.text("status");
    if STATES.contains(&stated) {
        stated.to_owned()
    } else if title.contains("草案") || title.contains("征求意见稿") {
        "draft".to_owned()
    } else {
        "active".to_owned()
    }
}

/// Who issued it: what is stated, else what the lines under the title say, else what the title
/// begins with, else the folder it lies in.
fn issuers(source: &str, text: &Structured) -> Vec<String> {
    let stated = text.matter.list("issuer");
    if !stated.is_empty() {
        return stated.to_vec();
    }
    let titled: Vec<String> = ["最高人民法院", "最高人民检察院", "国务院办公厅", "国务院"]
        .into_iter()
        .filter(|name| {
            text.title
                .split('关')
                .next()
                .is_some_and(|head| head.contains(name))
        })
        .map(str::to_owned)
        .collect();
    if !titled.is_empty() && !text.title.starts_with("中华人民共和国") {
        return titled.into_iter().take(2).collect();
    }
    if let Some(issuer) = &text.provenance.issuer {
        return vec![issuer.clone()];
    }
    by_class(source, &text.title).into_iter().collect()
}

/// Who issues texts of the class whose folder this one lies in: State Council regulations come
/// from the State Council, local ones from the congress of the place, others from the office
/// that the folder is named for.
fn by_class(source: &str, title: &str) -> Option<String> {
    let mut folders = source.rsplit('/').skip(1).peekable();
    if folders.clone().any(|folder| folder == "行政法规") {
        return Some("国务院".to_owned());
    }
    if folders.clone().any(|folder| folder == "地方性法规") {
        return place_name(title).map(|place| format!("{place}人民代表大会常务委员会"));
    }
    let folder = *folders.peek()?;
    let office = folder.ends_with(['部', '局', '院', '署']) || folder.ends_with("委员会");
    office.then(|| folder.to_owned())
}

/// `本法自2021年5月1日起施行` in the last article, when it is not older than the version itself.
fn stated_start(articles: &[Article], version_on: Option<NaiveDate>) -> Option<NaiveDate> {
    let last = articles
        .iter()
        .rev()
        .take(2)
        .find(|article| article.body.contains("起施行"))?;
    let (before, _) = last.body.split_once("起施行")?;
    let (_, from) = before.rsplit_once('自')?;
    first_day(from).filter(|day| version_on.is_none_or(|version| *day >= version))
}
