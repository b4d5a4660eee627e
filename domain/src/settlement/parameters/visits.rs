//! Rules for special kinds of visits. Sets that were stored before a group existed lack it; a
//! visit that needs it is then refused, never guessed.

use serde::{Deserialize, Serialize};

use super::PerScheme;
use crate::money::{BasisPoints, Money};

/// How a negotiated drug from a designated pharmacy is paid (two channels, one treatment:
/// National Healthcare Security Administration, 2021, no. 28).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "as", rename_all = "snake_case", deny_unknown_fields)]
pub enum DualChannel {
    /// As if the hospital that prescribed it had given it to an outpatient: the yearly
    /// outpatient deductible, ratio and cap of that hospital's level.
    Outpatient,
    /// At the ratios for stays in that hospital, without a deductible, inside the pool's cap.
    Inpatient,
    /// At a ratio of its own, without a deductible, inside the pool's cap for stays.
    Own {
        /// What the pool pays.
        ratio: PerScheme<BasisPoints>,
    },
}

/// What is paid around a birth, by scheme.
pub type MaternityCare = PerScheme<MaternityTerms>;

/// What is paid around a birth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MaternityTerms {
    /// Whether the deductible of a stay comes off a birth in hospital.
    pub deductible: bool,
    /// What the pool pays of a birth in hospital; `None` = the ratios for stays.
    pub ratio: Option<BasisPoints>,
    /// Checks before the birth.
    pub prenatal: Prenatal,
}

/// Checks before a birth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prenatal {
    /// What the pool pays; there is no deductible.
    pub ratio: BasisPoints,
    /// The most it pays in a year, in fen; `None` = no limit.
    pub cap: Option<Money>,
}

/// What becomes of a stay that goes on across the end of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearEnd {
    /// Which year takes the bill.
    pub attribution: YearAttribution,
    /// How often a divided stay pays the deductible.
    pub deductible: YearEndDeductible,
}

codes! {
    /// Which year takes the bill of a stay across the end of a year.
    pub enum YearAttribution {
        /// The year of discharge takes the whole bill.
        Discharge = "discharge",
        /// Each year takes what was billed on its own days.
        Split = "split",
    }
}

codes! {
    /// How often a divided stay pays the deductible.
    pub enum YearEndDeductible {
        /// Once for the stay, by the rules of the year of admission: what the earlier part is
        /// too small to bear comes off the later part.
        Once = "once",
        /// Each part by the rules of its own year.
        EachYear = "each_year",
    }
}
