//! A sentence of the calculation as a step: with its amount, its parameter and the clause it rests
//! on.

use domain::explain::{ParameterNote, Sentence, document_number};
use domain::money::Money;
use domain::settlement::Layer;

use super::basis::validity;
use super::{Look, StepItem};

/// The step that tells `sentence`.
#[must_use]
pub fn step_item(sentence: Sentence, look: Look) -> StepItem {
    let mut why = sentence.why;
    let source = sentence.parameter.and_then(|note| {
        why.push_str(&rule(&note, look));
        note.document.map(|id| {
            let mut name = document_number(&id).unwrap_or(&id).to_owned();
            if let Some(clause) = note.clause {
                name.push(' ');
                name.push_str(&clause);
            }
            (name, Some(format!("/policies/{id}")))
        })
    });
    // What is taken off stands with a minus beside its sentence.
    let taken_off = sentence.figure.starts_with('\u{2212}');
    let amount = if taken_off {
        Money::ZERO - sentence.amount.abs()
    } else {
        sentence.amount
    };
    StepItem {
        title: sentence.title,
        why,
        source,
        value_label: (sentence.layer == Layer::Lines)
            .then(|| look.pick("能算进去", "counts").to_owned()),
        value: (!sentence.figure.is_empty()).then_some(amount),
    }
}

/// From when the parameter is in force and how sure it is, in brackets.
fn rule(note: &ParameterNote, look: Look) -> String {
    let validity = validity(note, look.language);
    let sure = note.provenance.label(look.language.into());
    let (open, between, close) = look.pick(&("（", "，", "）"), &(" (", "; ", ")"));
    format!("{open}{validity}{between}{sure}{close}")
}
