//! How many years count towards cover in retirement, and how many are missing.
//!
//! What is counted are months of employee insurance. Years of work before there was any insurance
//! (deemed years) are not on record here and not counted.

use super::{Contribution, ContributionKind, GridFacts};
use crate::calendar::Month;
use crate::continuity::in_month;
use crate::identifiers::{RegionCode, Sex};
use crate::settlement::Scheme;
use crate::settlement::parameters::MinimumYears;

const MONTHS: i32 = 12;

/// Months, by how well they are known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Span {
    /// Months with a payment on record.
    pub recorded: i32,
    /// Months insured and in service, without a payment on record here: they count once the
    /// insurance office finds them paid.
    pub unrecorded: i32,
}

impl Span {
    /// Both together.
    #[must_use]
    pub const fn at_best(&self) -> i32 {
        self.recorded + self.unrecorded
    }
}

/// What counts towards cover in retirement.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counted {
    /// Everywhere.
    pub all: Span,
    /// Of these, in the region that decides.
    pub local: Span,
    /// The first month with a payment on record.
    pub since: Option<Month>,
}

/// Counts the months of employee insurance before the present one and those paid ahead. `local`
/// says whether a place belongs to the region that decides.
#[must_use]
pub fn counted(facts: &GridFacts<'_>, local: impl Fn(RegionCode) -> bool) -> Counted {
    let lines = || {
        facts
            .contributions
            .iter()
            .filter(|one| one.kind == ContributionKind::Monthly && one.scheme == Scheme::Employee)
    };
    let this_month = Month::of(facts.today);
    let begun = facts
        .periods
        .iter()
        .filter(|period| period.scheme == Scheme::Employee)
        .map(|period| Month::of(period.days.from));
    let mut counted = Counted {
        since: lines()
            .filter(|line| line.is_paid())
            .map(|line| line.month)
            .min(),
        ..Counted::default()
    };
    let Some(first) = begun.chain(lines().map(|line| line.month)).min() else {
        return counted;
    };
    let end = facts.died_on.map_or(this_month, Month::of).min(this_month);
    let last = lines()
        .map(|line| line.month)
        .max()
        .map_or(end, |last| last.max(end));
    let by_month: std::collections::BTreeMap<Month, &Contribution> =
        lines().map(|line| (line.month, line)).collect();
    for month in first.through(last) {
        let period = in_month(facts.periods, month);
        let period = period.filter(|period| period.scheme == Scheme::Employee);
        let here = period.and_then(|period| period.region).is_some_and(&local);
        let in_service = period.is_some_and(|period| !period.retired);
        let (recorded, unrecorded) = match by_month.get(&month) {
            Some(line) => (i32::from(line.is_paid()), 0),
            None => (
                0,
                i32::from(in_service && month < this_month && month <= end),
            ),
        };
        for (span, counts) in [(&mut counted.all, true), (&mut counted.local, here)] {
            if counts {
                span.recorded += recorded;
                span.unrecorded += unrecorded;
            }
        }
    }
    counted
}

/// What the region asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Requirement {
    /// Months in all.
    pub months: i32,
    /// Of these, really paid in the region.
    pub local_months: i32,
}

/// How many months are missing; zero when nothing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missing {
    /// By the payments on record.
    pub recorded: i32,
    /// If the months without a record turn out to be paid.
    pub at_best: i32,
}

impl Requirement {
    /// What `rule` asks of somebody of this sex.
    #[must_use]
    pub fn of(rule: &MinimumYears, sex: Sex) -> Self {
        let years = match sex {
            Sex::Male => rule.male,
            Sex::Female => rule.female,
        };
        Self {
            months: i32::from(years) * MONTHS,
            local_months: i32::from(rule.actual_local) * MONTHS,
        }
    }

    /// What is missing. A month paid in the region from now on counts for both demands, so the
    /// larger of the two decides.
    #[must_use]
    pub fn missing(&self, counted: &Counted) -> Missing {
        let open = |all: i32, local: i32| (self.months - all).max(self.local_months - local).max(0);
        Missing {
            recorded: open(counted.all.recorded, counted.local.recorded),
            at_best: open(counted.all.at_best(), counted.local.at_best()),
        }
    }
}
