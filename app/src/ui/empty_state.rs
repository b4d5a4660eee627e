//! What stands where nothing is yet: what would be here, and how it gets here.

use leptos::prelude::*;

use super::example::Example;
use super::{Icon, Inner, IntoWritten, Look, Sign};

/// A calm note in place of an empty list.
#[component]
pub fn EmptyState(
    /// What is missing, as a sentence.
    #[prop(into)]
    title: String,
    /// What would be here and how it gets here.
    #[prop(into)]
    text: String,
    /// Something to do about it.
    #[prop(optional)]
    children: Option<Inner>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <Icon sign=Sign::Tray/>
            <h2>{title}</h2>
            <p class="muted">{text}</p>
            {children.map(Inner::written)}
        </div>
    }
}

/// For the gallery.
#[must_use]
pub fn examples() -> Vec<Example> {
    vec![Example::new(
        "还没有报销记录",
        "No settlements yet",
        || {
            let look = Look::current();
            view! {
            <EmptyState
                title=look.pick("今年还没有报销记录", "No settlements this year")
                text=look.pick("看病结算后，记录会在一天内出现在这里。", "After a visit is settled, it appears here within a day.")
            />
        }
        .written()
        },
    )]
}
