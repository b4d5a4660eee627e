//! Months that can be paid afterwards, until when, and who does what.

mod text;

use domain::contributions::{BackPayment, Why};
use domain::explain::document_number;
use leptos::prelude::*;

use super::super::price::price;
use super::super::stretch::stretch;
use super::super::words;
use crate::ui::{Card, Look, Moment, SourceNote, Timeline, date_text};
use text::BackPaymentText;

/// Where the rule of three months stands.
const RULE: &str = "d12";
/// Where the late fee of employers stands.
const LATE_FEE: &str = "d23";
/// Where it stands who collects.
const COLLECTION: &str = "d24";

/// The card.
#[component]
pub(super) fn BackPayments(
    /// The months, the newest first.
    back_payments: Vec<BackPayment>,
) -> impl IntoView {
    let look = Look::current();
    let text = BackPaymentText::of(look.language);
    let employed = back_payments.iter().any(|one| one.employed);
    let alone = back_payments.iter().any(|one| !one.employed);
    let moments = back_payments
        .iter()
        .map(|one| moment(text, one, look))
        .collect();
    let late = back_payments
        .iter()
        .any(|one| one.employed && one.why == Why::Arrears);
    let law = document_number(LATE_FEE).unwrap_or(LATE_FEE);
    let rule = document_number(RULE).unwrap_or(RULE);
    let collection = document_number(COLLECTION).unwrap_or(COLLECTION);
    view! {
        <Card title=text.title id="back-payment">
            <Timeline moments/>
            {employed.then(|| view! { <p class="measure">{text.employed}</p> })}
            {late.then(|| view! { <p class="measure">{text.late_fee}</p> })}
            {alone.then(|| view! { <p class="measure">{text.alone}</p> })}
            <p class="small muted measure">{text.not_for_benefits}</p>
            <SourceNote source=rule href=format!("/policies/{RULE}") note=text.rule.to_owned()/>
            {late.then(|| view! { <SourceNote source=law href=format!("/policies/{LATE_FEE}") note=text.late_fee_source.to_owned()/> })}
            <SourceNote source=collection href=format!("/policies/{COLLECTION}") note=text.collection.to_owned()/>
        </Card>
    }
}

fn moment(text: &BackPaymentText, one: &BackPayment, look: Look) -> Moment {
    let when = stretch(one.from, one.through, look.language);
    let length = words::months(one.length(), look.language);
    let head = text.head(one.why, &length);
    let until = one.until.map_or_else(
        || text.too_late(one.why).to_owned(),
        |day| text.in_time(one.why, &date_text(day, look.language)),
    );
    let cost = one.price.map(|amount| {
        let amount = price(amount, look);
        text.cost(one.why, one.employed, &amount)
    });
    let space = look.pick("", " ");
    Moment::new(
        when,
        view! { <strong>{head}</strong>{space}{until}{space}{cost} },
    )
}
