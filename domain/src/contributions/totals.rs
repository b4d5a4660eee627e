//! What was paid in, year by year and in all.

use std::collections::BTreeMap;

use super::{Contribution, ContributionKind, Shares};

/// What was paid for one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearTotal {
    /// The year that was paid for, whenever the money came.
    pub year: i32,
    /// For how many months of it employee contributions are paid.
    pub months: u16,
    /// Who paid how much.
    pub paid: Shares,
}

/// What was paid in all, and what is still owed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Totals {
    /// Year by year, the newest first; years without a payment are left out.
    pub years: Vec<YearTotal>,
    /// For how many months employee contributions are paid.
    pub months: u16,
    /// All years together.
    pub paid: Shares,
    /// What is billed or overdue, in all.
    pub owed: Shares,
}

/// Adds up `contributions`. What was refunded or written off counts nowhere.
#[must_use]
pub fn totals(contributions: &[Contribution]) -> Totals {
    let mut years: BTreeMap<i32, YearTotal> = BTreeMap::new();
    let mut all = Totals::default();
    for one in contributions {
        if one.is_owed() {
            all.owed = all.owed.plus(&one.shares);
        }
        if !one.is_paid() {
            continue;
        }
        let months = u16::from(one.kind == ContributionKind::Monthly);
        let year = one.month.year();
        let total = years.entry(year).or_insert(YearTotal {
            year,
            months: 0,
            paid: Shares::default(),
        });
        total.months = total.months.saturating_add(months);
        total.paid = total.paid.plus(&one.shares);
        all.months = all.months.saturating_add(months);
        all.paid = all.paid.plus(&one.shares);
    }
    all.years = years.into_values().rev().collect();
    all
}
