//! What pages and the public interface show of a document.

use chrono::NaiveDate;
use sea_orm::FromQueryResult;

use super::applies_from;
use crate::policies::describe::UNDATED;
use crate::store::entity::{policy_article, policy_document, policy_version};

/// A document with its articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentView {
    /// Its id, also in addresses.
    pub id: String,
    /// `shipped` (our own summary) or `imported` (a real text).
    pub origin: String,
    /// The title in Chinese.
    pub title_zh: String,
    /// The title in English; empty where there is none.
    pub title_en: String,
    /// The part of a larger work, or empty.
    pub part: String,
    /// The number as printed, or empty.
    pub number: String,
    /// How sure number and dates are: `high`, `medium`, `low`, `found`.
    pub certainty: String,
    /// Who issued it, the first one leads.
    pub issuers: Vec<String>,
    /// The same in English; may be empty.
    pub issuers_en: Vec<String>,
    /// `nation`, `province` or `city`.
    pub level: String,
    /// The region's six digits.
    pub region: String,
    /// Slugs of topics.
    pub topics: Vec<String>,
    /// Whom it concerns.
    pub audience: Vec<String>,
    /// `active`, `amended`, `repealed` or `draft`, on the day asked for.
    pub status: String,
    /// The day of issue; the first of a month or year where no day is known.
    pub issued_on: Option<NaiveDate>,
    /// The date of issue as far as it is known (`2024-08`).
    pub issued_label: String,
    /// When it was published.
    pub published_on: Option<NaiveDate>,
    /// When it came into force.
    pub effective_on: Option<NaiveDate>,
    /// From when on it no longer applies.
    pub repealed_on: Option<NaiveDate>,
    /// The official page, where checked.
    pub source_url: String,
    /// One or two sentences in Chinese, or empty.
    pub summary_zh: String,
    /// The same in English, or empty.
    pub summary_en: String,
    /// The version that is shown.
    pub version: VersionView,
    /// Every version, newest first.
    pub versions: Vec<VersionView>,
    /// What it amends, replaces, implements, and what does that to it.
    pub relations: Vec<RelationView>,
    /// The articles of the version shown, in order.
    pub articles: Vec<ArticleView>,
}

/// One version of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionView {
    /// Its day; `None` when nobody dated it.
    pub on: Option<NaiveDate>,
    /// From when on it applies.
    pub effective_on: Option<NaiveDate>,
    /// The number under which it was published, or empty.
    pub number: String,
    /// Whether it is the one shown.
    pub shown: bool,
}

/// Another document to which this one stands in a relation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelationView {
    /// `amends`, `repeals`, `implements`, `interprets`, `supersedes`, `related`.
    pub kind: String,
    /// The other document does it to this one.
    pub inverse: bool,
    /// The other document.
    pub id: String,
    /// Its title in Chinese.
    pub title_zh: String,
    /// Its title in English, or empty.
    pub title_en: String,
}

/// One article, or one section of a text without articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleView {
    /// Its anchor on the page.
    pub anchor: String,
    /// How it is cited, or the heading of a section; may be empty.
    pub label: String,
    /// `zh` or `en`.
    pub language: String,
    /// The headings above it, joined by ` / `.
    pub heading: String,
    /// Its paragraphs, one a line.
    pub body: String,
}

/// A document as the front page lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecentDocument {
    /// Its id, also in addresses.
    pub id: String,
    /// The title in Chinese.
    pub title_zh: String,
    /// The title in English, or empty.
    pub title_en: String,
    /// The number as printed, or empty.
    pub number: String,
    /// Who issued it.
    pub issuers: Vec<String>,
    /// The same in English; may be empty.
    pub issuers_en: Vec<String>,
    /// Slugs of topics.
    pub topics: Vec<String>,
    /// The day of issue.
    pub issued_on: Option<NaiveDate>,
    /// The date of issue as far as it is known.
    pub issued_label: String,
    /// `active`, `amended`, `repealed` or `draft`.
    pub status: String,
    /// One or two sentences in Chinese, or empty.
    pub summary_zh: String,
    /// The same in English, or empty.
    pub summary_en: String,
}

/// The items of a list that is kept as lines.
pub(crate) fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

/// The state on `day`: what is repealed later is still in force.
pub(crate) fn status_on(status: &str, repealed_on: Option<NaiveDate>, day: NaiveDate) -> &str {
    match repealed_on {
        Some(repealed) if repealed <= day => "repealed",
        Some(_) if status == "repealed" => "active",
        _ => status,
    }
}

pub(super) fn document_view(
    row: policy_document::Model,
    versions: &[policy_version::Model],
    chosen: &policy_version::Model,
    articles: Vec<policy_article::Model>,
    relations: Vec<RelationView>,
    day: NaiveDate,
) -> DocumentView {
    let view = |version: &policy_version::Model| VersionView {
        on: (version.version_on > UNDATED).then_some(version.version_on),
        effective_on: applies_from(version),
        number: version.number_raw.clone(),
        shown: (version.version_on, version.variant) == (chosen.version_on, chosen.variant),
    };
    DocumentView {
        status: status_on(&row.status, row.repealed_on, day).to_owned(),
        issuers: lines(&row.issuers),
        issuers_en: lines(&row.issuers_en),
        topics: lines(&row.topics),
        audience: lines(&row.audience),
        version: view(chosen),
        versions: versions.iter().map(view).collect(),
        relations,
        articles: articles
            .into_iter()
            .map(|article| ArticleView {
                anchor: article.anchor,
                label: article.label,
                language: article.language,
                heading: article.heading,
                body: article.body,
            })
            .collect(),
        id: row.document_id,
        origin: row.origin,
        title_zh: row.title_zh,
        title_en: row.title_en,
        part: row.part,
        number: row.number_raw,
        certainty: row.certainty,
        level: row.level,
        region: row.region_code,
        issued_on: row.issued_on,
        issued_label: row.issued_label,
        published_on: row.published_on,
        effective_on: row.effective_on,
        repealed_on: row.repealed_on,
        source_url: row.source_url,
        summary_zh: row.summary_zh,
        summary_en: row.summary_en,
    }
}

/// One row of relations.
#[derive(Debug, FromQueryResult)]
pub(super) struct Related {
    kind: String,
    inverse: bool,
    document_id: String,
    title_zh: String,
    title_en: String,
}

/// `related` shows once, whichever side names it.
pub(super) fn relation_views(rows: Vec<Related>) -> Vec<RelationView> {
    let mut views: Vec<RelationView> = Vec::new();
    for row in rows {
        let symmetric = row.kind == "related";
        let known = views.iter().any(|view| {
            view.id == row.document_id
                && view.kind == row.kind
                && (symmetric || view.inverse == row.inverse)
        });
        if !known {
            views.push(RelationView {
                inverse: row.inverse && !symmetric,
                kind: row.kind,
                id: row.document_id,
                title_zh: row.title_zh,
                title_en: row.title_en,
            });
        }
    }
    views
}
