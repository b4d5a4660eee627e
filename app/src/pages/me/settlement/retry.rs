//! The bill of one's own settlement, taken to the calculator.

use leptos::prelude::*;
use services::resident::settlement::Detail;

use super::text::SettlementText;
use crate::pages::calculator::{ADDRESS, retry};
use crate::subject::Subject;
use crate::ui::{Button, ButtonKind, Form};

/// A form that carries the bill there; nothing for a refund, for a part of a bill, for a bill that the
/// calculator's form cannot hold, and for a relative's: their account and their year are not the reader's.
#[component]
pub(super) fn Retry(
    /// The words of the page.
    text: &'static SettlementText,
    /// The settlement.
    detail: Detail,
) -> impl IntoView {
    let own = Subject::current().relative().is_none();
    let whole = detail.row.reverses_id.is_none() && detail.row.bill_id.is_none();
    let fields = detail
        .input
        .as_ref()
        .zip(detail.set.as_deref())
        .filter(|_| own && whole)
        .and_then(|(input, set)| retry::fields(input, set, detail.row.settled_on, &detail.items));
    fields.map(|fields| {
        let fields = fields
            .into_iter()
            .map(|(name, value)| view! { <input type="hidden" name=name value=value/> });
        view! {
            <Form action=format!("{ADDRESS}#answer")>
                {fields.collect_view()}
                <p class="small muted measure">{text.retry_lead}</p>
                <p class="actions"><Button label=text.retry kind=ButtonKind::Quiet/></p>
            </Form>
        }
    })
}
