//! How each contribution base came about: where it lies between the limits of its month.
//!
//! The declared wage is not on record; what is known is the base, and the limits of the place.

use super::Shares;
use crate::calendar::Month;
use crate::explain::ParameterNote;
use crate::money::Money;
use crate::settlement::parameters::{ContributionBase, ParameterSet};

/// Where a base lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BasePosition {
    /// Below the floor: the record does not fit the rule.
    BelowFloor,
    /// At the floor: wages below it count as much.
    AtFloor,
    /// Between: the declared wage itself.
    Between,
    /// At the ceiling: wages above it count as much.
    AtCeiling,
    /// Above the ceiling: the record does not fit the rule.
    AboveCeiling,
}

impl BasePosition {
    /// Where `base` lies between the limits of `rule`.
    #[must_use]
    pub fn of(rule: &ContributionBase, base: Money) -> Self {
        if base < rule.floor {
            Self::BelowFloor
        } else if base == rule.floor {
            Self::AtFloor
        } else if base < rule.ceiling {
            Self::Between
        } else if base == rule.ceiling {
            Self::AtCeiling
        } else {
            Self::AboveCeiling
        }
    }
}

/// The rule behind a base.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseRule {
    /// Where the base lies.
    pub position: BasePosition,
    /// The limits of the month.
    pub limits: ContributionBase,
    /// Where the limits come from and how sure they are.
    pub parameter: ParameterNote,
}

impl BaseRule {
    /// What the set of the month says of `base`.
    #[must_use]
    pub fn of(set: &ParameterSet, base: Money) -> Self {
        let rule = &set.other.contribution_base;
        let pointer = "/other/contribution_base/values".to_owned();
        Self {
            position: BasePosition::of(&rule.values, base),
            limits: rule.values,
            parameter: ParameterNote::new(set, pointer, &rule.source),
        }
    }
}

/// The base of one month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseMonth {
    /// Which month.
    pub month: Month,
    /// The base, in fen.
    pub base: Money,
    /// Whether an employer declared it; flexible workers choose it.
    pub employed: bool,
    /// Who pays how much of it.
    pub shares: Shares,
    /// The rule; `None` when no parameter set covers the month and place.
    pub rule: Option<BaseRule>,
}

/// Neighbouring months with the same base under the same rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseRun {
    /// The last of its months.
    pub through: Month,
    /// The first of its months, with what holds for all of them.
    pub first: BaseMonth,
}

impl BaseRun {
    /// How many months it has.
    #[must_use]
    pub const fn length(&self) -> i32 {
        self.through.since(self.first.month) + 1
    }
}

/// Joins the months, which stand in order, the newest stretch first.
#[must_use]
pub fn base_runs(months: Vec<BaseMonth>) -> Vec<BaseRun> {
    let mut runs: Vec<BaseRun> = Vec::new();
    for next in months {
        match runs.last_mut() {
            Some(run) if run.through.plus(1) == next.month && same(&run.first, &next) => {
                run.through = next.month;
            }
            _ => runs.push(BaseRun {
                through: next.month,
                first: next,
            }),
        }
    }
    runs.reverse();
    runs
}

fn same(one: &BaseMonth, other: &BaseMonth) -> bool {
    // A bill of the present month has not reached the account yet, but is of the same base.
    let told = |month: &BaseMonth| {
        let Shares {
            employer, person, ..
        } = month.shares;
        (month.base, month.employed, employer, person)
    };
    told(one) == told(other) && one.rule == other.rule
}
