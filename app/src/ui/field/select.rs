//! A list to choose one value from.

use leptos::prelude::*;

use super::{Choice, Ties, hint_line, problem_line};
use crate::ui::{IntoWritten, Look, Written};

/// One value out of many. Its id is its name.
#[component]
pub fn SelectField(
    /// The name under which it is sent.
    #[prop(into)]
    name: String,
    /// What to choose.
    #[prop(into)]
    label: String,
    /// The values in order.
    choices: Vec<Choice>,
    /// The value chosen before.
    #[prop(optional, into)]
    chosen: String,
    /// How to choose.
    #[prop(optional_no_strip, into)]
    hint: Option<String>,
    /// What is wrong with the choice.
    #[prop(optional_no_strip, into)]
    problem: Option<String>,
) -> impl IntoView {
    let ties = Ties::new(&name, hint.is_some(), problem.is_some());
    let invalid = problem.is_some();
    let options = choices.into_iter().map(|choice| {
        let selected = choice.value == chosen;
        view! { <option value=choice.value selected=selected>{choice.label}</option> }
    });
    view! {
        <div class="field" data-invalid=invalid.then_some("")>
            <label for=name.clone()>{label}</label>
            {hint_line(ties.hint, hint)}
            {problem_line(ties.problem, problem)}
            <select class="input" id=name.clone() name=name aria-describedby=ties.described_by aria-invalid=invalid.then_some("true")>
                {options.collect_view()}
            </select>
        </div>
    }
}

pub(super) fn example() -> Written {
    let look = Look::current();
    let choices = vec![
        Choice::new("110000", look.pick("北京市", "Beijing")),
        Choice::new("330100", look.pick("杭州市", "Hangzhou")),
    ];
    view! { <SelectField name="example-region" label=look.pick("参保地", "Insured in") choices chosen="330100"/> }.written()
}
