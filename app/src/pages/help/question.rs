//! One question with its answer.

use leptos::prelude::*;

use super::Facts;
use super::text;
use crate::routes;

/// The question, what it comes to in one sentence, then the details and where to go.
#[component]
pub(super) fn Question(
    /// The question and its answer.
    question: &'static text::Question,
    /// What the answer takes from the deployment.
    facts: Facts,
) -> impl IntoView {
    let answer = facts.fill(question.answer);
    let more = question
        .more
        .iter()
        .map(|line| view! { <p>{facts.fill(line)}</p> })
        .collect_view();
    // A place that is not built has no link.
    let links: Vec<_> = question
        .links
        .iter()
        .filter(|(_, href)| routes::has(href))
        .map(|(label, href)| view! { <li><a href=*href>{*label}</a></li> })
        .collect();
    let links = (!links.is_empty()).then(|| view! { <ul class="onward" role="list">{links}</ul> });
    view! {
        <article class="question" id=question.id>
            <h3>{question.ask}</h3>
            <p><strong>{answer}</strong></p>
            {more}
            {links}
        </article>
    }
}
