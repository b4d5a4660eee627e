//! One part of a divided bill, settled the first time and again.

use serde::{Deserialize, Serialize};

use crate::money::Money;
use crate::settlement::check;
use crate::settlement::engine::{settle, settle_by};
use crate::settlement::parameters::ParameterSet;
use crate::settlement::plan::{Carried, DeductibleRule, Plan};
use crate::settlement::{
    Accumulators, Bill, Facts, LineItem, PartOf, PersonFacts, Refusal, Scheme, Settled, Step,
    Trace, TraceSink, Visit,
};

/// One part of a divided bill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Which part, and what it takes to settle it again.
    pub portion: Portion,
    /// The parameter set by which it was settled.
    pub set: String,
    /// Who pays what of it, and what it adds to the accumulators of its year.
    pub settled: Settled,
    /// Every step; where the bill has several parts, the first step tells which one this is.
    pub trace: Trace,
    /// Which basic insurance covers the person.
    pub scheme: Scheme,
    /// The person, with what the parts before left in the accounts.
    pub person: PersonFacts,
    /// The visit as this part was settled.
    pub visit: Visit,
    /// The accumulators of its year before it.
    pub before: Accumulators,
    /// Its items.
    pub lines: Vec<LineItem>,
    /// Of which item of the whole bill, counted from 0, each of `lines` is all or a share.
    pub items: Vec<usize>,
}

impl Part {
    /// The bill that [`settle_part`] settles as this part was.
    #[must_use]
    pub fn bill(&self) -> Bill<'_> {
        Bill {
            scheme: self.scheme,
            person: self.person,
            visit: self.visit,
            lines: &self.lines,
            before: self.before,
        }
    }

    /// Whether it raises the number of admissions of its year.
    #[must_use]
    pub const fn counts_as_admission(&self) -> bool {
        self.portion.counts_as_admission(&self.visit)
    }
}

/// Which part of a bill a bill is, with all that the parts before it decide. In JSON with short
/// keys, because it is stored with every part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Portion {
    /// The part.
    #[serde(rename = "p")]
    pub part: PartOf,
    /// The whole bill, in fen.
    #[serde(rename = "t")]
    pub total: Money,
    /// Whether two rules share the bill, so that the steps begin with which part this is.
    #[serde(rename = "d", default, skip_serializing_if = "std::ops::Not::not")]
    pub is_told: bool,
    /// What the parts before left of a deductible that the stay pays once; `None` for the part that
    /// comes first and for parts with a deductible of their own.
    #[serde(rename = "l", default, skip_serializing_if = "Option::is_none")]
    pub left: Option<Left>,
}

/// What the parts before left of a deductible that a stay pays once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Left {
    /// The stay has none.
    #[serde(rename = "n")]
    None,
    /// Some of it, or nothing more.
    #[serde(rename = "c")]
    Carried(Carried),
}

impl Portion {
    /// Whether the part of `visit` raises the number of admissions of its year: the later parts of a
    /// stay that pays one deductible do not.
    #[must_use]
    pub const fn counts_as_admission(&self, visit: &Visit) -> bool {
        visit.kind.counts_as_admission() && self.left.is_none()
    }

    /// The step with which the part that is `bill` begins.
    pub(super) fn preface(&self, bill: &Bill<'_>) -> Option<Step> {
        let of_this = bill.lines.iter().map(|line| line.amount).sum();
        self.is_told
            .then_some(Step::Part(self.part, self.total, of_this))
    }
}

/// Settles one part of a bill as it was settled the first time.
///
/// # Errors
/// As [`settle`].
pub fn settle_part<T: TraceSink>(
    set: &ParameterSet,
    bill: &Bill<'_>,
    portion: &Portion,
    trace: &mut T,
) -> Result<Settled, Vec<Refusal>> {
    let mut trace = Prefaced {
        trace,
        preface: portion.preface(bill),
    };
    let Some(left) = portion.left else {
        return settle(set, bill, &mut trace);
    };
    if !check::is_sound(bill) {
        return Err(check::check(bill));
    }
    let mut plan = Plan::of(set, bill).map_err(|refusal| vec![refusal])?;
    plan.deductible = match left {
        Left::None => DeductibleRule::None,
        Left::Carried(carried) => DeductibleRule::Carried(carried),
    };
    Ok(settle_by(set, bill, plan, &mut trace))
}

/// Keeps a trace whose first step tells which part of a bill it is.
pub(super) struct Prefaced<'a, T> {
    pub(super) trace: &'a mut T,
    pub(super) preface: Option<Step>,
}

impl<T: TraceSink> TraceSink for Prefaced<'_, T> {
    const WANTED: bool = T::WANTED;
    fn begin(&mut self, facts: Facts) {
        self.trace.begin(facts);
        if let Some(step) = self.preface {
            self.trace.push(step);
        }
    }
    fn push(&mut self, step: Step) {
        self.trace.push(step);
    }
}
