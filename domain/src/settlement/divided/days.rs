//! The days of a stay, year by year, and the division of an item over them.

use chrono::{Datelike, NaiveDate};

use crate::money::Money;
use crate::settlement::LineItem;

/// The days of a stay: from the day of admission up to the day of discharge, which is counted
/// only when it is the day of admission too.
#[derive(Clone, Copy)]
pub(super) struct Days {
    from: NaiveDate,
    length: i64,
}

/// A stretch of the days, counted from the first one.
#[derive(Clone, Copy)]
pub(super) struct Stretch {
    begin: i64,
    end: i64,
    whole: i64,
}

impl Days {
    pub(super) fn new(admitted: NaiveDate, discharged: NaiveDate) -> Self {
        Self {
            from: admitted,
            length: (discharged - admitted).num_days().max(1),
        }
    }

    /// The days that lie in `year`.
    pub(super) fn of_year(self, year: i32) -> Stretch {
        Stretch {
            begin: self.before(year),
            end: self.before(year.saturating_add(1)),
            whole: self.length,
        }
    }

    /// How many of the days lie before the first day of `year`.
    fn before(self, year: i32) -> i64 {
        let first = NaiveDate::from_ymd_opt(year, 1, 1);
        let passed = first.map_or(
            if year > self.from.year() { i64::MAX } else { 0 },
            |first| (first - self.from).num_days(),
        );
        passed.clamp(0, self.length)
    }
}

impl Stretch {
    /// The part of an item that falls on these days when it is spread evenly over all of them.
    /// The parts of all stretches sum up to the item exactly. The part above the price ceiling
    /// and the rest are spread each on its own, so that neither ever exceeds the whole.
    pub(super) fn share(self, item: &LineItem) -> LineItem {
        let over_ceiling = self.share_of(item.over_ceiling);
        LineItem {
            amount: over_ceiling + self.share_of(item.amount - item.over_ceiling),
            over_ceiling,
            ..*item
        }
    }

    /// What has run up to the end less what has run up to the beginning, both rounded half up.
    fn share_of(self, amount: Money) -> Money {
        self.run_up(amount, self.end) - self.run_up(amount, self.begin)
    }

    fn run_up(self, amount: Money, days: i64) -> Money {
        let whole = i128::from(self.whole.max(1));
        let product = i128::from(amount.fen()) * i128::from(days);
        let rounded = (2 * product + whole).div_euclid(2 * whole);
        Money::from_fen(i64::try_from(rounded).unwrap_or(i64::MAX))
    }
}
