//! `/calculator/waiting`: how long benefits wait after a break, and what buying back changes.

mod text;

use domain::calculators::waiting::{Answer, Question, waiting};
use domain::continuity::{BuyBack, NoWait, Wait};
use domain::settlement::{OLDEST_AGE, Scheme};
use leptos::prelude::*;

use super::doors::Calculator;
use super::fields::Fields;
use super::reading::Reading;
use super::sheet::{Found, Part, Sheet, show};
use crate::language::Language;
use crate::page::{PageRequest, PageResult};
use crate::ui::{Choice, Column, IntoWritten, Look, Table, Written, date_text};
use text::WaitingText;

/// The example: three years missed, one of them bought back.
const EXAMPLE: &[(&str, &str)] = &[
    ("region", "110000"),
    ("case", "resident_resident"),
    ("from", "2023-01"),
    ("on", "2026-03"),
    ("bought", "1"),
    ("age", "35"),
];
/// The most years that are read.
const MOST_YEARS: u16 = 999;

/// The insurance before the break and after it, in one choice.
const CASES: [(&str, Scheme, Scheme); 4] = [
    ("resident_resident", Scheme::Resident, Scheme::Resident),
    ("employee_employee", Scheme::Employee, Scheme::Employee),
    ("employee_resident", Scheme::Employee, Scheme::Resident),
    ("resident_employee", Scheme::Resident, Scheme::Employee),
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
    let text = WaitingText::of(request.language());
    let rules = reading.rules(&request.context)?;
    let case = reading.choice("case", |code| {
        CASES.into_iter().find(|(known, ..)| *known == code)
    });
    let (_, before, after) = case.unwrap_or(CASES[0]);
    let question = Question {
        before,
        after,
        from: reading.day("from"),
        on: reading.day("on"),
        bought_back: reading.whole("bought", MOST_YEARS),
        age: reading.whole("age", OLDEST_AGE),
        hardship: reading.ticked("hardship"),
        steady: reading.ticked("steady"),
    };
    let found = match &rules {
        Some(set) if reading.is_sound() => {
            reading.answered(waiting(set, &question, request.context.today()))
        }
        _ => None,
    };
    let found = found.map(|answer| told(text, answer, &question, request.language()));
    let sheet = Sheet {
        calculator: Calculator::Waiting,
        text: &text.sheet,
        reading,
        rules,
        found,
    };
    show(request, sheet, fields)
}

fn told(text: &'static WaitingText, answer: Answer, asked: &Question, language: Language) -> Found {
    let (on, begins) = (
        date_text(asked.on, language),
        date_text(answer.begins, language),
    );
    let sentence = match answer.wait {
        Wait::Months(months) => (text.months)(months, &on, &begins),
        Wait::AtMost(months) => (text.at_most)(months, &on, &begins),
        Wait::None(NoWait::PaidBack) => (text.paid_back)(&on),
        Wait::None(_) => (text.none)(&on),
    };
    let mut more = Vec::new();
    if asked.bought_back > 0 {
        let price = domain::calculators::Figure::Price(answer.price).text(language.into());
        more.push((text.price)(asked.bought_back, &price));
    } else if answer.choices.is_empty() && matches!(answer.wait, Wait::Months(_)) {
        more.push(text.no_use.to_owned());
    }
    let choices = answer.choices;
    let part: Option<Part> =
        (!choices.is_empty()).then(|| -> Part { Box::new(move || table(text, &choices)) });
    Found {
        sentence,
        more,
        part,
        steps: answer.steps,
    }
}

/// What each further year bought back makes of the wait.
fn table(text: &'static WaitingText, choices: &[BuyBack]) -> Written {
    let look = Look::current();
    let columns = vec![
        Column::title(text.bought),
        Column::number(text.waits),
        Column::number(text.costs),
    ];
    let row = |one: &BuyBack| {
        let price = domain::calculators::Figure::Price(one.price);
        vec![
            (text.years)(one.years).written(),
            (text.so_many_months)(one.months).written(),
            look.say(price.text(look.language.into())).written(),
        ]
    };
    let rows = choices.iter().map(row).collect();
    view! { <Table caption=text.buying columns rows/> }.written()
}

fn fields(parts: &Fields<'_>) -> Written {
    let text = WaitingText::of(parts.look.language);
    let cases = CASES.into_iter().zip(text.cases);
    let cases = cases
        .map(|((code, ..), label)| Choice::new(code, label))
        .collect();
    view! {
        {parts.region()}
        {parts.select("case", cases)}
        {parts.line("from", "text")}
        {parts.line("on", "text")}
        {parts.line("bought", "numeric")}
        {parts.line("age", "numeric")}
        {parts.tick("hardship")}
        {parts.tick("steady")}
    }
    .written()
}
