//! The sets of one region after one another: a day has one set, and better no day has none.
//!
//! A set without a last day is in force until another of its region begins. A set with a last day
//! is not in force on the days of another.

use std::borrow::Borrow;

use chrono::{Days, NaiveDate};

use super::ParameterSet;
use crate::interval::{Interval, gaps};

/// What a region's sets leave open around one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// No set of the region is in force on these days.
    Gap(Interval),
    /// After the set has ended, an earlier one without a last day is in force again.
    Resumes {
        /// The earlier set.
        id: String,
        /// The first day.
        from: NaiveDate,
    },
}

/// Whether both are of one region and stand on the same days: they begin together, or the one that
/// begins first has a last day and reaches into the other.
#[must_use]
pub fn overlap(one: &ParameterSet, other: &ParameterSet) -> bool {
    if one.region != other.region {
        return false;
    }
    let (first, later) = if one.effective.from <= other.effective.from {
        (one, other)
    } else {
        (other, one)
    };
    let begins = later.effective.from;
    first.effective.from == begins || first.effective.through.is_some_and(|last| last >= begins)
}

/// What is open directly before and after `set` among `sets`, which may hold it.
#[must_use]
pub fn notices(set: &ParameterSet, sets: &[impl Borrow<ParameterSet>]) -> Vec<Notice> {
    let others: Vec<&ParameterSet> = sets
        .iter()
        .map(Borrow::borrow)
        .filter(|other| other.region == set.region && other.id != set.id)
        .collect();
    let mut days: Vec<Interval> = others.iter().map(|other| other.effective).collect();
    days.push(set.effective);
    let before = set.effective.from.checked_sub_days(Days::new(1));
    let after = set.effective.day_after();
    let mut found: Vec<Notice> = gaps(&days)
        .into_iter()
        .filter(|gap| gap.through == before || Some(gap.from) == after)
        .map(Notice::Gap)
        .collect();
    let resumed = after.and_then(|day| {
        others
            .iter()
            .filter(|other| other.is_in_force(day))
            .max_by_key(|other| other.effective.from)
            .filter(|other| other.effective.from < set.effective.from)
            .map(|other| Notice::Resumes {
                id: other.id.clone(),
                from: day,
            })
    });
    found.extend(resumed);
    found
}
