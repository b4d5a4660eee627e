//! A box to tick: to agree to one thing, never ticked beforehand.

use leptos::prelude::*;

use super::{Ties, problem_line};
use crate::ui::{IntoWritten, Look, Written};

/// One box with its sentence. It sends `yes` when it is ticked.
#[component]
pub fn Tick(
    /// The name under which it is sent; its id too.
    #[prop(into)]
    name: String,
    /// What ticking it says.
    #[prop(into)]
    label: String,
    /// Whether it was ticked before.
    #[prop(optional)]
    ticked: bool,
    /// What is wrong with leaving it.
    #[prop(optional_no_strip, into)]
    problem: Option<String>,
) -> impl IntoView {
    let ties = Ties::new(&name, false, problem.is_some());
    let invalid = problem.is_some();
    let (id, label_for) = (name.clone(), name.clone());
    view! {
        <div class="field tick" data-invalid=invalid.then_some("")>
            {problem_line(ties.problem, problem)}
            <label for=label_for>
                <input type="checkbox" id=id name=name value="yes" checked=ticked
                    aria-describedby=ties.described_by aria-invalid=invalid.then_some("true")/>
                <span>{label}</span>
            </label>
        </div>
    }
}

pub(super) fn example() -> Written {
    let look = Look::current();
    view! { <Tick name="example-agree" label=look.pick("我同意", "I agree")/> }.written()
}
