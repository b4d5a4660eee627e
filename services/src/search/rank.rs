//! Joins the evidence of articles and titles to documents, and puts them in order.
#![expect(clippy::float_arithmetic, reason = "scores are estimates")]

use std::collections::HashMap;

use chrono::Datelike;
use tantivy::{DocId, Searcher, SegmentReader};

use super::answer::{Request, Sort};
use super::catalogue::{Catalogue, Entry};
use super::plan::Plan;
use super::schema::{ROLE_FIRST, ROLE_HEAD};
use super::score::{Found, Worth};
use crate::policies::status_on;

mod columns;

use columns::Columns;
pub(super) use columns::Passage;

/// What a title counts beside a passage.
const TITLE: f32 = 1.3;
/// What the second-best passage adds.
const SECOND: f32 = 0.2;
/// What part of the best score is nearly as good.
const NEARLY: f32 = 0.6;
/// A document must meet this part of what the best one meets.
const LEAST: f32 = 0.3;

/// One document found.
#[derive(Clone, Debug)]
pub(super) struct Ranked {
    /// Where it is in the catalogue.
    pub slot: usize,
    /// How good it is.
    pub score: f32,
    /// The passage that is best; `None` for the title or the number.
    pub passage: Option<Passage>,
    /// Its number was asked for.
    pub numbered: bool,
    /// The part of the question that it meets.
    coverage: f32,
}

#[derive(Clone, Copy, Default)]
struct Gathered {
    title: f32,
    title_mask: u32,
    best: f32,
    best_mask: u32,
    second: f32,
    passage: Option<Passage>,
}

/// Which documents and versions count.
pub(super) struct Scope<'a> {
    /// The filters.
    pub request: &'a Request,
    /// The day whose law counts.
    pub day: chrono::NaiveDate,
}

impl Scope<'_> {
    /// Whether `entry` passes the filters.
    pub(super) fn admits(&self, entry: &Entry) -> bool {
        let request = self.request;
        let region = request
            .region
            .as_deref()
            .is_none_or(|region| within(&entry.region, region));
        let topic = request
            .topic
            .as_ref()
            .is_none_or(|topic| entry.topics.contains(topic));
        let issuer = request.issuer.as_ref().is_none_or(|issuer| {
            entry.issuers.contains(issuer) || entry.issuers_en.contains(issuer)
        });
        let year = request
            .year
            .is_none_or(|year| entry.issued_on.is_some_and(|day| day.year() == year));
        let status = request
            .status
            .as_deref()
            .is_none_or(|status| self.status(entry) == status);
        let known = request
            .as_of
            .is_none_or(|day| entry.first_on.is_none_or(|first| first <= day));
        region && topic && issuer && year && status && known
    }

    /// The state of `entry` on the day.
    pub(super) fn status<'e>(&self, entry: &'e Entry) -> &'e str {
        status_on(&entry.status, entry.repealed_on, self.day)
    }
}

/// Whether a document of `region` belongs under the filter `wanted`.
fn within(region: &str, wanted: &str) -> bool {
    if wanted == "100000" {
        return region == wanted;
    }
    region == wanted
        || wanted
            .strip_suffix("0000")
            .is_some_and(|province| region.starts_with(province))
}

