//! The answer: who pays what, told step by step, and what other ways would cost.

use std::borrow::Borrow;

use domain::explain::{Sentence, explain};
use domain::language::Bilingual;
use domain::settlement::parameters::ParameterSet;
use domain::settlement::{
    ChronicBill, ChronicLine, PartOf, Refusal, RefusalCode, Settlement, Trace, settle,
    settle_chronic,
};

use super::case::Case;
use super::typed::Typed;
use super::ways::{NoPlace, Outcome, compare, no_place};
use super::wrong::{What, Wrong};
use crate::language::Language;

/// The answer to one form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What was asked.
    pub case: Case,
    /// The name of the rules that answer.
    pub rules: Bilingual,
    /// Who pays what.
    pub settlement: Settlement,
    /// Who pays what of each part, where two rules share the bill; empty where one settles all of it.
    pub parts: Vec<(PartOf, Settlement)>,
    /// Why, in the order of the calculation.
    pub sentences: Vec<Sentence>,
    /// The same bill on other ways and this one, the cheapest first.
    pub outcomes: Vec<Outcome>,
    /// The place to compare with, where there are no rules of it to do so.
    pub no_place: Option<NoPlace>,
}

/// Answers what was typed by the rules that there are.
///
/// # Errors
/// Everything that is wrong with it.
pub fn answer<S: Borrow<ParameterSet>>(
    typed: &Typed,
    sets: &[S],
    language: Language,
) -> Result<Answer, Vec<Wrong>> {
    let (case, set) = Case::read(typed, sets)?;
    let worked = work(set, &case).map_err(|refusals| {
        if refusals
            .iter()
            .any(|one| one.code == RefusalCode::NoRuleForKind)
        {
            return vec![Wrong::new("kind", What::NoRuleForKind)];
        }
        // Each amount is sound by itself: only their sum can be too much.
        let field = if typed.is_itemised() { "items" } else { "a" };
        vec![Wrong::new(field, What::Sum)]
    })?;
    let outcomes = compare(&case, sets, (set, &worked));
    let traces = worked.traces.iter();
    let sentences = traces.flat_map(|trace| explain(trace, set, language.into()));
    Ok(Answer {
        rules: set.name.clone(),
        settlement: worked.settlement,
        sentences: sentences.collect(),
        parts: worked.parts,
        outcomes,
        no_place: no_place(&case, sets),
        case,
    })
}

/// A case that is settled.
pub(super) struct Worked {
    /// Who pays what, of all parts together.
    pub(super) settlement: Settlement,
    /// Who pays what of each part of a bill that two rules share.
    parts: Vec<(PartOf, Settlement)>,
    /// Why, part by part.
    traces: Vec<Trace>,
}

impl Worked {
    /// Whether the bill was settled in parts.
    pub(super) fn is_divided(&self) -> bool {
        self.traces.len() > 1
    }

    /// The steps of all parts in one, to compare with those of another way.
    pub(super) fn trace(&self) -> Trace {
        let mut all = Trace::new();
        if let Some(first) = self.traces.first() {
            all.facts = first.facts;
        }
        let steps = self.traces.iter().flat_map(|trace| trace.steps.iter());
        all.steps.extend(steps.copied());
        all
    }
}

/// Settles the case by `set`.
pub(super) fn work(set: &ParameterSet, case: &Case) -> Result<Worked, Vec<Refusal>> {
    if case.is_divided() {
        return divide(set, case);
    }
    let mut trace = Trace::new();
    let settled = settle(set, &case.bill(), &mut trace)?;
    Ok(Worked {
        settlement: settled.settlement,
        parts: Vec::new(),
        traces: vec![trace],
    })
}

/// Settles what is for the disease, then the rest as an ordinary visit.
fn divide(set: &ParameterSet, case: &Case) -> Result<Worked, Vec<Refusal>> {
    let lines = case.lines.iter().zip(&case.ordinary);
    let lines: Vec<ChronicLine> = lines
        .map(|(item, ordinary)| ChronicLine {
            item: *item,
            for_disease: !*ordinary,
        })
        .collect();
    let bill = ChronicBill {
        scheme: case.scheme,
        person: case.person,
        visit: case.visit,
        lines: &lines,
        before: case.before,
    };
    let divided = settle_chronic(set, &bill)?;
    let parts = divided.parts.iter();
    Ok(Worked {
        settlement: divided.settlement(),
        parts: parts
            .map(|part| (part.portion.part, part.settled.settlement))
            .collect(),
        traces: divided.parts.into_iter().map(|part| part.trace).collect(),
    })
}
