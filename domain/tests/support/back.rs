//! Somebody who comes back to insurance after a break.

use chrono::NaiveDate;
use domain::calculators::waiting;
use domain::settlement::Scheme;

pub const TODAY: &str = "2026-06-15";

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A resident back after so many missed years, who buys back so many.
pub fn missed(years: i32, bought_back: u16) -> waiting::Question {
    waiting::Question {
        before: Scheme::Resident,
        after: Scheme::Resident,
        from: NaiveDate::from_ymd_opt(2026 - years, 1, 1).unwrap(),
        on: day("2026-03-01"),
        bought_back,
        age: 35,
        hardship: false,
        steady: false,
    }
}