/// Orders the documents that the evidence speaks for.
///
/// # Errors
/// When the index cannot be read.
pub(super) fn rank(
    searcher: &Searcher,
    catalogue: &Catalogue,
    plan: &Plan,
    evidence: Vec<Found>,
    worth: &Worth,
    scope: &Scope<'_>,
) -> tantivy::Result<Vec<Ranked>> {
    let required = plan.required();
    let mut documents: HashMap<usize, Gathered> = HashMap::new();
    // A title may lie in another segment than the articles, and what it meets they need not meet.
    let found = || searcher.segment_readers().iter().zip(&evidence);
    for (reader, found) in found() {
        titles(reader, catalogue, found, scope, &mut documents)?;
    }
    for (reader, found) in found() {
        let counts = Counts::new(reader, scope)?;
        bodies(&counts, catalogue, found, (worth, required), &mut documents);
    }
    let numbered = plan
        .number
        .as_ref()
        .map(|number| catalogue.numbered(number))
        .unwrap_or_default();
    for slot in &numbered {
        documents.entry(*slot).or_default();
    }
    let mut ranked: Vec<Ranked> = documents
        .into_iter()
        .filter_map(|(slot, gathered)| {
            let entry = catalogue
                .entries
                .get(slot)
                .filter(|entry| scope.admits(entry))?;
            let numbered = numbered.contains(&slot);
            if required & !(gathered.title_mask | gathered.best_mask) != 0 {
                return None;
            }
            Some(judge(slot, entry, &gathered, plan, worth, numbered))
        })
        .collect();
    let most = ranked.iter().map(|hit| hit.coverage).fold(0.0, f32::max);
    let found_number = ranked.iter().any(|hit| hit.numbered);
    ranked.retain(|hit| {
        hit.numbered
            || (!found_number || !plan.groups.is_empty())
                && hit.score > 0.0
                && hit.coverage >= LEAST * most
    });
    order(&mut ranked, catalogue, scope);
    Ok(ranked)
}

/// The score from which on a document is nearly as good as the best one.
pub(super) fn strong(ranked: &[Ranked]) -> f32 {
    ranked.first().map_or(0.0, |hit| hit.score) * NEARLY
}

/// Every document that passes the filters, for a question without words.
pub(super) fn browse(catalogue: &Catalogue, scope: &Scope<'_>) -> Vec<Ranked> {
    let mut all: Vec<Ranked> = catalogue
        .entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| scope.admits(entry))
        .map(|(slot, entry)| Ranked {
            slot,
            score: if entry.origin == "shipped" { 1.0 } else { 0.0 },
            passage: None,
            numbered: false,
            coverage: 0.0,
        })
        .collect();
    order(&mut all, catalogue, scope);
    all
}

/// Which entries of a segment count on the day.
struct Counts<'a> {
    reader: &'a SegmentReader,
    columns: Columns,
    day: i64,
    /// Whether the day was asked for: what began later does not count then.
    strictly: bool,
}

impl<'a> Counts<'a> {
    fn new(reader: &'a SegmentReader, scope: &Scope<'_>) -> tantivy::Result<Self> {
        Ok(Self {
            reader,
            columns: Columns::open(reader)?,
            day: i64::from(scope.day.num_days_from_ce()),
            strictly: scope.request.as_of.is_some(),
        })
    }

    fn has(&self, entry: DocId, role: u64) -> bool {
        if self.reader.is_deleted(entry) {
            return false;
        }
        let started = self.columns.from(entry) <= self.day
            || (!self.strictly && role != super::schema::ROLE_LATER);
        started && self.day < self.columns.until(entry)
    }
}

fn titles(
    reader: &SegmentReader,
    catalogue: &Catalogue,
    found: &Found,
    scope: &Scope<'_>,
    documents: &mut HashMap<usize, Gathered>,
) -> tantivy::Result<()> {
    let counts = Counts::new(reader, scope)?;
    for (entry, evidence) in found.titles.iter() {
        if !counts.has(entry, ROLE_HEAD) {
            continue;
        }
        if let Some(slot) = catalogue.slot(counts.columns.key(entry)) {
            let document = documents.entry(slot).or_default();
            document.title = evidence.score;
            document.title_mask = evidence.mask;
        }
    }
    Ok(())
}

