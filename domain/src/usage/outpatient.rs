//! What an outpatient visit would mean, by level.

use super::{Known, View};
use crate::money::{BasisPoints, Money};
use crate::settlement::Level;

/// A visit at one level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutpatientUsage {
    /// The level.
    pub level: Level,
    /// The yearly deductible.
    pub deductible: Known<OutpatientDeductible>,
    /// What the pool pays at home; zero where it pays nothing.
    pub ratio: Known<BasisPoints>,
}

/// The yearly deductible as it stands, in fen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutpatientDeductible {
    /// For the whole year.
    pub year: Money,
    /// Still to be paid before the pool begins.
    pub left: Money,
}

/// The other ratio for the year's outpatient expense above an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AboveUsage {
    /// Above this in-scope expense of the year, in fen.
    pub scope: Money,
    /// In-scope outpatient expense of the year so far, in fen.
    pub so_far: Money,
    /// What the pool pays above it, at every level.
    pub ratio: BasisPoints,
}

pub(super) fn at(view: &View<'_>, level: Level) -> OutpatientUsage {
    let rules = &view.rules.outpatient;
    let (year, of_year, by_age) = rules.deductible_at(level, view.person.retired, view.person.age);
    let place = if by_age {
        "outpatient/deductible_by_age/values".to_owned()
    } else {
        format!("outpatient/deductible/values/{level}")
    };
    let left = (year - view.year.outpatient_deductible_used).or_zero();
    let (ratio, source) = rules.ratio_at(level, view.person.retired, view.person.age);
    OutpatientUsage {
        level,
        deductible: view.known(&place, OutpatientDeductible { year, left }, of_year),
        ratio: view.known(&format!("outpatient/ratio/values/{level}"), ratio, source),
    }
}

pub(super) fn above(view: &View<'_>) -> Option<Known<AboveUsage>> {
    let above = view.rules.outpatient.above.as_ref()?;
    let value = AboveUsage {
        scope: above.values.scope,
        so_far: view.year.outpatient_in_scope,
        ratio: *above.values.ratio.get(view.person.retired),
    };
    Some(view.known("outpatient/above/values", value, &above.source))
}
