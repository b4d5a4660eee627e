//! `/calculator/maternity`: the maternity allowance.

mod text;

use domain::calculators::maternity::{Answer, Event, Question, maternity};
use leptos::prelude::*;

use super::doors::Calculator;
use super::fields::Fields;
use super::reading::Reading;
use super::sheet::{Found, Sheet, show};
use crate::page::{PageRequest, PageResult};
use crate::ui::{Choice, IntoWritten, Written};
use text::MaternityText;

/// The example: a first child, and an average wage.
const EXAMPLE: &[(&str, &str)] = &[
    ("region", "110000"),
    ("event", "first"),
    ("average", "9600"),
    ("own", ""),
    ("babies", "1"),
];
/// The most babies that are read.
const MOST_BABIES: u16 = 99;

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
    let text = MaternityText::of(request.language());
    let rules = reading.rules(&request.context)?;
    let event = reading.choice("event", Event::from_code);
    let question = Question {
        event: event.unwrap_or(Event::First),
        average: reading.amount("average"),
        own: reading.amount_if_any("own"),
        babies: reading.whole("babies", MOST_BABIES),
        difficult: reading.ticked("difficult"),
    };
    let found = match &rules {
        Some(set) if reading.is_sound() => reading.answered(maternity(set, &question)),
        _ => None,
    };
    let found = found.map(|answer| told(text, answer));
    let sheet = Sheet {
        calculator: Calculator::Maternity,
        text: &text.sheet,
        reading,
        rules,
        found,
    };
    show(request, sheet, fields)
}

fn told(text: &MaternityText, answer: Answer) -> Found {
    let mut more = vec![text.paid_to.to_owned()];
    if !answer.top_up.is_zero() {
        more.insert(0, (text.top_up)(&answer.top_up.yuan()));
    }
    Found {
        sentence: (text.allowance)(&answer.allowance.yuan(), answer.days),
        more,
        part: None,
        steps: answer.steps,
    }
}

fn fields(parts: &Fields<'_>) -> Written {
    let text = MaternityText::of(parts.look.language);
    let events = Event::ALL.iter().zip(text.events);
    let events = events
        .map(|(event, label)| Choice::new(event.code(), label))
        .collect();
    view! {
        {parts.region()}
        {parts.select("event", events)}
        {parts.line("average", "decimal")}
        {parts.line("own", "decimal")}
        {parts.line("babies", "numeric")}
        {parts.tick("difficult")}
    }
    .written()
}
