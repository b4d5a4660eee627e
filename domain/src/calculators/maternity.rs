//! The maternity allowance: the employer's average wage, by the days of leave.

mod told;

use super::{Refused, Step, Why};
use crate::money::Money;
use crate::settlement::parameters::{Maternity, ParameterSet};

/// Days more for a difficult birth, and for each further baby (State Council order no. 619).
const DAYS_MORE: i32 = 15;
/// Days when a pregnancy ends before four months, and later.
const EARLY_END: i32 = 15;
const LATE_END: i32 = 42;
/// The most babies that are taken for true.
const MOST_BABIES: u16 = 9;

codes! {
    /// What happened.
    pub enum Event {
        /// The birth of a first child.
        First = "first",
        /// The birth of a second child.
        Second = "second",
        /// The birth of a third child.
        Third = "third",
        /// The pregnancy ended before four months.
        EarlyEnd = "early_end",
        /// The pregnancy ended at four months or later.
        LateEnd = "late_end",
    }
}

impl Event {
    /// Whether a child was born.
    #[must_use]
    pub const fn is_birth(self) -> bool {
        matches!(self, Self::First | Self::Second | Self::Third)
    }

    /// Days of leave before anything that adds to them.
    #[must_use]
    fn days(self, rule: &Maternity) -> i32 {
        match self {
            Self::First => rule.leave_days.first.into(),
            Self::Second => rule.leave_days.second.into(),
            Self::Third => rule.leave_days.third.into(),
            Self::EarlyEnd => EARLY_END,
            Self::LateEnd => LATE_END,
        }
    }
}

/// Whose leave, on what wages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// The employer's average monthly contribution wage of the year before, in fen.
    pub average: Money,
    /// The woman's own monthly wage, in fen; `None` when it is not told.
    pub own: Option<Money>,
    /// What happened.
    pub event: Event,
    /// Whether the birth was difficult.
    pub difficult: bool,
    /// How many babies, from 1.
    pub babies: u16,
}

/// The allowance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Days of leave.
    pub days: i32,
    /// What insurance pays, in fen.
    pub allowance: Money,
    /// What the employer adds so that the own wage is reached, in fen; zero without an own wage.
    pub top_up: Money,
    /// How it came about.
    pub steps: Vec<Step>,
}

/// The allowance under `set`.
///
/// # Errors
/// Every field that cannot be calculated with.
pub fn maternity(set: &ParameterSet, question: &Question) -> Result<Answer, Vec<Refused>> {
    let refused = refusals(question);
    if !refused.is_empty() {
        return Err(refused);
    }
    let rule = &set.other.maternity.values;
    let base_days = question.event.days(rule);
    let more = if question.event.is_birth() {
        let further = i32::from(question.babies.saturating_sub(1));
        DAYS_MORE * (i32::from(question.difficult) + further)
    } else {
        0
    };
    let days = base_days + more;
    let times = u32::try_from(days).unwrap_or_default();
    let pay = |wage: Money| {
        let paid = wage.scaled(times, rule.divisor.into());
        paid.ok_or_else(|| vec![Refused::new("/region", Why::NoRules)])
    };
    let allowance = pay(question.average)?;
    let top_up = match question.own {
        Some(own) => (pay(own)? - allowance).or_zero(),
        None => Money::ZERO,
    };
    let mut answer = Answer {
        days,
        allowance,
        top_up,
        steps: Vec::new(),
    };
    answer.steps = told::steps(set, question, base_days, &answer);
    Ok(answer)
}

fn refusals(question: &Question) -> Vec<Refused> {
    let mut refused = Vec::new();
    let mut refuse = |pointer, why| refused.push(Refused::new(pointer, why));
    let wages = [("/average", Some(question.average)), ("/own", question.own)];
    for (pointer, wage) in wages {
        match wage {
            Some(wage) if wage.is_negative() => refuse(pointer, Why::Negative),
            Some(wage) if wage > Money::LARGEST => refuse(pointer, Why::TooLarge),
            _ => {}
        }
    }
    if question.average.is_zero() {
        refuse("/average", Why::Missing);
    }
    if question.babies == 0 {
        refuse("/babies", Why::Missing);
    } else if question.babies > MOST_BABIES {
        refuse("/babies", Why::TooLarge);
    } else if question.babies > 1 && !question.event.is_birth() {
        refuse("/babies", Why::NotForThis);
    }
    if question.difficult && !question.event.is_birth() {
        refuse("/difficult", Why::NotForThis);
    }
    refused
}
