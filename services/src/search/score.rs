//! Gathers evidence term by term: how well each entry of the index meets the groups of a plan.
#![expect(clippy::float_arithmetic, reason = "scores are estimates")]

use std::collections::HashMap;
use std::time::{Duration, Instant};

use tantivy::postings::Postings;
use tantivy::query::{EnableScoring, PhraseQuery, Query};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, DocSet, Searcher, SegmentReader, TERMINATED, Term};

use super::plan::{Group, Look, Plan, Variant};
use super::schema::Fields;

mod sheet;

use sheet::Sheet;

/// A question may take this long before what is found so far must do.
const BUDGET: Duration = Duration::from_millis(200);
/// With more candidates than this, frequent words only add to what is found already.
const CANDIDATES: usize = 60_000;
/// With this many candidates, the most frequent words bring no more.
const ENOUGH: usize = 200;
/// What a word that stands in every fifth entry is worth.
const COMMON: f32 = 1.8;
const K1: f32 = 1.2;
const B: f32 = 0.7;
/// The usual length of a title in both languages, in words.
const TITLE: f32 = 24.0;

/// What one entry met.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Evidence {
    /// The sum over groups.
    pub score: f32,
    /// Which groups it met.
    pub mask: u32,
    group: u32,
    last: f32,
}

impl Evidence {
    /// Adds what one way of meeting `group` is worth; of several ways the best counts.
    fn add(&mut self, group: u32, worth: f32) {
        if self.mask & (1 << group) != 0 && self.group == group {
            if worth > self.last {
                self.score += worth - self.last;
                self.last = worth;
            }
            return;
        }
        self.mask |= 1 << group;
        self.group = group;
        self.last = worth;
        self.score += worth;
    }
}

/// Evidence in one segment.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// By entry: articles and summaries.
    pub bodies: Sheet,
    /// By entry: titles.
    pub titles: Sheet,
}

/// What a plan's groups are worth in this index.
#[derive(Debug)]
pub(super) struct Worth {
    /// By group, in the plan's order; 0 for words that the index does not know.
    pub groups: Vec<f32>,
}

impl Worth {
    /// The part of the whole question that `mask` met, from 0 to 1.
    pub(super) fn coverage(&self, mask: u32) -> f32 {
        let total: f32 = self.groups.iter().sum();
        let met: f32 = self
            .groups
            .iter()
            .enumerate()
            .filter(|(group, _)| mask & (1 << group) != 0)
            .map(|(_, worth)| worth)
            .sum();
        if total > 0.0 { met / total } else { 0.0 }
    }
}

/// Looks for every group of `plan` in every segment.
///
/// # Errors
/// When the index cannot be read.
pub(super) fn gather(
    searcher: &Searcher,
    fields: &Fields,
    plan: &Plan,
) -> tantivy::Result<(Vec<Found>, Worth)> {
    let began = Instant::now();
    let mut worth = Worth {
        groups: Vec::with_capacity(plan.groups.len()),
    };
    for group in &plan.groups {
        worth.groups.push(rarity(searcher, fields, group)?);
    }
    let is_required = |index: &usize| plan.groups.get(*index).is_some_and(|group| group.required);
    let mut order: Vec<usize> = (0..plan.groups.len()).collect();
    order.sort_by(|a, b| {
        let rarer = worth.groups.get(*b).partial_cmp(&worth.groups.get(*a));
        // What a hit must meet is looked for in any case, before the time is over.
        is_required(b)
            .cmp(&is_required(a))
            .then(rarer.unwrap_or(std::cmp::Ordering::Equal))
    });
    let mut all = Vec::new();
    for reader in searcher.segment_readers() {
        let mut found = Found::default();
        for index in &order {
            let (Some(group), Some(rarity)) = (plan.groups.get(*index), worth.groups.get(*index))
            else {
                continue;
            };
            if *rarity <= 0.0 || (!group.required && began.elapsed() > BUDGET) {
                continue;
            }
            let number = u32::try_from(*index).unwrap_or(31).min(31);
            // Where rarer words were met already, words that stand everywhere only add to that.
            let met = found.bodies.len();
            let known_only = !group.required
                && (met >= CANDIDATES || (met >= ENOUGH && *rarity < COMMON * group.weight));
            for variant in &group.variants {
                let rarity = *rarity;
                let (bodies, titles) = (&mut found.bodies, &mut found.titles);
                let in_bodies = Place {
                    searcher,
                    reader,
                    words: fields.words,
                    pairs: fields.pairs,
                    length: None,
                };
                in_bodies.visit(variant, |entry, frequency| {
                    bodies.add(
                        entry,
                        number,
                        rarity * variant.weight * frequency,
                        known_only,
                    );
                })?;
                let in_titles = Place {
                    searcher,
                    reader,
                    words: fields.title_words,
                    pairs: fields.title_pairs,
                    length: Some(TITLE),
                };
                in_titles.visit(variant, |entry, frequency| {
                    titles.add(entry, number, rarity * variant.weight * frequency, false);
                })?;
            }
        }
        all.push(found);
    }
    Ok((all, worth))
}

