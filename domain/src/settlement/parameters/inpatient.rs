//! Rules for stays in hospital.

use serde::{Deserialize, Serialize};

use super::outpatient::AgeStep;
use super::{PerLevel, PerStatus, Sourced};
use crate::money::{BasisPoints, Money};

/// Rules for stays in hospital in one scheme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inpatient {
    /// Deductible of the first admission of the year, in fen.
    pub deductible: Sourced<PerLevel<Money>>,
    /// What becomes of the deductible at later admissions.
    pub repeat: Sourced<Repeat>,
    /// The pool's ratios; for everybody where `retired_ratio` is missing.
    pub ratio: Sourced<PerLevel<Vec<Bracket>>>,
    /// The pool's ratios for retirees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retired_ratio: Option<Sourced<PerLevel<Vec<Bracket>>>>,
    /// Percentage points added from an age; the one highest step counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age_bonus: Option<Sourced<Vec<AgeStep>>>,
    /// The most the pool pays in a year, in fen.
    pub pool_cap: Sourced<Option<Money>>,
}

impl Inpatient {
    /// The table of ratios for a person who is, or is not, retired; and whether it is the
    /// retirees' own.
    #[must_use]
    pub fn ratios(&self, retired: bool) -> (&Sourced<PerLevel<Vec<Bracket>>>, bool) {
        match (&self.retired_ratio, retired) {
            (Some(table), true) => (table, true),
            _ => (&self.ratio, false),
        }
    }

    /// Percentage points added at this age.
    #[must_use]
    pub fn bonus(&self, age: u16) -> BasisPoints {
        self.age_bonus
            .as_ref()
            .and_then(|steps| AgeStep::highest(&steps.values, age))
            .unwrap_or(BasisPoints::ZERO)
    }
}

/// A ratio for a stretch of the in-scope amount, the deductible's zone included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bracket {
    /// Upper end of the stretch in fen; `None` for the last one.
    pub until: Option<Money>,
    /// What the pool pays of it.
    pub ratio: BasisPoints,
}

/// What becomes of the deductible at later admissions of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Repeat {
    /// Half from the second admission.
    Half,
    /// Half at the second admission, none from the third.
    HalfThenZero,
    /// Less by a step for each further admission.
    Minus {
        /// The step, in fen.
        step: Money,
        /// Not below this, in fen; a table value at or below it stays.
        floor: Money,
    },
}

/// The subsidy above the pool's yearly cap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LargeAmount {
    /// What it pays of the expense handed over.
    pub ratio: PerStatus<BasisPoints>,
    /// The most it pays in a year, in fen.
    pub cap: Option<Money>,
}
