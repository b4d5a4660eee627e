//! The steps computed again; beside them the recorded ones, in each layer that differs.

use std::sync::Arc;

use domain::explain::{Sentence, explain};
use domain::settlement::parameters::ParameterSet;
use domain::settlement::{Layer, Trace};
use leptos::prelude::*;

use super::text::ReplayText;
use crate::ui::explained::{self, step_item};
use crate::ui::{Card, IntoWritten, Look, Steps, Written, capitalised};

/// Where nothing differs, the steps that led there, folded away; else layer by layer what the
/// record tells and what came out now.
#[component]
pub(in crate::pages) fn Layers(
    /// The words of the page.
    text: &'static ReplayText,
    /// The rules of both.
    set: Arc<ParameterSet>,
    /// The recorded steps; none when they cannot be read.
    told: Option<Trace>,
    /// The steps computed again.
    trace: Trace,
    /// The layers that differ.
    layers: Vec<Layer>,
) -> impl IntoView {
    let look = Look::current();
    let in_words = |trace: &Trace| explain(trace, &set, look.language.into());
    let computed = in_words(&trace);
    if layers.is_empty() {
        let steps = steps(text, &computed, None, look);
        return view! {
            <Card title=text.steps>
                <p>{text.steps_same}</p>
                <details class="basis">
                    <summary><span class="on-screen">{text.steps_open}</span></summary>
                    {steps}
                </details>
            </Card>
        }
        .written();
    }
    let recorded = told.as_ref().map(in_words);
    let parts = layers.into_iter().map(|layer| {
        let before = match &recorded {
            Some(recorded) => steps(text, recorded, Some(layer), look),
            None => view! { <p>{text.steps_unreadable}</p> }.written(),
        };
        view! {
            <h3>{capitalised(explained::layer(layer, look.language))}</h3>
            <p class="small muted lead-in">{text.steps_recorded}</p>
            <div class="unnumbered">{before}</div>
            <p class="small muted lead-in">{text.steps_computed}</p>
            <div class="unnumbered">{steps(text, &computed, Some(layer), look)}</div>
        }
    });
    let parts = parts.collect_view().written();
    view! {
        <Card title=text.steps>
            <p>{text.steps_differ}</p>
            {parts}
        </Card>
    }
    .written()
}

/// The sentences of `layer`, or all.
fn steps(text: &ReplayText, sentences: &[Sentence], layer: Option<Layer>, look: Look) -> Written {
    let steps: Vec<_> = sentences
        .iter()
        .filter(|sentence| layer.is_none_or(|layer| sentence.layer == layer))
        .map(|sentence| step_item(sentence.clone(), look))
        .collect();
    if steps.is_empty() {
        view! { <p>{text.no_steps}</p> }.written()
    } else {
        view! { <Steps steps/> }.written()
    }
}
