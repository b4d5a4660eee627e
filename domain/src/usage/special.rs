//! What special kinds of visits would mean, and what they have used of the year.

use super::{Allowance, Known, View};
use crate::money::{BasisPoints, Money};
use crate::settlement::parameters::ChronicDeductible;
use crate::settlement::{Level, Scheme};

/// Care of certified chronic diseases. Its ratios are those of stays in hospital.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChronicUsage {
    /// What was paid of the yearly deductible so far, in fen.
    pub used: Money,
    /// The yearly deductibles, each with the levels that have it; the smallest first.
    pub deductibles: Vec<ChronicDeductibleUsage>,
    /// Whether it uses up the same yearly cap as stays in hospital.
    pub shared_cap: bool,
}

/// A yearly deductible of chronic diseases, in fen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChronicDeductibleUsage {
    /// For the whole year.
    pub year: Money,
    /// Still to be paid before the pool begins.
    pub left: Money,
    /// The levels at which it applies; all of them where there is one for all.
    pub levels: Vec<Level>,
}

/// Drugs for hypertension and diabetes, without a deductible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TwoDiseasesUsage {
    /// What the pool pays.
    pub ratio: BasisPoints,
    /// The yearly cap for hypertension.
    pub hypertension: Allowance,
    /// The yearly cap for diabetes.
    pub diabetes: Allowance,
}

/// Checks before a birth, without a deductible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrenatalUsage {
    /// What the pool pays.
    pub ratio: BasisPoints,
    /// The yearly cap.
    pub allowance: Allowance,
}

pub(super) fn chronic(view: &View<'_>) -> Known<ChronicUsage> {
    let rules = &view.set.other.chronic;
    let used = view.year.chronic_deductible_used;
    let mut deductibles: Vec<ChronicDeductibleUsage> = Vec::new();
    for level in Level::ALL {
        let year = match rules.values.deductible {
            ChronicDeductible::Fixed { amount } => amount,
            ChronicDeductible::InpatientLevelOnceAYear => {
                *view.rules.inpatient.deductible.values.get(*level)
            }
        };
        match deductibles.iter_mut().find(|known| known.year == year) {
            Some(known) => known.levels.push(*level),
            None => deductibles.push(ChronicDeductibleUsage {
                year,
                left: (year - used).or_zero(),
                levels: vec![*level],
            }),
        }
    }
    deductibles.sort_by_key(|one| one.year);
    let value = ChronicUsage {
        used,
        deductibles,
        shared_cap: rules.values.shared_cap,
    };
    view.known_at("/other/chronic/values".to_owned(), value, &rules.source)
}

/// `None` for employees, to whom it does not apply; the value is `None` where such drugs are paid
/// as ordinary outpatient care.
pub(super) fn two_diseases(view: &View<'_>) -> Option<Known<Option<TwoDiseasesUsage>>> {
    if view.scheme != Scheme::Resident {
        return None;
    }
    let rules = &view.set.other.two_diseases;
    let value = rules.values.map(|two| TwoDiseasesUsage {
        ratio: two.ratio,
        hypertension: Allowance::of(Some(two.caps.hypertension), view.year.hypertension_paid),
        diabetes: Allowance::of(Some(two.caps.diabetes), view.year.diabetes_paid),
    });
    let pointer = "/other/two_diseases/values".to_owned();
    Some(view.known_at(pointer, value, &rules.source))
}

/// `None` where the set says nothing about births.
pub(super) fn prenatal(view: &View<'_>) -> Option<Known<PrenatalUsage>> {
    let rules = view.set.other.maternity_care.as_ref()?;
    let checks = rules.values.get(view.scheme).prenatal;
    let value = PrenatalUsage {
        ratio: checks.ratio,
        allowance: Allowance::of(checks.cap, view.year.prenatal_paid),
    };
    let pointer = format!("/other/maternity_care/values/{}/prenatal", view.scheme);
    Some(view.known_at(pointer, value, &rules.source))
}
