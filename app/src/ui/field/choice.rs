//! A few values beside each other, of which one is chosen.

use leptos::prelude::*;

use super::{Choice, Ties, hint_line, problem_line};
use crate::ui::{IntoWritten, Look, Written};

/// One value out of a few. The first has the name as its id.
#[component]
pub fn ChoiceField(
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
    let group = name.clone();
    let options = choices.into_iter().enumerate().map(move |(place, choice)| {
        let id = if place == 0 {
            group.clone()
        } else {
            format!("{group}-{}", choice.value)
        };
        let label_for = id.clone();
        let checked = choice.value == chosen;
        view! {
            <label for=label_for>
                <input type="radio" id=id name=group.clone() value=choice.value checked=checked/>
                {choice.label}
            </label>
        }
    });
    let options = options.collect_view();
    view! {
        <fieldset class="field" data-invalid=invalid.then_some("") aria-describedby=ties.described_by>
            <legend>{label}</legend>
            {hint_line(ties.hint, hint)}
            {problem_line(ties.problem, problem)}
            <div class="choice">{options}</div>
        </fieldset>
    }
}

pub(super) fn example() -> Written {
    let look = Look::current();
    let choices = vec![
        Choice::new("inpatient", look.pick("住院", "Inpatient")),
        Choice::new("outpatient", look.pick("门诊", "Outpatient")),
    ];
    view! { <ChoiceField name="example-kind" label=look.pick("怎么看病", "Kind of visit") choices chosen="inpatient"/> }.written()
}
