//! `/calculator/contributions`: what insurance costs an employee, a flexible worker, a resident.

mod text;

use domain::calculators::Figure;
use domain::calculators::contributions::{Answer, Cost, Payer, Question, contributions};
use domain::money::Money;
use domain::settlement::OLDEST_AGE;
use leptos::prelude::*;

use super::doors::Calculator;
use super::fields::Fields;
use super::reading::Reading;
use super::sheet::{Found, Sheet, show};
use crate::language::Language;
use crate::page::{PageRequest, PageResult};
use crate::ui::{Choice, IntoWritten, Written};
use text::ContributionsText;

/// The example: an employee with a usual wage.
const EXAMPLE: &[(&str, &str)] = &[
    ("region", "110000"),
    ("payer", "employee"),
    ("wage", "12000"),
    ("age", "35"),
];
const MONTHS_A_YEAR: i64 = 12;

/// The example.
///
/// # Errors
/// From the use case.
pub async fn page(request: PageRequest) -> PageResult {
    answer(&request, Reading::begun(&request, EXAMPLE))
}

/// What was typed.
///
/// # Errors
/// From the use case.
pub async fn post(request: PageRequest) -> PageResult {
    answer(&request, Reading::posted(&request))
}

fn answer(request: &PageRequest, mut reading: Reading) -> PageResult {
    let text = ContributionsText::of(request.language());
    let rules = reading.rules(&request.context)?;
    let payer = reading.choice("payer", Payer::from_code);
    let payer = payer.unwrap_or(Payer::Employee);
    // What plays no part may be left empty.
    let resident = payer == Payer::Resident;
    let wage = if resident {
        Money::ZERO
    } else {
        reading.amount("wage")
    };
    let age = if resident {
        reading.whole("age", OLDEST_AGE)
    } else {
        0
    };
    let question = Question { payer, wage, age };
    let found = match &rules {
        Some(set) if reading.is_sound() => reading.answered(contributions(set, &question)),
        _ => None,
    };
    let found = found.map(|answer| told(text, answer, payer, request.language()));
    let sheet = Sheet {
        calculator: Calculator::Contributions,
        text: &text.sheet,
        reading,
        rules,
        found,
    };
    show(request, sheet, fields)
}

fn told(text: &ContributionsText, answer: Answer, payer: Payer, language: Language) -> Found {
    let year = |month: Money| Money::from_fen(month.fen().saturating_mul(MONTHS_A_YEAR)).yuan();
    let (sentence, more) = match answer.cost {
        Cost::Year(fee) => {
            let fee = Figure::Price(fee).text(language.into());
            ((text.resident)(&fee), vec![text.state_adds.to_owned()])
        }
        Cost::Month { shares, .. } => {
            let (own, account) = (shares.person.yuan(), shares.account_credit.yuan());
            let sentence = if payer == Payer::Employee {
                (text.employee)(&own, &shares.employer.yuan())
            } else {
                (text.flexible)(&own)
            };
            let yearly = (text.account)(&account, &year(shares.person));
            (sentence, vec![yearly])
        }
    };
    Found {
        sentence,
        more,
        part: None,
        steps: answer.steps,
    }
}

fn fields(parts: &Fields<'_>) -> Written {
    let text = ContributionsText::of(parts.look.language);
    let payers = Payer::ALL.iter().zip(text.payers);
    let payers = payers
        .map(|(payer, label)| Choice::new(payer.code(), label))
        .collect();
    view! {
        {parts.region()}
        {parts.choice("payer", payers)}
        {parts.line("wage", "decimal")}
        {parts.line("age", "numeric")}
    }
    .written()
}
