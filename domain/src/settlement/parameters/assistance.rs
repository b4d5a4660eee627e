//! Rules of medical assistance.

use serde::{Deserialize, Serialize};

use super::{PerCategory, Sourced};
use crate::money::{BasisPoints, Money};
use crate::settlement::Remote;

/// Medical assistance of a region.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assistance {
    /// What each status of hardship gets; those that are missing get nothing.
    pub rules: Sourced<PerCategory<AssistanceRule>>,
    /// Which visits it reaches.
    pub reach: Sourced<AssistanceReach>,
}

/// What one status of hardship gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssistanceRule {
    /// The yearly deductible, in fen.
    pub deductible: Money,
    /// What is paid of the burden above it.
    pub ratio: BasisPoints,
    /// The most it pays in a year, in fen.
    pub cap: Option<Money>,
}

/// Which visits assistance reaches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssistanceReach {
    /// Whether outpatient visits get it.
    pub outpatient_counts: bool,
    /// Kinds of treatment elsewhere that do not get it.
    pub excluded_remote: Vec<Remote>,
}