fn bodies(
    counts: &Counts<'_>,
    catalogue: &Catalogue,
    found: &Found,
    (worth, required): (&Worth, u32),
    documents: &mut HashMap<usize, Gathered>,
) {
    let columns = &counts.columns;
    for (entry, evidence) in found.bodies.iter() {
        let role = columns.role(entry);
        let of_head = role == ROLE_HEAD;
        if !counts.has(
            entry,
            if of_head {
                ROLE_HEAD
            } else {
                role.min(ROLE_FIRST)
            },
        ) {
            continue;
        }
        let Some(slot) = catalogue.slot(columns.key(entry)) else {
            continue;
        };
        let document = documents.entry(slot).or_default();
        if required & !(evidence.mask | document.title_mask) != 0 {
            continue;
        }
        let coverage = worth.coverage(evidence.mask);
        let score = evidence.score * (0.4 + 0.6 * coverage);
        if score > document.best {
            document.second = document.best;
            document.best = score;
            document.best_mask = evidence.mask;
            document.passage = (!of_head).then(|| columns.passage(entry));
        } else if score > document.second {
            document.second = score;
        }
    }
}

fn judge(
    slot: usize,
    entry: &Entry,
    gathered: &Gathered,
    plan: &Plan,
    worth: &Worth,
    numbered: bool,
) -> Ranked {
    let coverage = worth.coverage(gathered.title_mask | gathered.best_mask);
    let title_coverage = worth.coverage(gathered.title_mask);
    let mut score = TITLE * gathered.title * (0.4 + 0.6 * title_coverage)
        + gathered.best
        + SECOND * gathered.second;
    score *= 0.25 + 0.75 * coverage * coverage;
    score *= title_boost(entry, &plan.plain);
    // Our own summaries answer in plain words; between equals they come first.
    if entry.origin == "shipped" {
        score *= 1.15;
    }
    Ranked {
        slot,
        score,
        passage: gathered.passage,
        numbered,
        coverage,
    }
}

/// A question that is a title, or most of one, means that document.
fn title_boost(entry: &Entry, question: &str) -> f32 {
    let length = question.chars().count();
    if length < 2 {
        return 1.0;
    }
    let short = entry
        .plain_zh
        .strip_prefix("中华人民共和国")
        .unwrap_or(&entry.plain_zh);
    let same = entry.plain_zh == question || short == question || entry.plain_en == question;
    if same {
        3.0
    } else if length < 3 {
        1.0
    } else if entry.plain_zh.contains(question)
        || (!entry.plain_en.is_empty() && entry.plain_en.contains(question))
    {
        1.4
    } else {
        1.0
    }
}

/// Puts those that `has` names before the others of their standing; what is asked for by its number stays
/// first, what is repealed last.
pub(super) fn prefer(
    ranked: &mut [Ranked],
    catalogue: &Catalogue,
    scope: &Scope<'_>,
    has: impl Fn(&Ranked) -> bool,
) {
    let repealed = |hit: &Ranked| {
        let entry = catalogue.entries.get(hit.slot);
        entry.is_some_and(|entry| scope.status(entry) == "repealed")
    };
    ranked.sort_by_cached_key(|hit| (!hit.numbered, repealed(hit), !has(hit)));
}

fn order(ranked: &mut [Ranked], catalogue: &Catalogue, scope: &Scope<'_>) {
    let newest = scope.request.sort == Sort::Newest;
    let entry = |hit: &Ranked| catalogue.entries.get(hit.slot);
    let issued = |hit: &Ranked| entry(hit).and_then(|entry| entry.issued_on);
    let repealed = |hit: &Ranked| entry(hit).is_some_and(|entry| scope.status(entry) == "repealed");
    ranked.sort_by(|one, other| {
        let relevance = other.score.total_cmp(&one.score);
        let date = issued(other).cmp(&issued(one));
        let first = other
            .numbered
            .cmp(&one.numbered)
            .then(repealed(one).cmp(&repealed(other)));
        let rest = if newest {
            date.then(relevance)
        } else {
            relevance.then(date)
        };
        first
            .then(rest)
            .then_with(|| entry(one).map(|e| &e.id).cmp(&entry(other).map(|e| &e.id)))
    });
}
