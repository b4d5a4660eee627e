//! What years without a break and without a claim add to residents' catastrophic cap.

mod told;

use chrono::{Datelike, NaiveDate};

use super::{Refused, Step, Why};
use crate::continuity::{IncentiveFacts, Reward, reward};
use crate::money::Money;
use crate::settlement::parameters::ParameterSet;

/// The first year of resident insurance in its oldest form.
const FIRST_YEAR: i32 = 2003;
/// So many years ahead can be asked about.
const YEARS_AHEAD: i32 = 20;

/// The years of somebody in resident insurance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The first year of the unbroken time.
    pub since: i32,
    /// The year that is asked about; insured in it too.
    pub year: i32,
    /// Years in which the funds paid something.
    pub claimed: Vec<i32>,
    /// The last year in which a catastrophic claim used the reward.
    pub used_in: Option<i32>,
}

/// What is added to the cap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The cap without a reward, in fen; `None` = there is no cap, and nothing to raise.
    pub cap: Option<Money>,
    /// The reward; `None` where the place has none because there is no cap.
    pub reward: Option<Reward>,
    /// How it came about.
    pub steps: Vec<Step>,
}

impl Answer {
    /// The cap with the reward, in fen.
    #[must_use]
    pub fn raised(&self) -> Option<Money> {
        let (cap, reward) = self.cap.zip(self.reward)?;
        Some(cap + reward.added)
    }
}

/// What continuous enrolment adds under `set`.
///
/// # Errors
/// Every field that cannot be calculated with.
pub fn incentive(
    set: &ParameterSet,
    question: &Question,
    today: NaiveDate,
) -> Result<Answer, Vec<Refused>> {
    let refused = refusals(question, today);
    if !refused.is_empty() {
        return Err(refused);
    }
    let cap = set.schemes.resident.catastrophic.cap.values;
    let Some((rule, cap)) = set.other.incentive.values.zip(cap) else {
        return Ok(Answer {
            cap,
            reward: None,
            steps: vec![told::nothing_to_raise(set)],
        });
    };
    let insured: Vec<i32> = (question.since..=question.year).collect();
    let facts = IncentiveFacts {
        insured: &insured,
        claimed: &question.claimed,
        used_in: question.used_in,
        year: question.year,
    };
    let reward = reward(&rule, cap, &facts);
    Ok(Answer {
        cap: Some(cap),
        reward: Some(reward),
        steps: told::steps(set, question, (rule, cap), &reward),
    })
}

fn refusals(question: &Question, today: NaiveDate) -> Vec<Refused> {
    let mut refused = Vec::new();
    let mut refuse = |pointer, why| refused.push(Refused::new(pointer, why));
    if question.since < FIRST_YEAR {
        refuse("/since", Why::TooEarly);
    } else if question.since > today.year() + YEARS_AHEAD {
        refuse("/since", Why::TooLate);
    }
    if question.year < question.since {
        refuse("/year", Why::EndsBeforeItBegins);
    } else if question.year > today.year() + YEARS_AHEAD {
        refuse("/year", Why::TooLate);
    }
    let within = |year: &i32| (question.since..question.year).contains(year);
    if !question.claimed.iter().all(within) {
        refuse("/claimed", Why::OutsideTheYears);
    }
    if !question.used_in.iter().all(within) {
        refuse("/used", Why::OutsideTheYears);
    }
    refused
}
