//! Days, ages, months and benefit years. Today is always handed in.

mod month;
mod month_day;

pub use month::Month;
pub use month_day::{InvalidMonthDay, MonthDay};

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::interval::Interval;

/// Age in full years on a day; `None` before birth. Somebody born on 29 February becomes a
/// year older on 1 March of a common year.
#[must_use]
pub fn age_on(birth: NaiveDate, day: NaiveDate) -> Option<u16> {
    day.years_since(birth)
        .and_then(|years| u16::try_from(years).ok())
}

/// Full months from one day to a later one; negative when `to` lies before `from`.
#[must_use]
pub fn months_between(from: NaiveDate, to: NaiveDate) -> i32 {
    if to < from {
        return -months_between(to, from);
    }
    let months =
        (to.year() - from.year()) * 12 + to.month().cast_signed() - from.month().cast_signed();
    // A month is full on its last day when the start day does not exist in it.
    let short = to.day() < from.day() && !is_last_day_of_month(to);
    months - i32::from(short)
}

fn is_last_day_of_month(day: NaiveDate) -> bool {
    day.succ_opt()
        .is_none_or(|next| next.month() != day.month())
}

/// A benefit year: the calendar year over which deductibles and caps run. Not to be confused
/// with the contribution year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BenefitYear(i32);

impl BenefitYear {
    /// The year with this number.
    #[must_use]
    pub const fn new(year: i32) -> Self {
        Self(year)
    }

    /// The year that a settlement on this day belongs to: a stay across New Year belongs to
    /// the year of discharge.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Self(day.year())
    }

    /// The number of the year.
    #[must_use]
    pub const fn number(self) -> i32 {
        self.0
    }

    /// Its days; `None` outside the calendar's range.
    #[must_use]
    pub fn interval(self) -> Option<Interval> {
        let first = NaiveDate::from_ymd_opt(self.0, 1, 1)?;
        Interval::new(first, NaiveDate::from_ymd_opt(self.0, 12, 31)).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn age_turns_on_the_birthday() {
        assert_eq!(age_on(day("1951-03-08"), day("2025-03-07")), Some(73));
        assert_eq!(age_on(day("1951-03-08"), day("2025-03-08")), Some(74));
        assert_eq!(age_on(day("2000-02-29"), day("2025-02-28")), Some(24));
        assert_eq!(age_on(day("2000-02-29"), day("2025-03-01")), Some(25));
        assert_eq!(age_on(day("2025-01-02"), day("2025-01-01")), None);
    }

    #[test]
    fn months_are_full_ones() {
        assert_eq!(months_between(day("2025-01-15"), day("2025-04-14")), 2);
        assert_eq!(months_between(day("2025-01-15"), day("2025-04-15")), 3);
        assert_eq!(months_between(day("2025-01-31"), day("2025-02-28")), 1);
        assert_eq!(months_between(day("2025-04-15"), day("2025-01-15")), -3);
        assert_eq!(months_between(day("2023-12-01"), day("2025-12-01")), 24);
    }

    #[test]
    fn a_benefit_year_is_a_calendar_year() {
        let year = BenefitYear::of(day("2025-12-31"));
        assert_eq!(year.interval().and_then(|days| days.days()), Some(365));
        assert_ne!(year, BenefitYear::of(day("2026-01-01")));
    }
}
