//! Days that both databases hold and that somebody can mean: those of a number, which no field of
//! the record says.

use chrono::{Datelike, NaiveDate};

use super::super::refused::Refused;

/// From 1900 through 2200.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// Refuses the line when `day` lies outside of [`YEARS`].
pub(super) fn check_day(line: usize, pointer: &str, day: NaiveDate) -> Result<(), Refused> {
    if YEARS.contains(&day.year()) {
        return Ok(());
    }
    let detail = "days lie between 1900 and 2200".to_owned();
    Err(Refused::one(line, pointer, "impossible_date", detail))
}
