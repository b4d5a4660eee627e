//! What to do when a settlement looks wrong.

use leptos::prelude::*;

use super::text::SettlementText;
use crate::ui::{ButtonKind, ButtonLink, Card, Sign};

/// Whom to ask, and with which number.
#[component]
pub(super) fn Wrong(
    /// The words of the page.
    text: &'static SettlementText,
    /// The hotline's number.
    hotline: String,
    /// The settlement's number.
    number: String,
) -> impl IntoView {
    let call = format!("tel:{hotline}");
    let label = (text.call)(&hotline);
    view! {
        <Card title=text.wrong id="wrong">
            <p>{text.wrong_lead}</p>
            <ul class="bullets">
                <li>{text.wrong_hospital}</li>
                <li>{(text.wrong_call)(&hotline)}<strong class="anywhere">{number}</strong>{text.stop}</li>
                <li>{text.wrong_hall}</li>
            </ul>
            <p class="actions"><ButtonLink href=call label kind=ButtonKind::Quiet sign=Sign::Phone/></p>
        </Card>
    }
}
