//! What one document looks like.

use chrono::NaiveDate;
use domain::language::Language;
use serde::Serialize;
use services::policies::{ArticleView, DocumentView, RelationView, VersionView};
use utoipa::ToSchema;

use super::shape::{in_words, issuer};

/// A document with its articles.
#[derive(Serialize, ToSchema)]
pub(super) struct Document {
    id: String,
    title: String,
    title_zh: String,
    title_en: String,
    /// The part of a larger work, or empty.
    part: String,
    number: String,
    /// How sure number and dates are: `high`, `medium`, `low`, `found`.
    certainty: String,
    issuer: String,
    /// `shipped` (our own summary) or `imported` (a real text).
    origin: String,
    /// `nation`, `province` or `city`.
    level: String,
    region: String,
    topics: Vec<String>,
    audience: Vec<String>,
    /// `active`, `amended`, `repealed` or `draft`.
    status: String,
    #[schema(value_type = Option<String>, format = Date)]
    issued_on: Option<NaiveDate>,
    #[schema(value_type = Option<String>, format = Date)]
    published_on: Option<NaiveDate>,
    #[schema(value_type = Option<String>, format = Date)]
    effective_on: Option<NaiveDate>,
    #[schema(value_type = Option<String>, format = Date)]
    repealed_on: Option<NaiveDate>,
    source_url: String,
    summary: String,
    versions: Vec<Version>,
    relations: Vec<Relation>,
    articles: Vec<Article>,
}

/// One version.
#[derive(Serialize, ToSchema)]
struct Version {
    #[schema(value_type = Option<String>, format = Date)]
    on: Option<NaiveDate>,
    #[schema(value_type = Option<String>, format = Date)]
    effective_on: Option<NaiveDate>,
    number: String,
    /// Whether its articles are the ones in this answer.
    shown: bool,
}

/// Another document to which this one stands in a relation.
#[derive(Serialize, ToSchema)]
struct Relation {
    /// `amends`, `repeals`, `implements`, `interprets`, `supersedes` or `related`.
    kind: String,
    /// The other document does it to this one.
    inverse: bool,
    id: String,
    title: String,
}

/// One article.
#[derive(Serialize, ToSchema)]
struct Article {
    anchor: String,
    label: String,
    /// `zh` or `en`.
    language: String,
    /// The headings above it, joined by ` / `.
    heading: String,
    /// Its paragraphs, one a line.
    text: String,
}

impl Document {
    pub(super) fn new(view: DocumentView, language: Language) -> Self {
        Self {
            title: in_words(language, view.title_zh.clone(), view.title_en.clone()),
            issuer: issuer(language, &view.issuers, &view.issuers_en),
            summary: in_words(language, view.summary_zh, view.summary_en),
            versions: view.versions.into_iter().map(version).collect(),
            relations: view
                .relations
                .into_iter()
                .map(|found| relation(found, language))
                .collect(),
            articles: view.articles.into_iter().map(article).collect(),
            id: view.id,
            title_zh: view.title_zh,
            title_en: view.title_en,
            part: view.part,
            number: view.number,
            certainty: view.certainty,
            origin: view.origin,
            level: view.level,
            region: view.region,
            topics: view.topics,
            audience: view.audience,
            status: view.status,
            issued_on: view.issued_on,
            published_on: view.published_on,
            effective_on: view.effective_on,
            repealed_on: view.repealed_on,
            source_url: view.source_url,
        }
    }
}

fn version(view: VersionView) -> Version {
    Version {
        on: view.on,
        effective_on: view.effective_on,
        number: view.number,
        shown: view.shown,
    }
}

fn relation(view: RelationView, language: Language) -> Relation {
    Relation {
        kind: view.kind,
        inverse: view.inverse,
        id: view.id,
        title: in_words(language, view.title_zh, view.title_en),
    }
}

fn article(view: ArticleView) -> Article {
    Article {
        anchor: view.anchor,
        label: view.label,
        language: view.language,
        heading: view.heading,
        text: view.body,
    }
}
