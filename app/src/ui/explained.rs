//! A sentence of the calculation as a step: its layer, its amount, its parameter and the clause it
//! rests on.

use domain::explain::{ParameterNote, Sentence};
use domain::money::Money;
use domain::settlement::Layer;

use super::basis::validity;
use super::steps::RestsOn;
use super::{Look, StepItem, capitalised};
use crate::language::Language;

/// The step that tells `sentence`.
#[must_use]
pub fn step_item(sentence: Sentence, look: Look) -> StepItem {
    let parameter = sentence
        .parameter
        .as_ref()
        .map(|note| parameter(note, sentence.value.as_deref(), look));
    let rests_on = match (sentence.clause, sentence.parameter) {
        (Some(clause), _) => RestsOn::Clause(clause),
        (None, Some(_)) => RestsOn::Unpublished,
        (None, None) => RestsOn::Nothing,
    };
    // What is taken off stands with a minus beside its sentence.
    let taken_off = sentence.figure.starts_with('\u{2212}');
    let amount = if taken_off {
        Money::ZERO - sentence.amount.abs()
    } else {
        sentence.amount
    };
    StepItem {
        layer: Some(capitalised(layer(sentence.layer, look.language))),
        title: sentence.title,
        why: sentence.why,
        parameter,
        rests_on,
        value_label: (sentence.layer == Layer::Lines)
            .then(|| look.pick("能算进去", "counts").to_owned()),
        value: (!sentence.figure.is_empty()).then_some(amount),
        ..StepItem::default()
    }
}

/// Its value, from when it is in force and how sure it is.
fn parameter(note: &ParameterNote, value: Option<&str>, look: Look) -> String {
    let language = look.language;
    let comma = look.pick("，", "; ");
    let parts = [
        validity(note, language),
        note.provenance.label(language.into()).to_owned(),
        note.certainty.label(language.into()).to_owned(),
    ];
    let told = parts.join(comma);
    match value {
        Some(value) => {
            let before = look.pick("标准：", "Figure: ");
            format!("{before}{value}{comma}{told}")
        }
        None => told,
    }
}

/// What a layer is called.
#[must_use]
pub const fn layer(layer: Layer, language: Language) -> &'static str {
    match (layer, language) {
        (Layer::Deductible, Language::English) => "Deductible",
        (Layer::Pool, Language::English) => "Pool fund",
        (Layer::LargeAmount, Language::English) => "Large-amount subsidy",
        (Layer::Catastrophic, Language::English) => "Catastrophic insurance",
        (Layer::Assistance, Language::English) => "Medical assistance",
        (other, Language::English) => other.label(domain::language::Language::En),
        (other, Language::Chinese) => other.label(domain::language::Language::Zh),
    }
}
