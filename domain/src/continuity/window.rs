//! When residents' fees for a year are collected.

use chrono::{Datelike, NaiveDate};

use crate::interval::Interval;
use crate::settlement::parameters::Window;

/// One collection of fees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Collection {
    /// Its days.
    pub days: Interval,
    /// The benefit year that is paid for.
    pub year: i32,
}

impl Collection {
    /// The collection that runs on `today`, else the next one.
    #[must_use]
    pub fn next(window: &Window, today: NaiveDate) -> Option<Self> {
        (today.year() - 1..=today.year() + 1)
            .filter_map(|year| Self::begun_in(window, year))
            .find(|collection| collection.days.through.is_some_and(|last| today <= last))
    }

    /// Whether it runs on `day`.
    #[must_use]
    pub fn is_open(&self, day: NaiveDate) -> bool {
        self.days.contains(day)
    }

    /// A window that ends earlier in the year than it begins runs over New Year.
    fn begun_in(window: &Window, year: i32) -> Option<Self> {
        let from = window.from.in_year(year)?;
        let same_year = window.through.in_year(year)?;
        let through = if same_year < from {
            window.through.in_year(year + 1)?
        } else {
            same_year
        };
        Some(Self {
            days: Interval::new(from, Some(through)).ok()?,
            year: year + 1,
        })
    }
}
