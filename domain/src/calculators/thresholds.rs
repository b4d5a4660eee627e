//! How far it is to each threshold of the year: where cover begins, and where it ends.

mod told;

use super::{Refused, Step, Why};
use crate::explain::ParameterNote;
use crate::language::Bilingual;
use crate::money::Money;
use crate::settlement::parameters::ParameterSet;
use crate::settlement::{Accumulators, Level, OLDEST_AGE, PersonFacts, Scheme};
use crate::usage::{Allowance, Known, Usage, usage};

codes! {
    /// The thresholds, in the order in which a year meets them.
    pub enum Threshold {
        /// Outpatient cover begins.
        OutpatientDeductible = "outpatient_deductible",
        /// Outpatient cover goes on at another ratio.
        OutpatientAbove = "outpatient_above",
        /// Outpatient cover ends.
        OutpatientCap = "outpatient_cap",
        /// The pool's cover of stays in hospital ends.
        PoolCap = "pool_cap",
        /// The large-amount subsidy ends.
        LargeAmountCap = "large_amount_cap",
        /// Catastrophic cover begins.
        Catastrophic = "catastrophic",
        /// Catastrophic cover ends.
        CatastrophicCap = "catastrophic_cap",
        /// Medical assistance begins.
        Assistance = "assistance",
        /// Medical assistance ends.
        AssistanceCap = "assistance_cap",
    }
}

/// One threshold as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Distance {
    /// Which.
    pub threshold: Threshold,
    /// The levels of institution for which it holds, where they differ; empty for all.
    pub levels: Vec<Level>,
    /// Where it lies, in fen; `None` = there is none, cover never ends.
    pub limit: Option<Money>,
    /// How far the year has come, in fen.
    pub used: Money,
    /// What is left to it, never negative, in fen; `None` without a limit.
    pub left: Option<Money>,
    /// Where it comes from and how sure it is.
    pub parameter: ParameterNote,
}

impl Distance {
    /// Whether it has been reached.
    #[must_use]
    pub fn is_reached(&self) -> bool {
        self.left.is_some_and(Money::is_zero)
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> Bilingual {
        told::name(self)
    }

    /// How far it is, in one sentence.
    #[must_use]
    pub fn sentence(&self) -> Bilingual {
        told::sentence(self)
    }
}

/// Somebody's year so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// Which basic insurance.
    pub scheme: Scheme,
    /// The person.
    pub person: PersonFacts,
    /// What the year has used.
    pub used: Accumulators,
}

/// How far it is to everything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Each threshold that there is.
    pub distances: Vec<Distance>,
    /// The same, told.
    pub steps: Vec<Step>,
}

/// How far it is under `set`.
///
/// # Errors
/// Every field that cannot be calculated with.
pub fn thresholds(set: &ParameterSet, question: &Question) -> Result<Answer, Vec<Refused>> {
    let refused = refusals(question);
    if !refused.is_empty() {
        return Err(refused);
    }
    let usage = usage(set, question.scheme, &question.person, &question.used, 0);
    let distances = distances(&usage);
    let steps = steps(&distances);
    Ok(Answer { distances, steps })
}

/// The distances as steps, each with its rule and its parameter.
#[must_use]
pub fn steps(distances: &[Distance]) -> Vec<Step> {
    distances.iter().map(told::step).collect()
}

/// Every threshold of `usage`, in the order in which a year meets them.
#[must_use]
pub fn distances(usage: &Usage) -> Vec<Distance> {
    let mut found = outpatient_deductibles(usage);
    if let Some(Known { value, parameter }) = &usage.outpatient_above {
        let reached = (Threshold::OutpatientAbove, value.scope, value.so_far);
        found.push(begins(reached, parameter));
    }
    let mut end = |threshold, known: &Known<Allowance>| {
        found.push(ends(threshold, known.value, &known.parameter));
    };
    end(Threshold::OutpatientCap, &usage.outpatient_cap);
    end(Threshold::PoolCap, &usage.pool);
    if let Some(large) = &usage.large_amount {
        end(Threshold::LargeAmountCap, large);
    }
    let Known { value, parameter } = &usage.catastrophic;
    let reached = (Threshold::Catastrophic, value.threshold, value.base);
    found.push(begins(reached, parameter));
    found.push(ends(Threshold::CatastrophicCap, value.allowance, parameter));
    if let Some(Known { value, parameter }) = &usage.assistance {
        let used = value.deductible - value.deductible_left;
        let reached = (Threshold::Assistance, value.deductible, used);
        found.push(begins(reached, parameter));
        found.push(ends(Threshold::AssistanceCap, value.allowance, parameter));
    }
    found
}

/// The yearly outpatient deductible, once for each amount that levels have.
fn outpatient_deductibles(usage: &Usage) -> Vec<Distance> {
    let paid: Vec<_> = usage
        .outpatient
        .iter()
        .filter(|level| level.ratio.value.get() > 0)
        .collect();
    let mut amounts: Vec<Money> = paid
        .iter()
        .map(|level| level.deductible.value.year)
        .collect();
    amounts.sort_unstable();
    amounts.dedup();
    let alone = amounts.len() == 1;
    let distance = |amount: &Money| {
        let here = paid
            .iter()
            .filter(|level| level.deductible.value.year == *amount);
        let parameter = &here.clone().next()?.deductible.parameter;
        let used = usage.outpatient_deductible_used.min(*amount);
        let mut found = begins((Threshold::OutpatientDeductible, *amount, used), parameter);
        if !alone {
            found.levels = here.map(|level| level.level).collect();
        }
        Some(found)
    };
    amounts.iter().filter_map(distance).collect()
}

fn begins(
    (threshold, limit, used): (Threshold, Money, Money),
    parameter: &ParameterNote,
) -> Distance {
    Distance {
        threshold,
        levels: Vec::new(),
        limit: Some(limit),
        used,
        left: Some((limit - used).or_zero()),
        parameter: parameter.clone(),
    }
}

fn ends(threshold: Threshold, value: Allowance, parameter: &ParameterNote) -> Distance {
    Distance {
        threshold,
        levels: Vec::new(),
        limit: value.cap,
        used: value.used,
        left: value.left,
        parameter: parameter.clone(),
    }
}

fn refusals(question: &Question) -> Vec<Refused> {
    let used = &question.used;
    let amounts = [
        ("/op_ded", used.outpatient_deductible_used),
        ("/op_scope", used.outpatient_in_scope),
        ("/op_paid", used.outpatient_paid),
        ("/pool_paid", used.pool_paid),
        ("/supp_paid", used.large_amount_paid),
        ("/cat_base", used.catastrophic_base),
        ("/cat_paid", used.catastrophic_paid),
        ("/maf_ded", used.assistance_deductible_used),
        ("/maf_paid", used.assistance_paid),
    ];
    let mut refused = Vec::new();
    if question.person.age > OLDEST_AGE {
        refused.push(Refused::new("/age", Why::TooLarge));
    }
    for (pointer, amount) in amounts {
        if amount.is_negative() {
            refused.push(Refused::new(pointer, Why::Negative));
        } else if amount > Money::LARGEST {
            refused.push(Refused::new(pointer, Why::TooLarge));
        }
    }
    if used.outpatient_deductible_used > used.outpatient_in_scope {
        refused.push(Refused::new("/op_ded", Why::MoreThanAll));
    }
    refused
}
