//! Rules for ordinary outpatient care.

use serde::{Deserialize, Serialize};

use super::{PerLevel, PerStatus, Sourced};
use crate::money::{BasisPoints, Money};

/// Rules for ordinary outpatient care in one scheme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outpatient {
    /// The yearly deductible, in fen. One for all levels together: what was used at one level
    /// counts at every other.
    pub deductible: Sourced<PerLevel<PerStatus<Money>>>,
    /// Deductibles that replace the above from an age, at every level, for retirees too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deductible_by_age: Option<Sourced<Vec<AgeAmount>>>,
    /// What the pool pays.
    pub ratio: Sourced<PerLevel<PerStatus<BasisPoints>>>,
    /// Retirees' ratios that replace the above from an age.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retired_by_age: Option<Sourced<PerLevel<RetiredByAge>>>,
    /// Another ratio above a yearly amount.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub above: Option<Sourced<Above>>,
    /// The most the pool pays in a year, in fen; `None` = no limit.
    pub cap: Sourced<Option<PerStatus<Money>>>,
}

/// Steps by age at one level; often none.
pub type RetiredByAge = Vec<AgeStep>;

/// A value that begins at an age.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgeStep {
    /// From this age in full years.
    pub from: u16,
    /// The ratio, or the percentage points.
    pub value: BasisPoints,
}

/// An amount that begins at an age.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgeAmount {
    /// From this age in full years.
    pub from: u16,
    /// The amount, in fen.
    pub value: Money,
}

impl AgeStep {
    /// The value of the one highest step that the age has reached. Steps ascend.
    #[must_use]
    pub fn highest(steps: &[Self], age: u16) -> Option<BasisPoints> {
        steps
            .iter()
            .rev()
            .find(|step| age >= step.from)
            .map(|step| step.value)
    }
}

/// The ratio for the year's in-scope outpatient expense above an amount, at every level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Above {
    /// The amount of the year, in fen.
    pub scope: Money,
    /// What the pool pays above it.
    pub ratio: PerStatus<BasisPoints>,
}

impl Outpatient {
    /// The yearly deductible of a person at `level`, and the group of values it stands in; `true`
    /// where the age decides. Steps ascend.
    #[must_use]
    pub fn deductible_at(
        &self,
        level: crate::settlement::Level,
        retired: bool,
        age: u16,
    ) -> (Money, &super::Source, bool) {
        let by_age = self.deductible_by_age.as_ref().and_then(|steps| {
            let reached = steps.values.iter().rev().find(|step| age >= step.from);
            reached.map(|step| (step.value, &steps.source, true))
        });
        by_age.unwrap_or_else(|| {
            let table = self.deductible.values.get(level);
            (*table.get(retired), &self.deductible.source, false)
        })
    }

    /// The ratio at `level` and the group of values it stands in.
    #[must_use]
    pub fn ratio_at(
        &self,
        level: crate::settlement::Level,
        retired: bool,
        age: u16,
    ) -> (BasisPoints, &super::Source) {
        let by_age = self
            .retired_by_age
            .as_ref()
            .filter(|_| retired)
            .and_then(|table| {
                AgeStep::highest(table.values.get(level), age).map(|ratio| (ratio, &table.source))
            });
        by_age.unwrap_or_else(|| {
            (
                *self.ratio.values.get(level).get(retired),
                &self.ratio.source,
            )
        })
    }

    /// The most the pool pays a person in a year; `None` = no limit.
    #[must_use]
    pub fn cap_for(&self, retired: bool) -> Option<Money> {
        self.cap.values.as_ref().map(|cap| *cap.get(retired))
    }
}
