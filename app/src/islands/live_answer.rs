//! The calculator's answer, moving as somebody types. The engine runs in the browser, and nothing
//! that is typed leaves the device.
//!
//! The form is the server's and stays as it is: this island listens to it and, from the first
//! change on, shows its own answer in place of the one that came with the page.

#![expect(
    missing_docs,
    reason = "the macro makes a struct for the props without words of its own"
)]

#[cfg_attr(feature = "hydrate", path = "live_answer/watch.rs")]
#[cfg_attr(not(feature = "hydrate"), path = "live_answer/watch_nothing.rs")]
mod watch;

#[cfg(feature = "hydrate")]
mod rows;

use domain::settlement::parameters::ParameterSet;
use leptos::prelude::*;

use crate::calculator::{Answer, AnswerView, NoAnswerView, Wrong};
use crate::language::Language;
use crate::ui::{Look, said};

/// What is shown once something was typed.
type Shown = Option<Result<Answer, Vec<Wrong>>>;

/// The answer to what is typed now.
#[island]
pub fn LiveAnswer(
    /// The rules that there are.
    sets: Vec<ParameterSet>,
    /// The language of the page.
    language: Language,
    /// Whether elder mode is on.
    elder: bool,
    /// Before the amount in the line that stays in sight.
    total: String,
) -> impl IntoView {
    let look = Look::new(language, elder);
    let shown = RwSignal::new(None as Shown);
    watch::begin(sets, look, shown);
    let answer = move || {
        shown.get().map(|answer| match answer {
            Ok(answer) => view! { <AnswerView answer/> }.into_any(),
            Err(wrong) => view! { <NoAnswerView wrong/> }.into_any(),
        })
    };
    let amount = move || {
        shown.with(|shown| match shown {
            Some(Ok(answer)) => said(answer.settlement.personal_burden(), look),
            _ => String::new(),
        })
    };
    let unknown = move || amount().is_empty();
    view! {
        <div class="live-answer">{answer}</div>
        <p class="now" role="status" data-empty=move || unknown().then_some("")>{total}" "<strong>{amount}</strong></p>
    }
}
