//! Invitations: those that wait for the reader, those sent, those of the past.

use leptos::prelude::*;
use services::family::{Invitation, State};

use super::text::FamilyText;
use super::{day, words};
use crate::language::Language;
use crate::ui::{Badge, Button, ButtonKind, ButtonLink, Card, Form, Look, Notice};

/// What waits for the reader's answer.
#[component]
pub(super) fn Waiting(
    /// The words of the page.
    text: &'static FamilyText,
    /// The invitations.
    invitations: Vec<Invitation>,
) -> impl IntoView {
    let look = Look::current();
    let items = invitations.into_iter().map(move |one| {
        let href = format!("/me/family/invitations/{}", one.id);
        let asks = words::received(&one, look.language);
        let until = until(&one, look);
        view! {
            <Notice title=asks>
                <p>{until}</p>
                <p class="actions"><ButtonLink href label=text.read_and_decide/></p>
            </Notice>
        }
    });
    view! { <section class="stack" data-flow="close" aria-labelledby="waiting"><h2 id="waiting">{text.waiting}</h2>{items.collect_view()}</section> }
}

/// What the reader sent.
#[component]
pub(super) fn Sent(
    /// The words of the page.
    text: &'static FamilyText,
    /// The invitations, the newest first.
    invitations: Vec<Invitation>,
) -> impl IntoView {
    let look = Look::current();
    let items = invitations.into_iter().map(move |one| {
        let (label, tone) = words::state(one.state, look.language);
        let waits = one.state == State::Waiting;
        let when = if waits {
            until(&one, look)
        } else {
            on(&one, look)
        };
        let hidden = vec![("invitation", one.id.to_string())];
        view! {
            <li class="stack" data-flow="tight">
                <p><strong>{words::sent(&one, look.language)}</strong>" "<Badge label tone/></p>
                <p class="small muted">{when}</p>
                {waits.then(|| view! { <Form action="/me/family/withdraw" hidden><Button label=text.withdraw kind=ButtonKind::Quiet/></Form> })}
            </li>
        }
    });
    view! { <Card title=text.sent><ul class="relatives" role="list">{items.collect_view()}</ul></Card> }
}

/// What the reader had and is closed.
#[component]
pub(super) fn Received(
    /// The words of the page.
    text: &'static FamilyText,
    /// The invitations, the newest first.
    invitations: Vec<Invitation>,
) -> impl IntoView {
    let look = Look::current();
    let items = invitations.into_iter().map(move |one| {
        let (label, tone) = words::state(one.state, look.language);
        view! {
            <li class="stack" data-flow="tight">
                <p><strong>{words::received(&one, look.language)}</strong>" "<Badge label tone/></p>
                <p class="small muted">{on(&one, look)}</p>
            </li>
        }
    });
    view! { <Card title=text.received><ul class="relatives" role="list">{items.collect_view()}</ul></Card> }
}

/// Until when it waits.
pub(super) fn until(one: &Invitation, look: Look) -> String {
    let (sent, last) = (day(one.sent_at, look), day(one.expires_at, look));
    match look.language {
        Language::Chinese => format!("{sent}发出，{last}以前答复有效。"),
        Language::English => format!("Sent on {sent}; it can be answered until {last}."),
    }
}

fn on(one: &Invitation, look: Look) -> String {
    let sent = day(one.sent_at, look);
    match look.language {
        Language::Chinese => format!("{sent}发出。"),
        Language::English => format!("Sent on {sent}."),
    }
}
