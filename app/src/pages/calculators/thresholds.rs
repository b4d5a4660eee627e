//! `/calculator/thresholds`: how far it is to each threshold of the year.

mod text;

use domain::calculators::thresholds::{Answer, Distance, Question, Threshold, thresholds};
use domain::money::Money;
use domain::settlement::{Accumulators, Category, OLDEST_AGE, PersonFacts, Scheme};
use leptos::prelude::*;

use super::doors::Calculator;
use super::fields::Fields;
use super::reading::Reading;
use super::sheet::{Found, Sheet, show};
use crate::language::Language;
use crate::page::{PageRequest, PageResult};
use crate::ui::{Choice, IntoWritten, Look, Written, capitalised};
use text::ThresholdsText;

/// The example: an employee who has been ill for a while.
const EXAMPLE: &[(&str, &str)] = &[
    ("region", "110000"),
    ("scheme", "employee"),
    ("age", "45"),
    ("category", NONE),
    ("op_scope", "1460"),
    ("op_ded", "1460"),
    ("op_paid", "0"),
    ("pool_paid", "52000"),
    ("cat_base", "29164"),
];
/// No status of hardship.
const NONE: &str = "none";
/// Amounts that few people have: folded until one of them is used.
const SELDOM: [&str; 4] = ["supp_paid", "cat_paid", "maf_ded", "maf_paid"];

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
    let text = ThresholdsText::of(request.language());
    let rules = reading.rules(&request.context)?;
    let scheme = reading.choice("scheme", Scheme::from_code);
    let category = reading.choice("category", |code| match code {
        "" | NONE => Some(None),
        code => Category::from_code(code).map(Some),
    });
    let question = Question {
        scheme: scheme.unwrap_or(Scheme::Employee),
        person: PersonFacts {
            retired: reading.ticked("retired"),
            age: reading.whole("age", OLDEST_AGE),
            category: category.flatten(),
            account_balance: Money::ZERO,
            family_balance: Money::ZERO,
        },
        used: used(&mut reading),
    };
    let found = match &rules {
        Some(set) if reading.is_sound() => reading.answered(thresholds(set, &question)),
        _ => None,
    };
    let signed_in = request.signed_in();
    let found = found.map(|answer| told(text, answer, request.language(), signed_in));
    let sheet = Sheet {
        calculator: Calculator::Thresholds,
        text: &text.sheet,
        reading,
        rules,
        found,
    };
    show(request, sheet, fields)
}

/// What the year has used. Where nobody says what of the outpatient deductible, all that outpatient
/// care cost counts.
fn used(reading: &mut Reading) -> Accumulators {
    let deductible = reading.amount_if_any("op_ded");
    let mut amount = |name| reading.amount_if_any(name).unwrap_or(Money::ZERO);
    let outpatient = amount("op_scope");
    Accumulators {
        outpatient_deductible_used: deductible.unwrap_or(outpatient),
        outpatient_in_scope: outpatient,
        outpatient_paid: amount("op_paid"),
        pool_paid: amount("pool_paid"),
        large_amount_paid: amount("supp_paid"),
        catastrophic_base: amount("cat_base"),
        catastrophic_paid: amount("cat_paid"),
        assistance_deductible_used: amount("maf_ded"),
        assistance_paid: amount("maf_paid"),
        ..Accumulators::ZERO
    }
}

/// Where cover begins, in one sentence: outpatient care, catastrophic cover, assistance.
fn told(
    text: &'static ThresholdsText,
    answer: Answer,
    language: Language,
    signed_in: bool,
) -> Found {
    let begins = |of: &&Distance| {
        let kinds = [
            Threshold::OutpatientDeductible,
            Threshold::Catastrophic,
            Threshold::Assistance,
        ];
        kinds.contains(&of.threshold)
    };
    let comma = language.pick("、", ", ");
    let say = |of: &Distance| {
        let sentence = of.sentence().get(language.into()).to_owned();
        let levels: Vec<&str> = of
            .levels
            .iter()
            .map(|level| level.label(language.into()))
            .collect();
        if levels.is_empty() {
            return sentence;
        }
        let colon = language.pick("：", ": ");
        format!("{}{colon}{sentence}", levels.join(comma))
    };
    let parts: Vec<String> = answer.distances.iter().filter(begins).map(say).collect();
    let sentence = capitalised(&parts.join(language.pick("；", "; ")));
    let family = signed_in.then_some(text.family);
    Found {
        sentence: format!("{sentence}{}", language.pick("。", ".")),
        more: vec![text.order.to_owned()],
        part: Some(Box::new(move || whole_household(text, family))),
        steps: answer.steps,
    }
}

/// The way to the same for the whole household, which needs a sign-in.
fn whole_household(text: &'static ThresholdsText, family: Option<&'static str>) -> Written {
    let label = family.unwrap_or(text.family_sign_in);
    view! { <p><a href="/me/family/ledger">{label}</a></p> }.written()
}

fn fields(parts: &Fields<'_>) -> Written {
    let Look { language, .. } = parts.look;
    let text = ThresholdsText::of(language);
    let schemes = Scheme::ALL.iter();
    let schemes = schemes
        .map(|scheme| Choice::new(scheme.code(), capitalised(scheme.label(language.into()))))
        .collect();
    let none = std::iter::once(Choice::new(NONE, text.no_category));
    let categories = Category::ALL.iter();
    let categories =
        categories.map(|one| Choice::new(one.code(), capitalised(one.label(language.into()))));
    let open = SELDOM.iter().any(|name| {
        !parts.reading.value(name).trim().is_empty()
            || parts.reading.problem(name, language).is_some()
    });
    let seldom = SELDOM
        .map(|name| parts.line(name, "decimal"))
        .collect_view();
    view! {
        {parts.region()}
        {parts.choice("scheme", schemes)}
        {parts.tick("retired")}
        {parts.line("age", "numeric")}
        {parts.select("category", none.chain(categories).collect())}
        {parts.line("op_scope", "decimal")}
        {parts.line("op_ded", "decimal")}
        {parts.line("op_paid", "decimal")}
        {parts.line("pool_paid", "decimal")}
        {parts.line("cat_base", "decimal")}
        <details class="basis" open=open>
            <summary>{text.seldom}</summary>
            <div class="stack">{seldom}</div>
        </details>
    }
    .written()
}