/// What meeting `group` is worth: the rarer its most frequent form, the more.
fn rarity(searcher: &Searcher, fields: &Fields, group: &Group) -> tantivy::Result<f32> {
    let (mut most, mut parts) = (0_u64, 0_u64);
    for variant in &group.variants {
        let frequency = match &variant.look {
            Look::Word(word) => {
                let body = searcher.doc_freq(&Term::from_field_text(fields.words, word))?;
                let title = searcher.doc_freq(&Term::from_field_text(fields.title_words, word))?;
                let pair = searcher.doc_freq(&Term::from_field_text(fields.pairs, word))?;
                body.max(title).max(if body == 0 { pair } else { 0 })
            }
            Look::Words(words) => least(searcher, fields.words, words.iter())?,
            Look::Phrase(pairs) => {
                let body = least(searcher, fields.pairs, pairs.iter().map(|(_, pair)| pair))?;
                body.max(least(
                    searcher,
                    fields.title_pairs,
                    pairs.iter().map(|(_, pair)| pair),
                )?)
            }
        };
        if variant.weight > 0.5 {
            most = most.max(frequency);
        }
        parts = parts.max(frequency);
    }
    // A long word that stands nowhere may still be met by its parts.
    let most = if most == 0 { parts } else { most };
    if most == 0 {
        return Ok(0.0);
    }
    #[expect(clippy::cast_precision_loss, reason = "counts of entries; an estimate")]
    let (all, most) = (searcher.num_docs() as f32, most as f32);
    Ok((1.0 + (all - most).max(0.0) / (most + 0.5)).ln() * group.weight)
}

fn least<'a>(
    searcher: &Searcher,
    field: Field,
    terms: impl Iterator<Item = &'a String>,
) -> tantivy::Result<u64> {
    let mut least = u64::MAX;
    for term in terms {
        least = least.min(searcher.doc_freq(&Term::from_field_text(field, term))?);
    }
    Ok(if least == u64::MAX { 0 } else { least })
}

/// Where a variant is looked for: a pair of fields of one segment.
struct Place<'a> {
    searcher: &'a Searcher,
    reader: &'a SegmentReader,
    words: Field,
    pairs: Field,
    length: Option<f32>,
}

impl Place<'_> {
    /// Calls `found` with each entry that has `variant` and how much its frequency says.
    fn visit(&self, variant: &Variant, mut found: impl FnMut(DocId, f32)) -> tantivy::Result<()> {
        match &variant.look {
            Look::Word(word) => {
                if !self.postings(self.words, word, &mut found)? {
                    self.postings(self.pairs, word, &mut found)?;
                }
            }
            Look::Words(words) => self.together(words, &mut found)?,
            Look::Phrase(pairs) => match pairs.as_slice() {
                [] => {}
                [(_, pair)] => drop(self.postings(self.pairs, pair, &mut found)?),
                _ => self.phrase(pairs, &mut found)?,
            },
        }
        Ok(())
    }

    /// Whether the segment knows the term at all.
    fn postings(
        &self,
        field: Field,
        term: &str,
        found: &mut impl FnMut(DocId, f32),
    ) -> tantivy::Result<bool> {
        let term = Term::from_field_text(field, term);
        let inverted = self.reader.inverted_index(field)?;
        let Some(mut postings) = inverted.read_postings(&term, IndexRecordOption::WithFreqs)?
        else {
            return Ok(false);
        };
        let norms = self.reader.get_fieldnorms_reader(field)?;
        let average = self.average(inverted.total_num_tokens());
        let mut entry = postings.doc();
        while entry != TERMINATED {
            found(
                entry,
                saturate(postings.term_freq(), norms.fieldnorm(entry), average),
            );
            entry = postings.advance();
        }
        Ok(true)
    }

    fn phrase(
        &self,
        pairs: &[(usize, String)],
        found: &mut impl FnMut(DocId, f32),
    ) -> tantivy::Result<()> {
        let terms = pairs
            .iter()
            .map(|(at, pair)| (*at, Term::from_field_text(self.pairs, pair)))
            .collect();
        let query = PhraseQuery::new_with_offset(terms);
        let weight = query.weight(EnableScoring::disabled_from_searcher(self.searcher))?;
        let norms = self.reader.get_fieldnorms_reader(self.pairs)?;
        let average = self.average(self.reader.inverted_index(self.pairs)?.total_num_tokens());
        let mut scorer = weight.scorer(self.reader, 1.0)?;
        let mut entry = scorer.doc();
        while entry != TERMINATED {
            found(entry, saturate(1, norms.fieldnorm(entry), average));
            entry = scorer.advance();
        }
        Ok(())
    }

    /// Several words in one entry, in any order.
    fn together(
        &self,
        words: &[String],
        found: &mut impl FnMut(DocId, f32),
    ) -> tantivy::Result<()> {
        let mut met: HashMap<DocId, (usize, f32)> = HashMap::new();
        for (index, word) in words.iter().enumerate() {
            self.postings(self.words, word, &mut |entry, worth| {
                if index == 0 {
                    met.insert(entry, (1, worth));
                } else if let Some((count, least)) = met.get_mut(&entry)
                    && *count == index
                {
                    *count += 1;
                    *least = least.min(worth);
                }
            })?;
        }
        for (entry, (count, worth)) in met {
            if count == words.len() {
                found(entry, worth);
            }
        }
        Ok(())
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "counts of entries and words; an estimate"
    )]
    fn average(&self, tokens: u64) -> f32 {
        self.length
            .unwrap_or_else(|| (tokens as f32 / self.reader.max_doc().max(1) as f32).max(1.0))
    }
}

/// How much `frequency` in a text of `length` words says; the second time says less.
#[expect(clippy::cast_precision_loss, reason = "small counts")]
fn saturate(frequency: u32, length: u32, average: f32) -> f32 {
    let frequency = frequency as f32;
    let norm = K1 * (1.0 - B + B * length as f32 / average);
    frequency * (K1 + 1.0) / (frequency + norm)
}
