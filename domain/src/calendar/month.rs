//! A month of a year: what contributions are counted in.

use chrono::{Datelike, Days, NaiveDate};

use crate::interval::Interval;

const MONTHS: i32 = 12;

/// A calendar month, written `202506` in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

impl Month {
    /// The month with this number, 1 to 12, in `year`; `None` for any other number and for years
    /// outside 1 to 9999.
    #[must_use]
    pub fn new(year: i32, number: u8) -> Option<Self> {
        let number = i32::from(number);
        let fits = (1..=9999).contains(&year) && (1..=MONTHS).contains(&number);
        fits.then(|| Self(year * MONTHS + number - 1))
    }

    /// The month that `day` lies in.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Self(day.year().clamp(1, 9999) * MONTHS + day.month0().cast_signed())
    }

    /// The month stored as `period`, such as 202506.
    #[must_use]
    pub fn from_period(period: i32) -> Option<Self> {
        Self::new(period / 100, u8::try_from(period % 100).ok()?)
    }

    /// The number it is stored as.
    #[must_use]
    pub const fn period(self) -> i32 {
        self.year() * 100 + self.0 % MONTHS + 1
    }

    /// Its year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.0 / MONTHS
    }

    /// Its number in the year, 1 to 12.
    #[must_use]
    pub fn number(self) -> u8 {
        u8::try_from(self.0 % MONTHS).unwrap_or_default() + 1
    }

    /// The month so many months later; earlier for a negative count.
    #[must_use]
    pub const fn plus(self, months: i32) -> Self {
        Self(self.0.saturating_add(months))
    }

    /// How many months it lies after `earlier`; negative when it lies before.
    #[must_use]
    pub const fn since(self, earlier: Self) -> i32 {
        self.0.saturating_sub(earlier.0)
    }

    /// Every month from this one through `last`; none when `last` lies before.
    pub fn through(self, last: Self) -> impl DoubleEndedIterator<Item = Self> {
        (self.0..=last.0).map(Self)
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year(), u32::from(self.number()), 1).unwrap_or_default()
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        let next = self.plus(1).first_day();
        next.checked_sub_days(Days::new(1)).unwrap_or(next)
    }

    /// Whether one of its days lies in `days`.
    #[must_use]
    pub fn touches(self, days: &Interval) -> bool {
        days.from <= self.last_day() && days.through.is_none_or(|last| self.first_day() <= last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(period: i32) -> Month {
        Month::from_period(period).unwrap()
    }

    #[test]
    fn a_month_knows_its_days_and_its_neighbours() {
        let february = month(202_402);
        assert_eq!((february.year(), february.number()), (2024, 2));
        assert_eq!(february.first_day().to_string(), "2024-02-01");
        assert_eq!(february.last_day().to_string(), "2024-02-29");
        assert_eq!(february.plus(-2).period(), 202_312);
        assert_eq!(month(202_501).since(february), 11);
        assert_eq!(Month::of(february.last_day()), february);
        assert_eq!(february.through(month(202_404)).count(), 3);
        assert_eq!(month(202_404).through(february).count(), 0);
    }

    #[test]
    fn nonsense_is_no_month() {
        for period in [202_500, 202_513, 0, -202_501, 12, 99] {
            assert_eq!(Month::from_period(period), None, "{period}");
        }
    }

    #[test]
    fn a_month_touches_what_shares_a_day_with_it() {
        let span = |from: &str, through: &str| {
            Interval::new(
                from.parse().unwrap(),
                (!through.is_empty()).then(|| through.parse().unwrap()),
            )
            .unwrap()
        };
        let june = month(202_506);
        assert!(june.touches(&span("2025-06-30", "")));
        assert!(june.touches(&span("2025-01-01", "2025-06-01")));
        assert!(!june.touches(&span("2025-07-01", "")));
        assert!(!june.touches(&span("2025-01-01", "2025-05-31")));
    }
}
