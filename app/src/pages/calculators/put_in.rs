//! What was put into a form, for paper: there the form itself is not shown.

use leptos::prelude::*;

use crate::ui::{Fact, Facts, IntoWritten, Look};

/// Names and values as they were put in, seen on paper only. Nothing where nothing was.
#[component]
pub(in crate::pages) fn PutIn(
    /// Each field that holds something, in the order of the form.
    entries: Vec<(String, String)>,
) -> impl IntoView {
    if entries.is_empty() {
        return ().written();
    }
    let title = Look::current().language.pick("填的内容", "What was put in");
    let facts = entries
        .into_iter()
        .map(|(name, value)| Fact::text(name, value))
        .collect();
    view! {
        <section class="on-paper" aria-labelledby="put-in">
            <h2 id="put-in">{title}</h2>
            <Facts facts/>
        </section>
    }
    .written()
}
