//! `/calculator/incentive`: what years without a break and without a claim add to the cap.

mod text;

use domain::calculators::incentive::{Answer, Question, incentive};
use domain::settlement::parameters::ParameterSet;
use leptos::prelude::*;

use super::doors::Calculator;
use super::fields::Fields;
use super::reading::Reading;
use super::sheet::{Found, Sheet, show};
use crate::language::Language;
use crate::page::{PageRequest, PageResult};
use crate::ui::{IntoWritten, Written, date_text};
use text::IncentiveText;

/// The example: ten years, one of them with a claim.
const EXAMPLE: &[(&str, &str)] = &[
    ("region", "510100"),
    ("since", "2018"),
    ("year", "2027"),
    ("claimed", "2021"),
    ("used", ""),
];

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
    let text = IncentiveText::of(request.language());
    let today = reading.rules(&request.context)?;
    let question = Question {
        since: reading.year("since"),
        year: reading.year("year"),
        claimed: reading.years("claimed"),
        used_in: reading.years("used").last().copied(),
    };
    // The year that is asked about has rules of its own where they are released already.
    let of_year = match &today {
        Some(set) => {
            services::calculators::rules_of_year(&request.context, set.region, question.year)?
        }
        None => None,
    };
    let is_kept = of_year.is_some();
    let rules = of_year.or(today);
    let found = match &rules {
        Some(set) if reading.is_sound() => {
            reading.answered(incentive(set, &question, request.context.today()))
        }
        _ => None,
    };
    let basis = rules.as_deref();
    let basis = basis.map(|set| basis_of(text, set, question.year, is_kept, request.language()));
    let found = found.map(|answer| told(text, answer, question.year, basis));
    let sheet = Sheet {
        calculator: Calculator::Incentive,
        text: &text.sheet,
        reading,
        rules,
        found,
    };
    show(request, sheet, fields)
}

/// By which rules the year is worked out; those of today where none of it are kept.
fn basis_of(
    text: &IncentiveText,
    set: &ParameterSet,
    year: i32,
    is_kept: bool,
    language: Language,
) -> String {
    if is_kept {
        (text.by_rules)(year, &set.id, &date_text(set.effective.from, language))
    } else {
        (text.by_rules_of_today)(year, &set.id)
    }
}

fn told(text: &IncentiveText, answer: Answer, year: i32, basis: Option<String>) -> Found {
    let mut more = Vec::new();
    let sentence = match (answer.reward, answer.raised()) {
        (Some(reward), Some(raised)) => {
            if let Some((next, step)) = reward.next {
                more.push((text.next)(next, &step.yuan()));
            } else if reward.added == reward.most {
                more.push(text.most.to_owned());
            }
            if reward.added.is_zero() {
                (text.nothing)(year)
            } else {
                (text.raised)(year, &reward.added.yuan(), &raised.yuan())
            }
        }
        _ => text.no_cap.to_owned(),
    };
    more.extend(basis);
    Found {
        sentence,
        more,
        part: None,
        steps: answer.steps,
    }
}

fn fields(parts: &Fields<'_>) -> Written {
    view! {
        {parts.region()}
        {parts.line("since", "numeric")}
        {parts.line("year", "numeric")}
        {parts.line("claimed", "text")}
        {parts.line("used", "text")}
    }
    .written()
}
