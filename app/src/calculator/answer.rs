//! The answer: who pays what, told step by step, and what other ways would cost.

use std::borrow::Borrow;

use domain::explain::{Sentence, explain};
use domain::language::Bilingual;
use domain::settlement::parameters::ParameterSet;
use domain::settlement::{Refusal, RefusalCode, Settlement, Trace, settle};

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
    let (settlement, trace) = work(set, &case).map_err(|refusals| {
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
    let outcomes = compare(&case, sets, (set, settlement, &trace));
    Ok(Answer {
        rules: set.name.clone(),
        settlement,
        sentences: explain(&trace, set, language.into()),
        outcomes,
        no_place: no_place(&case, sets),
        case,
    })
}

/// Settles the case by `set`.
pub(super) fn work(set: &ParameterSet, case: &Case) -> Result<(Settlement, Trace), Vec<Refusal>> {
    let mut trace = Trace::new();
    let settled = settle(set, &case.bill(), &mut trace)?;
    Ok((settled.settlement, trace))
}
