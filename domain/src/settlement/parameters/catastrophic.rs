//! Rules of catastrophic cover.

use serde::{Deserialize, Serialize};

use super::Sourced;
use crate::money::{BasisPoints, Money};
use crate::settlement::Category;

/// Catastrophic cover in one scheme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catastrophic {
    /// Threshold and ratios.
    pub tiers: Sourced<CatastrophicTiers>,
    /// The most it pays in a year, in fen.
    pub cap: Sourced<Option<Money>>,
    /// Better terms for people in hardship.
    pub tilt: Sourced<Tilt>,
    /// Whether outpatient visits count.
    pub outpatient_counts: Sourced<bool>,
}

/// The threshold of the year's burden and the ratios above it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CatastrophicTiers {
    /// The cover begins above this burden of the year, in fen.
    pub threshold: Money,
    /// Ratios, ascending.
    pub tiers: Vec<Tier>,
}

/// A ratio for a stretch of the burden above the threshold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// Upper end of the stretch, measured from the person's own threshold, in fen; `None` for
    /// the last one.
    pub until: Option<Money>,
    /// What is paid of it.
    pub ratio: BasisPoints,
}

/// Better terms for people in hardship: they have no yearly cap either.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tilt {
    /// Who has them.
    pub categories: Vec<Category>,
    /// Their threshold as a share of the ordinary one.
    pub threshold_share: BasisPoints,
    /// Percentage points added to each tier.
    pub points: BasisPoints,
}
