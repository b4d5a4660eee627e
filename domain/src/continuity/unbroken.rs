//! Since when somebody has been insured without a break.

use chrono::NaiveDate;

use super::{Insured, MONTHS_OF_GRACE};
use crate::calendar::months_between;
use crate::interval::{Interval, joined};

/// Since when the insurance in force on `day` runs without a break of more than three months;
/// `None` when none has begun by then.
#[must_use]
pub fn unbroken_since(periods: &[Insured], day: NaiveDate) -> Option<NaiveDate> {
    let intervals: Vec<Interval> = periods.iter().map(|period| period.days).collect();
    let stretches = joined(&intervals);
    let mut since: Option<NaiveDate> = None;
    for stretch in stretches.iter().rev().filter(|stretch| stretch.from <= day) {
        let broken = since.is_some_and(|later| {
            stretch
                .day_after()
                .is_none_or(|after| months_between(after, later) > MONTHS_OF_GRACE)
        });
        if broken {
            break;
        }
        since = Some(stretch.from);
    }
    since
}
