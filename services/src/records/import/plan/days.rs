//! Days that a record may name: those that both databases hold and that somebody can mean.

use chrono::{Datelike, NaiveDate};

use super::super::refused::Refused;
use super::super::shape::{CategoryRecord, Record};

/// From 1900 through 2200.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// Refuses a record with a day outside of [`YEARS`].
pub(super) fn check(line: usize, record: &Record) -> Result<(), Refused> {
    let given = |pointer: &str, day: Option<NaiveDate>| {
        day.map_or(Ok(()), |day| check_day(line, pointer, day))
    };
    match record {
        Record::Person(record) => {
            given("/birth_date", record.birth_date)?;
            given("/died_on", record.died_on)?;
            record.categories.iter().try_for_each(|category| {
                let CategoryRecord {
                    valid_from,
                    valid_until,
                    ..
                } = category;
                given("/categories", Some(*valid_from))?;
                given("/categories", *valid_until)
            })
        }
        Record::Enrolment(record) => {
            given("/since", Some(record.since))?;
            given("/until", record.until)?;
            given("/waiting_until", record.waiting_until)
        }
        Record::Contribution(record) => given("/paid_on", record.paid_on),
        Record::Settlement(record) => {
            given("/settled_on", Some(record.settled_on))?;
            given("/admitted_on", record.admitted_on)?;
            given("/discharged_on", record.discharged_on)
        }
    }
}

/// Refuses the line when `day` lies outside of [`YEARS`].
pub(super) fn check_day(line: usize, pointer: &str, day: NaiveDate) -> Result<(), Refused> {
    if YEARS.contains(&day.year()) {
        return Ok(());
    }
    let detail = "days lie between 1900 and 2200".to_owned();
    Err(Refused::one(line, pointer, "impossible_date", detail))
}
