//! What residents paid for their benefit years.

use chrono::NaiveDate;

use super::{Contribution, ContributionKind, MonthState};
use crate::calendar::{BenefitYear, Month};
use crate::continuity::Insured;
use crate::money::Money;
use crate::settlement::Scheme;

/// The fee of one benefit year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FeeYear {
    /// The benefit year that it pays for.
    pub year: i32,
    /// What the person paid, or is asked for, in fen.
    pub person: Money,
    /// What the state and medical assistance added, in fen.
    pub subsidy: Money,
    /// Whether it is paid, asked for or given back.
    pub state: MonthState,
    /// When it was paid.
    pub paid_on: Option<NaiveDate>,
    /// Whether it pays for a year without insurance, bought back to shorten a wait.
    pub bought_back: bool,
}

/// The fees among `contributions`, the newest year first.
#[must_use]
pub fn fee_years(
    contributions: &[Contribution],
    periods: &[Insured],
    today: NaiveDate,
) -> Vec<FeeYear> {
    let mut years: Vec<FeeYear> = contributions
        .iter()
        .filter(|one| one.kind == ContributionKind::Yearly)
        .map(|one| {
            let year = one.month.year();
            FeeYear {
                year,
                person: one.shares.person,
                subsidy: one.shares.subsidy,
                state: MonthState::of(one, Month::of(today)),
                paid_on: one.paid_on,
                bought_back: year < Month::of(today).year() && !insured_in(periods, year),
            }
        })
        .collect();
    years.sort_by_key(|year| std::cmp::Reverse(year.year));
    years
}

fn insured_in(periods: &[Insured], year: i32) -> bool {
    let days = BenefitYear::new(year).interval();
    let resident = periods
        .iter()
        .filter(|period| period.scheme == Scheme::Resident);
    days.is_some_and(|days| {
        resident
            .into_iter()
            .any(|period| period.days.overlaps(&days))
    })
}
