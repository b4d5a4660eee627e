//! What the answer to a search looks like.

use chrono::NaiveDate;
use domain::language::Language;
use serde::Serialize;
use services::search::{Answer, FacetValue, Hit};
use utoipa::ToSchema;

/// What was found.
#[derive(Serialize, ToSchema)]
pub(super) struct SearchAnswer {
    /// How many documents match.
    total: u64,
    /// How long the search took, in microseconds.
    took_us: u64,
    /// The documents of this page.
    hits: Vec<HitShape>,
    /// How the matching documents divide.
    facets: FacetsShape,
    /// What may have been meant, when something else was typed.
    suggestion: Option<String>,
}

/// A document found.
#[derive(Serialize, ToSchema)]
struct HitShape {
    id: String,
    /// In the language of `Accept-Language`, where there is such a title.
    title: String,
    /// The part of a larger work, or empty.
    part: String,
    /// The number as printed, or empty.
    number: String,
    issuer: String,
    #[schema(value_type = Option<String>, format = Date)]
    issued_on: Option<NaiveDate>,
    /// `active`, `amended`, `repealed` or `draft`.
    status: String,
    /// HTML: `<mark>` around what matches, all else escaped.
    snippet: String,
    score: f64,
    /// The article that matches best; `null` when title or number match.
    article: Option<ArticleShape>,
}

/// Where in the document.
#[derive(Serialize, ToSchema)]
struct ArticleShape {
    anchor: String,
    label: String,
}

/// How the matching documents divide.
#[derive(Serialize, ToSchema)]
struct FacetsShape {
    region: Vec<FacetShape>,
    topic: Vec<FacetShape>,
    issuer: Vec<FacetShape>,
    year: Vec<FacetShape>,
    status: Vec<FacetShape>,
}

/// One value of a facet.
#[derive(Serialize, ToSchema)]
struct FacetShape {
    value: String,
    label: String,
    count: u64,
}

impl SearchAnswer {
    pub(super) fn new(answer: Answer, language: Language) -> Self {
        let facet = |values: Vec<FacetValue>| {
            let one = |found: FacetValue| FacetShape {
                label: language.pick(found.label_zh, found.label_en),
                value: found.value,
                count: found.count,
            };
            values.into_iter().map(one).collect()
        };
        let facets = answer.facets;
        Self {
            total: answer.total,
            took_us: answer.took_us,
            hits: answer
                .hits
                .into_iter()
                .map(|found| hit(found, language))
                .collect(),
            facets: FacetsShape {
                region: facet(facets.region),
                topic: facet(facets.topic),
                issuer: facet(facets.issuer),
                year: facet(facets.year),
                status: facet(facets.status),
            },
            suggestion: answer.suggestion,
        }
    }
}

fn hit(found: Hit, language: Language) -> HitShape {
    HitShape {
        id: found.id,
        title: in_words(language, found.title_zh, found.title_en),
        part: found.part,
        number: found.number,
        issuer: issuer(language, &found.issuers, &found.issuers_en),
        issued_on: found.issued_on,
        status: found.status,
        snippet: found.snippet,
        score: found.score,
        article: found.article.map(|article| ArticleShape {
            anchor: article.anchor,
            label: article.label,
        }),
    }
}

/// The English text where it is asked for and there is one.
pub(super) fn in_words(language: Language, chinese: String, english: String) -> String {
    if language == Language::En && !english.is_empty() {
        english
    } else {
        chinese
    }
}

/// All issuers in one text.
pub(super) fn issuer(language: Language, chinese: &[String], english: &[String]) -> String {
    if language == Language::En && !english.is_empty() {
        english.join("; ")
    } else {
        chinese.join("、")
    }
}
