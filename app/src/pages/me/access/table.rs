//! Looks as a table; on a phone and in elder mode as cards.

use leptos::prelude::*;
use services::looks::Look as Seen;

use super::look_words::{what, who, why};
use super::text::AccessText;
use crate::pages::moment::moment;
use crate::ui::{Column, IntoWritten, Look, Table, Written};

/// The looks, the newest first, each with the way to say that it was not expected.
#[component]
pub(super) fn Looks(
    /// The words of the page.
    text: &'static AccessText,
    /// The looks in order.
    looks: Vec<Seen>,
) -> impl IntoView {
    let columns = vec![
        Column::title(text.who),
        Column::text(text.when),
        Column::text(text.what),
        Column::text(text.why),
        Column::text(text.yours),
    ];
    let look = Look::current();
    let rows = looks.into_iter().map(|one| row(text, one, look)).collect();
    view! { <Table caption=text.list hide_caption=true columns rows/> }
}

fn row(text: &'static AccessText, one: Seen, look: Look) -> Vec<Written> {
    let when = moment(one.at, look.language);
    let href = format!("/me/access/{}/report", one.id);
    let yours = match &one.report {
        Some(number) => (text.reported)(number),
        None => text.unexpected.to_owned(),
    };
    vec![
        who(&one, look),
        view! { <time datetime=one.at.to_rfc3339()>{when.clone()}</time> }.written(),
        what(&one, look),
        why(&one, look),
        view! { <a href=href>{yours}<span class="hidden">{format!(" ({when})")}</span></a> }
            .written(),
    ]
}
