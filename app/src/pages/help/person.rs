//! The first answer of all: how to talk to a person.

use leptos::prelude::*;

use super::Facts;
use super::text::HelpText;
use crate::site::SiteSettings;
use crate::ui::{ButtonLink, Card, Sign};

/// The hotline with its hours, and a person at the hall.
#[component]
pub(super) fn Person(
    /// The words of the page.
    text: &'static HelpText,
    /// The hotline and its hours.
    site: SiteSettings,
) -> impl IntoView {
    let facts = Facts::of(&site);
    let call = format!("tel:{}", site.hotline);
    let label = facts.fill(text.call);
    let answer = facts.fill(text.person_answer);
    let lines = text
        .person
        .iter()
        .map(|line| view! { <li>{facts.fill(line)}</li> })
        .collect_view();
    view! {
        <Card title=text.person_title>
            <p><strong>{answer}</strong></p>
            <ul class="bullets">{lines}</ul>
            <p class="actions"><ButtonLink href=call label sign=Sign::Phone/></p>
        </Card>
    }
}
