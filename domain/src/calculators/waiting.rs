//! How long benefits wait after a break, and what buying missed years back changes.

mod told;

use chrono::{Datelike, Months, NaiveDate};

use super::{Refused, Step, Why};
use crate::continuity::{Break, BuyBack, Price, Return, Wait, buy_backs, wait};
use crate::interval::Interval;
use crate::settlement::parameters::ParameterSet;
use crate::settlement::{OLDEST_AGE, Scheme};

/// Months without a break before a change of insurance, when somebody says there were enough.
const STEADY_MONTHS: i32 = 24;
/// The first year of public medical insurance in China as we know it.
const FIRST_YEAR: i32 = 1998;
/// So many years ahead a return can be planned.
const YEARS_AHEAD: i32 = 10;

/// Somebody who was insured, then was not, and comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// The insurance before the break.
    pub before: Scheme,
    /// The insurance after it.
    pub after: Scheme,
    /// The first day without insurance.
    pub from: NaiveDate,
    /// The first day insured again.
    pub on: NaiveDate,
    /// Missed benefit years that are bought back.
    pub bought_back: u16,
    /// Age in full years, which decides over the fee.
    pub age: u16,
    /// Whether a status of hardship is in force.
    pub hardship: bool,
    /// Whether the two years before the break were without one.
    pub steady: bool,
}

/// How long benefits wait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The wait.
    pub wait: Wait,
    /// Benefit years without a day of insurance.
    pub missed_years: u16,
    /// The first day with benefits, at the latest.
    pub begins: NaiveDate,
    /// What the years that are bought back cost at today's fee.
    pub price: Price,
    /// From buying back nothing to what still shortens the wait; empty when it changes nothing.
    pub choices: Vec<BuyBack>,
    /// How it came about.
    pub steps: Vec<Step>,
}

/// How long benefits wait under `set`.
///
/// # Errors
/// Every field that cannot be calculated with.
pub fn waiting(
    set: &ParameterSet,
    question: &Question,
    today: NaiveDate,
) -> Result<Answer, Vec<Refused>> {
    let gap = gap(question);
    let missed_years = gap.missed_years_before(question.on);
    let refused = refusals(question, missed_years, today);
    if !refused.is_empty() {
        return Err(refused);
    }
    let rule = &set.other.waiting.values;
    let back = Return {
        from: &gap,
        to: question.after,
        on: question.on,
        bought_back: question.bought_back,
        hardship: question.hardship,
    };
    let found = wait(rule, &back);
    let fee = Price::of_a_year(&set.other.resident_fee.values, question.age);
    let choices = match found {
        Wait::Months(_) => buy_backs(rule, missed_years, 0, fee),
        Wait::None(_) | Wait::AtMost(_) => Vec::new(),
    };
    let months = Months::new(found.longest().into());
    let begins = question.on.checked_add_months(months);
    Ok(Answer {
        wait: found,
        missed_years,
        begins: begins.unwrap_or(question.on),
        price: fee.times(question.bought_back),
        choices,
        steps: told::steps(set, question, &gap, found),
    })
}

fn gap(question: &Question) -> Break {
    let last = question.on.pred_opt().filter(|last| *last >= question.from);
    Break {
        days: Interval {
            from: question.from,
            through: Some(last.unwrap_or(question.from)),
        },
        open: false,
        before: question.before,
        after: Some(question.after),
        months_before: if question.steady { STEADY_MONTHS } else { 0 },
    }
}

fn refusals(question: &Question, missed_years: u16, today: NaiveDate) -> Vec<Refused> {
    let mut refused = Vec::new();
    let mut refuse = |pointer, why| refused.push(Refused::new(pointer, why));
    if question.from.year() < FIRST_YEAR {
        refuse("/from", Why::TooEarly);
    } else if question.from > today {
        refuse("/from", Why::InFuture);
    }
    if question.on <= question.from {
        refuse("/on", Why::EndsBeforeItBegins);
    } else if question.on.year() > today.year() + YEARS_AHEAD {
        refuse("/on", Why::TooLate);
    } else if question.bought_back > 0 && question.after == Scheme::Employee {
        refuse("/bought", Why::NotForThis);
    } else if question.bought_back > missed_years {
        refuse("/bought", Why::MoreThanMissed);
    }
    if question.age > OLDEST_AGE {
        refuse("/age", Why::TooLarge);
    }
    refused
}
