//! What is asked and what is answered.

use chrono::NaiveDate;

/// A question to the library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// What was typed; at most 200 characters of it count. Empty lists everything.
    pub q: String,
    /// Only documents of this region (six digits); a province includes its cities.
    pub region: Option<String>,
    /// Only documents on this topic (slug).
    pub topic: Option<String>,
    /// Only documents of this issuer.
    pub issuer: Option<String>,
    /// Only documents issued in this year.
    pub year: Option<i32>,
    /// Only documents in this state: `active`, `amended`, `repealed`, `draft`.
    pub status: Option<String>,
    /// The law as it stood on this day; today when none is given.
    pub as_of: Option<NaiveDate>,
    /// The page from 1; 0 counts as 1.
    pub page: u32,
    /// Hits of a page, 1 to 50; 0 counts as 10.
    pub per_page: u32,
    /// What comes first.
    pub sort: Sort,
    /// The reader reads English: passages and summaries come in English where there are any.
    pub english: bool,
}

/// The order of hits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The best answer first.
    #[default]
    Relevance,
    /// The newest document first.
    Newest,
}

/// The answer to a [`Request`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// How many documents match.
    pub total: u64,
    /// How long the search took, in microseconds.
    pub took_us: u64,
    /// The documents of this page.
    pub hits: Vec<Hit>,
    /// How the matching documents divide.
    pub facets: Facets,
    /// What may have been meant, when something else was typed.
    pub suggestion: Option<String>,
}

/// One document found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Its id, also in addresses.
    pub id: String,
    /// The title in Chinese.
    pub title_zh: String,
    /// The title in English, or empty.
    pub title_en: String,
    /// The part of a larger work, or empty.
    pub part: String,
    /// The number as printed, or empty.
    pub number: String,
    /// How sure the number is: `high`, `medium`, `low`, `found`.
    pub certainty: String,
    /// Who issued it.
    pub issuers: Vec<String>,
    /// The same in English, or empty.
    pub issuers_en: Vec<String>,
    /// The day of issue.
    pub issued_on: Option<NaiveDate>,
    /// The date of issue as far as it is known.
    pub issued_label: String,
    /// `active`, `amended`, `repealed` or `draft`, on the day asked for.
    pub status: String,
    /// `shipped` (our own summary) or `imported`.
    pub origin: String,
    /// The passage that shows why, as HTML: `<mark>` around what matches, all else escaped.
    pub snippet: String,
    /// How good the match is; only comparable within one answer.
    pub score: f64,
    /// The article that matches best; `None` when title or number match.
    pub article: Option<ArticleRef>,
}

/// An article of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleRef {
    /// Its anchor on the reading page.
    pub anchor: String,
    /// How it is cited; may be empty.
    pub label: String,
    /// `zh` or `en`.
    pub language: String,
}

/// How the matching documents divide; the most frequent values first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// By region; the label is its name.
    pub region: Vec<FacetValue>,
    /// By topic.
    pub topic: Vec<FacetValue>,
    /// By issuer.
    pub issuer: Vec<FacetValue>,
    /// By year of issue, newest first.
    pub year: Vec<FacetValue>,
    /// By state.
    pub status: Vec<FacetValue>,
}

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// The value as a filter takes it.
    pub value: String,
    /// How it is called in Chinese.
    pub label_zh: String,
    /// How it is called in English.
    pub label_en: String,
    /// How many matching documents have it.
    pub count: u64,
}
