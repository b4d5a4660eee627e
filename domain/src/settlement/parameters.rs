//! Benefit parameters: what a region pays for whom, as data with dates and sources.
//!
//! Every group of values stands in a [`Sourced`], so that each figure on a page can say where
//! it comes from and how sure it is. `None` (`null`) always means "no limit".

mod assistance;
mod catastrophic;
mod check;
mod choose;
mod inpatient;
mod layers;
mod other;
mod outpatient;
mod per;
mod shipped;
mod source;
mod sources;
mod timeline;
mod visits;

pub use assistance::{Assistance, AssistanceReach, AssistanceRule};
pub use catastrophic::{Catastrophic, CatastrophicTiers, Tier, Tilt};
pub use check::{ParameterError, Problem};
pub use choose::{choose, nearest};
pub use inpatient::{Bracket, Inpatient, LargeAmount, Repeat};
pub use layers::{Resolution, Resolved, resolve};
pub use other::{
    AccountInflow, Chronic, ChronicDeductible, ChronicRatio, ContributionBase, ContributionRates,
    Incentive, LeaveDays, Maternity, MinimumYears, MonthlyInflow, Other, ResidentFee,
    TwoDiseaseCaps, TwoDiseases, Waiting, Window,
};
pub use outpatient::{Above, AgeAmount, AgeStep, Outpatient, RetiredByAge};
pub use per::{PerCategory, PerLevel, PerRemote, PerScheme, PerStatus};
pub use shipped::{
    shipped_layers, shipped_parameter_files, shipped_parameter_sets, shipped_parameter_texts,
};
pub use source::{Certainty, Gives, Provenance, Review, Source, Sourced};
pub use timeline::{Notice, notices, overlap};
pub use visits::{
    DualChannel, MaternityCare, MaternityTerms, Prenatal, YearAttribution, YearEnd,
    YearEndDeductible,
};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Scheme;
use crate::identifiers::RegionCode;
use crate::interval::Interval;
use crate::language::Bilingual;
use crate::money::BasisPoints;

/// The rules of one region for one period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParameterSet {
    /// Stable name, such as `BJ-2025`. Settlements store it.
    pub id: String,
    /// The region whose insured people it serves, down to every region below it.
    pub region: RegionCode,
    /// What people call it.
    pub name: Bilingual,
    /// The days on which it is in force.
    pub effective: Interval,
    /// Who checked all figures against their sources; left out while nobody has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed_by: Option<Bilingual>,
    /// The day of that check; stands and falls with `reviewed_by`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed_on: Option<NaiveDate>,
    /// Percentage points off for each kind of treatment elsewhere.
    pub remote: Sourced<PerRemote<BasisPoints>>,
    /// The rules of each basic insurance.
    pub schemes: Schemes,
    /// Medical assistance, the same for both schemes.
    pub assistance: Assistance,
    /// What else a region decides: accounts, fees, contributions, waiting.
    pub other: Other,
}

/// The rules of the two basic insurances.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Schemes {
    /// Employee basic medical insurance.
    pub employee: SchemeRules,
    /// Resident basic medical insurance.
    pub resident: SchemeRules,
}

/// The rules of one basic insurance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SchemeRules {
    /// Stays in hospital.
    pub inpatient: Inpatient,
    /// The subsidy above the pool's cap, where the scheme has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub large_amount: Option<Sourced<LargeAmount>>,
    /// Ordinary outpatient care.
    pub outpatient: Outpatient,
    /// Catastrophic cover over the year.
    pub catastrophic: Catastrophic,
}

impl ParameterSet {
    /// The rules of one basic insurance.
    #[must_use]
    pub const fn rules(&self, scheme: Scheme) -> &SchemeRules {
        match scheme {
            Scheme::Employee => &self.schemes.employee,
            Scheme::Resident => &self.schemes.resident,
        }
    }

    /// Who checked the figures, and when; `None` while nobody has.
    #[must_use]
    pub fn review(&self) -> Option<Review> {
        let (by, on) = (self.reviewed_by.clone()?, self.reviewed_on?);
        Some(Review { by, on })
    }

    /// Whether `other` is the same set but for its review.
    #[must_use]
    pub fn differs_in_review_only(&self, other: &Self) -> bool {
        let mut reviewed = self.clone();
        reviewed.reviewed_by.clone_from(&other.reviewed_by);
        reviewed.reviewed_on = other.reviewed_on;
        self != other && reviewed == *other
    }

    /// Whether `other` is the same set with what this one says nothing about: rules for kinds of
    /// visits, and clauses that figures rest on. No figure that is there changes, so whatever was
    /// settled by this set comes out the same by the other one.
    #[must_use]
    pub fn is_completed_by(&self, other: &Self) -> bool {
        let mut completed = self.clone();
        completed.other.complete_from(&other.other);
        // Where one has a group that the other lacks, the two are not equal in the end anyway.
        let mut named = other.clone();
        let pairs = completed.sources_mut().into_iter().zip(named.sources_mut());
        for (mine, theirs) in pairs {
            mine.complete_from(theirs);
        }
        self != other && completed == *other
    }

    /// Whether the set is in force on this day.
    #[must_use]
    pub fn is_in_force(&self, day: NaiveDate) -> bool {
        self.effective.contains(day)
    }
}
