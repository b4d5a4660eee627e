//! How many months are missing for cover in retirement, and whether they can be paid in time.

mod told;

use chrono::{Datelike, NaiveDate};

use super::{Refused, Step, Why};
use crate::calendar::{Month, age_on, months_between};
use crate::contributions::{Counted, Requirement, Span, Statutory, Track};
use crate::identifiers::Sex;
use crate::settlement::OLDEST_AGE;
use crate::settlement::parameters::ParameterSet;

/// The age from which somebody may work.
const WORKING_AGE: i32 = 16;
const MONTHS: i32 = 12;

/// Somebody who counts their months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// Man or woman.
    pub sex: Sex,
    /// Of a woman, whether she was to retire at 55 (such as a cadre) and not at 50.
    pub later: bool,
    /// The day of birth; its month decides.
    pub birth: NaiveDate,
    /// Months of employee insurance paid in all.
    pub months: i32,
    /// Of these, paid in the region that decides.
    pub local_months: i32,
}

impl Question {
    /// By which age the person retires.
    #[must_use]
    pub const fn track(&self) -> Track {
        match (self.sex, self.later) {
            (Sex::Male, _) => Track::Sixty,
            (Sex::Female, true) => Track::FiftyFive,
            (Sex::Female, false) => Track::Fifty,
        }
    }
}

/// How it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing is missing.
    Enough,
    /// Paid on from this month, it is complete in this month, at retirement or before.
    InTime(Month),
    /// So many months will be missing at retirement.
    Short(i32),
}

/// What is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What the place asks for.
    pub requirement: Requirement,
    /// Months missing today.
    pub missing: i32,
    /// When the age of retirement is reached.
    pub statutory: Statutory,
    /// How it stands.
    pub outcome: Outcome,
    /// How it came about.
    pub steps: Vec<Step>,
}

/// What is missing under `set` on the day `today`.
///
/// # Errors
/// Every field that cannot be calculated with.
pub fn retirement(
    set: &ParameterSet,
    question: &Question,
    today: NaiveDate,
) -> Result<Answer, Vec<Refused>> {
    let refused = refusals(question, today);
    if !refused.is_empty() {
        return Err(refused);
    }
    let requirement = Requirement::of(&set.other.minimum_years.values, question.sex);
    let paid = |recorded| Span {
        recorded,
        unrecorded: 0,
    };
    let counted = Counted {
        all: paid(question.months),
        local: paid(question.local_months),
        since: None,
    };
    let missing = requirement.missing(&counted).recorded;
    let statutory = Statutory::of(question.birth, question.track());
    let this_month = Month::of(today);
    // This month and the month in which the age is reached can both be paid.
    let payable = (statutory.month.since(this_month) + 1).max(0);
    let outcome = if missing == 0 {
        Outcome::Enough
    } else if missing <= payable {
        Outcome::InTime(this_month.plus(missing - 1))
    } else {
        Outcome::Short(missing - payable)
    };
    let mut answer = Answer {
        requirement,
        missing,
        statutory,
        outcome,
        steps: Vec::new(),
    };
    answer.steps = told::steps(set, question, &answer, payable);
    Ok(answer)
}

fn refusals(question: &Question, today: NaiveDate) -> Vec<Refused> {
    let mut refused = Vec::new();
    let mut refuse = |pointer, why| refused.push(Refused::new(pointer, why));
    match age_on(question.birth, today) {
        None => refuse("/birth", Why::InFuture),
        Some(age) if age > OLDEST_AGE || question.birth.year() < 1 => {
            refuse("/birth", Why::TooEarly);
        }
        Some(_) => {
            // The month of birth counts whole, and so does this one.
            let worked = months_between(Month::of(question.birth).first_day(), today) + 1;
            if question.months > (worked - WORKING_AGE * MONTHS).max(0) {
                refuse("/months", Why::MoreThanLived);
            }
        }
    }
    if question.months < 0 {
        refuse("/months", Why::Negative);
    }
    if question.local_months < 0 {
        refuse("/local", Why::Negative);
    } else if question.local_months > question.months {
        refuse("/local", Why::MoreThanAll);
    }
    refused
}
