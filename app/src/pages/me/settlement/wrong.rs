//! What to do when a settlement looks wrong.

use leptos::prelude::*;

use super::text::SettlementText;
use crate::subject::Subject;
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
    /// The address of the settlement.
    here: String,
) -> impl IntoView {
    let call = format!("tel:{hotline}");
    let label = (text.call)(&hotline);
    // What is asked about a bill is between the person and the agency.
    let ask = Subject::current().relative().is_none().then(|| {
        let href = format!("{here}/query");
        view! {
            <ButtonLink href label=text.ask kind=ButtonKind::Quiet sign=Sign::Letter/>
            <ButtonLink href="/me/queries" label=text.asked kind=ButtonKind::Quiet/>
        }
    });
    view! {
        <Card title=text.wrong id="wrong">
            <p>{text.wrong_lead}</p>
            <ul class="bullets">
                <li>{text.wrong_hospital}</li>
                <li>{(text.wrong_call)(&hotline)}<strong class="anywhere">{number}</strong>{text.stop}</li>
                <li>{text.wrong_hall}</li>
            </ul>
            <p class="actions">{ask}<ButtonLink href=call label kind=ButtonKind::Quiet sign=Sign::Phone/></p>
        </Card>
    }
}
