//! How many messages wait, on the summary of one's insurance.

use leptos::prelude::*;

use super::text::MessagesText;
use crate::ui::{Look, Notice, Tone};

/// A line that leads to the messages; nothing when none waits.
#[component]
pub(in crate::pages::me) fn Unread(
    /// How many; 100 stands for that many or more.
    count: u8,
) -> impl IntoView {
    let text = MessagesText::of(Look::current().language);
    (count > 0).then(|| {
        view! {
            <Notice tone=Tone::Info>
                <p>{text.waiting(count)}" "<a href="/me/messages">{text.look}</a></p>
            </Notice>
        }
    })
}
