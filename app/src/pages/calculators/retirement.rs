//! `/calculator/retirement`: how many months are missing for cover in retirement.

mod text;

use domain::calculators::Figure;
use domain::calculators::retirement::{Answer, Outcome, Question, retirement};
use domain::identifiers::Sex;
use leptos::prelude::*;

use super::doors::Calculator;
use super::fields::Fields;
use super::reading::Reading;
use super::sheet::{Found, Sheet, show};
use crate::language::Language;
use crate::page::{PageRequest, PageResult};
use crate::ui::{Choice, IntoWritten, Written};
use text::RetirementText;

/// The example: a man of fifty with twenty years.
const EXAMPLE: &[(&str, &str)] = &[
    ("region", "110000"),
    ("sex", "male"),
    ("birth", "1975-05"),
    ("months", "20年"),
    ("local", "8年"),
];
const EXAMPLE_ENGLISH: &[(&str, &str)] = &[
    ("region", "110000"),
    ("sex", "male"),
    ("birth", "1975-05"),
    ("months", "20 years"),
    ("local", "8 years"),
];
/// The most months that are read.
const MOST_MONTHS: i32 = 1_200;

/// The example.
///
/// # Errors
/// From the use case.
pub async fn page(request: PageRequest) -> PageResult {
    let example = match request.language() {
        Language::Chinese => EXAMPLE,
        Language::English => EXAMPLE_ENGLISH,
    };
    answer(&request, Reading::begun(&request, example))
}

/// What was typed.
///
/// # Errors
/// From the use case.
pub async fn post(request: PageRequest) -> PageResult {
    answer(&request, Reading::posted(&request))
}

fn answer(request: &PageRequest, mut reading: Reading) -> PageResult {
    let text = RetirementText::of(request.language());
    let rules = reading.rules(&request.context)?;
    let sex = reading.choice("sex", Sex::from_code);
    let question = Question {
        sex: sex.unwrap_or(Sex::Male),
        later: reading.ticked("later"),
        birth: reading.day("birth"),
        months: reading.months("months", MOST_MONTHS),
        local_months: reading.months("local", MOST_MONTHS),
    };
    let found = match &rules {
        Some(set) if reading.is_sound() => {
            reading.answered(retirement(set, &question, request.context.today()))
        }
        _ => None,
    };
    let found = found.map(|answer| told(text, answer, request.language()));
    let sheet = Sheet {
        calculator: Calculator::Retirement,
        text: &text.sheet,
        reading,
        rules,
        found,
    };
    show(request, sheet, fields)
}

fn told(text: &RetirementText, answer: Answer, language: Language) -> Found {
    let span = |months| Figure::Span(months).text(language.into());
    let month = |month| Figure::Month(month).text(language.into());
    let missing = span(answer.missing);
    let retires = month(answer.statutory.month);
    let sentence = match answer.outcome {
        Outcome::Enough => text.enough.to_owned(),
        Outcome::InTime(complete) => (text.in_time)(&missing, &month(complete)),
        Outcome::Short(short) => (text.short)(&missing, &span(short)),
    };
    Found {
        sentence,
        more: vec![(text.retires)(&retires), text.own_record.to_owned()],
        part: None,
        steps: answer.steps,
    }
}

/// What the sex on record is called.
pub(in crate::pages) fn sex(of: Sex, language: Language) -> &'static str {
    let [male, female] = RetirementText::of(language).sexes;
    match of {
        Sex::Male => male,
        Sex::Female => female,
    }
}

fn fields(parts: &Fields<'_>) -> Written {
    let text = RetirementText::of(parts.look.language);
    let sexes = Sex::ALL.iter().zip(text.sexes);
    let sexes = sexes
        .map(|(sex, label)| Choice::new(sex.code(), label))
        .collect();
    view! {
        {parts.region()}
        {parts.choice("sex", sexes)}
        {parts.tick("later")}
        {parts.line("birth", "text")}
        {parts.line("months", "text")}
        {parts.line("local", "text")}
    }
    .written()
}
