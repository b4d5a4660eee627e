//! What a settlement computed again is tied to: each of it can be computed again too.

use domain::ids::SettlementId;
use leptos::prelude::*;
use services::resident::settlement::Ties;

use super::super::super::institution::part;
use super::text::ReplayText;
use crate::subject::Subject;
use crate::ui::{IntoWritten, Look, Written};

/// Whether it is a refund, was taken back, or is one part of a bill, with the way to the others.
#[component]
pub(super) fn Tied(
    /// The words of the page.
    text: &'static ReplayText,
    /// What it is tied to.
    ties: Ties,
    /// Whose page this is.
    here: SettlementId,
) -> impl IntoView {
    let refund = ties
        .reverses
        .map(|original| told(text.refund, original.id, text.refund_of));
    let taken_back = ties
        .reversed_by
        .map(|refund| told(text.taken_back, refund.id, text.to_refund));
    let language = Look::current().language;
    let own = ties.parts.iter().find(|one| one.id == here);
    let parts = own.map(|own| {
        let lead = (text.part)(&part(own.kind, own.year, language));
        let others = ties.parts.iter().filter(|one| one.id != here);
        let others = others.map(|one| {
            let name = part(one.kind, one.year, language);
            view! { <li><a href=replay(one.id)>{name}</a></li> }
        });
        view! {
            <p class="lead-in">{lead}</p>
            <ul>{others.collect_view()}</ul>
        }
    });
    view! {
        {refund}
        {taken_back}
        {parts}
    }
}

fn told(sentence: &'static str, other: SettlementId, way: &'static str) -> Written {
    view! { <p>{sentence}" "<a href=replay(other)>{way}</a></p> }.written()
}

fn replay(of: SettlementId) -> String {
    Subject::current().href(&format!("/settlements/{of}/replay"))
}
