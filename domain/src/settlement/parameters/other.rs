//! What a region decides beside the settlement of bills.

use serde::{Deserialize, Serialize};

use super::{DualChannel, MaternityCare, Sourced, YearEnd};
use crate::calendar::MonthDay;
use crate::money::{BasisPoints, Money};

/// Accounts, fees, contributions and waiting in one region.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Other {
    /// What flows into an account in service, as a share of the contribution base.
    pub account_in_service: Sourced<AccountInflow>,
    /// What flows into a retiree's account each month.
    pub account_retired: Sourced<Vec<MonthlyInflow>>,
    /// Maternity leave and allowance.
    pub maternity: Sourced<Maternity>,
    /// What residents pay a year.
    pub resident_fee: Sourced<ResidentFee>,
    /// Chronic and special diseases treated as outpatient.
    pub chronic: Sourced<Chronic>,
    /// Drugs for hypertension and diabetes of residents; `None`: inside outpatient care.
    pub two_diseases: Sourced<Option<TwoDiseases>>,
    /// Years of contribution needed for cover in retirement.
    pub minimum_years: Sourced<MinimumYears>,
    /// Between what the contribution base lies, and when its year starts.
    pub contribution_base: Sourced<ContributionBase>,
    /// Who pays how much of the base.
    pub contribution_rates: Sourced<ContributionRates>,
    /// When residents enrol for the next year.
    pub collection_window: Sourced<Window>,
    /// Waiting after late or interrupted enrolment.
    pub waiting: Sourced<Waiting>,
    /// What continuous enrolment adds to the catastrophic cap; `None` where there is no cap.
    pub incentive: Sourced<Option<Incentive>>,
    /// Negotiated drugs from designated pharmacies; `None`: the set says nothing about them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dual_channel: Option<Sourced<DualChannel>>,
    /// Care around a birth; `None`: the set says nothing about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maternity_care: Option<Sourced<MaternityCare>>,
    /// Stays across the end of a year; `None`: the set says nothing about them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year_end: Option<Sourced<YearEnd>>,
}

impl Other {
    /// Takes over the groups that are missing here.
    pub(super) fn complete_from(&mut self, other: &Self) {
        fn take<T: Clone>(mine: &mut Option<T>, theirs: &Option<T>) {
            if mine.is_none() {
                mine.clone_from(theirs);
            }
        }
        take(&mut self.dual_channel, &other.dual_channel);
        take(&mut self.maternity_care, &other.maternity_care);
        take(&mut self.year_end, &other.year_end);
    }
}

/// The inflow of a person in service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountInflow {
    /// Share of the contribution base.
    pub share_of_base: BasisPoints,
}

/// A retiree's monthly inflow up to an age.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MonthlyInflow {
    /// Younger than this age; `None` for everybody older.
    pub below_age: Option<u16>,
    /// Fen a month.
    pub amount: Money,
}

/// Maternity leave and allowance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Maternity {
    /// Days of leave.
    pub leave_days: LeaveDays,
    /// The average monthly wage divided by this gives the allowance of a day.
    pub divisor: u16,
}

/// Days of maternity leave by child.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeaveDays {
    /// First child.
    pub first: u16,
    /// Second child.
    pub second: u16,
    /// Third child.
    pub third: u16,
}

/// What a resident pays a year, in fen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "snake_case", deny_unknown_fields)]
pub enum ResidentFee {
    /// By age.
    Age {
        /// Children and students.
        child: Money,
        /// Adults.
        adult: Money,
        /// The elderly.
        elder: Money,
    },
    /// By a tier of one's own choice.
    Tier {
        /// The low tier.
        low: Money,
        /// The high tier.
        high: Money,
    },
}

/// Chronic and special diseases treated as outpatient.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chronic {
    /// Their deductible.
    pub deductible: ChronicDeductible,
    /// Their ratios.
    pub ratio: ChronicRatio,
    /// Whether they use up the same cap as stays in hospital.
    pub shared_cap: bool,
}

/// The deductible of chronic and special diseases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum ChronicDeductible {
    /// One amount a cycle.
    Fixed {
        /// The amount, in fen.
        amount: Money,
    },
    /// The inpatient deductible of the level, once a year.
    InpatientLevelOnceAYear,
}

codes! {
    /// The ratios of chronic and special diseases.
    pub enum ChronicRatio {
        /// Those of stays in hospital.
        Inpatient = "inpatient",
    }
}

/// Drugs for hypertension and diabetes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TwoDiseases {
    /// What is paid.
    pub ratio: BasisPoints,
    /// The most that is paid a year.
    pub caps: TwoDiseaseCaps,
}

/// Yearly caps, in fen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TwoDiseaseCaps {
    /// Hypertension.
    pub hypertension: Money,
    /// Diabetes.
    pub diabetes: Money,
}

/// Years of contribution needed for cover in retirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinimumYears {
    /// Men.
    pub male: u16,
    /// Women.
    pub female: u16,
    /// Of these, really paid in this region.
    pub actual_local: u16,
}

/// Between what the contribution base lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContributionBase {
    /// The lowest monthly base, in fen.
    pub floor: Money,
    /// The highest monthly base, in fen.
    pub ceiling: Money,
    /// The month in which the contribution year starts, 1 to 12.
    pub year_starts: u8,
}

/// Who pays how much of the base.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContributionRates {
    /// The employer's share.
    pub employer: BasisPoints,
    /// The person's share.
    pub person: BasisPoints,
    /// The person's fixed amount a month, in fen.
    pub person_fixed: Money,
}

/// A stretch of days in every year, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// First day.
    pub from: MonthDay,
    /// Last day.
    pub through: MonthDay,
}

/// Waiting after late or interrupted enrolment of residents (State Council General Office,
/// 2024, no. 38).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Waiting {
    /// Months that always pass.
    pub fixed_months: u16,
    /// Missed years that add nothing.
    pub free_years: u16,
    /// Least months after an interruption of four years or more, whatever was bought back.
    pub least_after_four_years: u16,
}

/// What continuous enrolment adds to the catastrophic cap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Incentive {
    /// For each further year after four, in fen.
    pub continuous_step: Money,
    /// For each year without a claim, in fen.
    pub zero_claim_step: Money,
    /// The most of both together, as a share of the original cap.
    pub most_of_cap: BasisPoints,
}
