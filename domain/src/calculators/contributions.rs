//! What insurance costs an employee, a flexible worker or a resident.

mod told;

use super::{Refused, Step, Why};
use crate::continuity::Price;
use crate::contributions::Shares;
use crate::money::Money;
use crate::settlement::OLDEST_AGE;
use crate::settlement::parameters::ParameterSet;

codes! {
    /// Who pays.
    pub enum Payer {
        /// Somebody with an employer.
        Employee = "employee",
        /// Somebody who pays employee insurance alone.
        Flexible = "flexible",
        /// Somebody in resident insurance.
        Resident = "resident",
    }
}

/// Who pays, on what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// Who.
    pub payer: Payer,
    /// The monthly wage, or the base that a flexible worker chooses, in fen; plays no part for
    /// residents.
    pub wage: Money,
    /// Age in full years; decides over the fee of residents.
    pub age: u16,
}

/// What it costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cost {
    /// A month of employee insurance.
    Month {
        /// The contribution base, in fen.
        base: Money,
        /// Who pays how much.
        shares: Shares,
    },
    /// A year of resident insurance.
    Year(Price),
}

/// What it costs, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What it costs.
    pub cost: Cost,
    /// How it came about.
    pub steps: Vec<Step>,
}

/// What insurance costs under `set`.
///
/// # Errors
/// Every field that cannot be calculated with.
pub fn contributions(set: &ParameterSet, question: &Question) -> Result<Answer, Vec<Refused>> {
    let refused = refusals(question);
    if !refused.is_empty() {
        return Err(refused);
    }
    if question.payer == Payer::Resident {
        let fee = Price::of_a_year(&set.other.resident_fee.values, question.age);
        return Ok(Answer {
            cost: Cost::Year(fee),
            steps: vec![told::fee(set, question, fee)],
        });
    }
    let base = set.other.contribution_base.values.for_wage(question.wage);
    let shares = Shares::of_month(&set.other, base, question.payer == Payer::Employee);
    Ok(Answer {
        cost: Cost::Month { base, shares },
        steps: told::month(set, question, base, &shares),
    })
}

fn refusals(question: &Question) -> Vec<Refused> {
    let mut refused = Vec::new();
    if question.payer != Payer::Resident {
        if question.wage.is_negative() {
            refused.push(Refused::new("/wage", Why::Negative));
        } else if question.wage > Money::LARGEST {
            refused.push(Refused::new("/wage", Why::TooLarge));
        }
    } else if question.age > OLDEST_AGE {
        refused.push(Refused::new("/age", Why::TooLarge));
    }
    refused
}
