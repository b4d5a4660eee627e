//! What a settlement is tied to: the refund that took it back, what it takes back, its parts.

use domain::ids::SettlementId;
use domain::money::Money;
use leptos::prelude::*;
use services::resident::settlement::{Tied, Ties};

use super::super::institution::part;
use super::text::SettlementText;
use crate::subject::Subject;
use crate::ui::{
    Amount, Card, Column, IntoWritten, Look, Notice, Table, Tone, Written, capitalised, date_text,
};

/// Said before everything else: that it is a refund, or that it was taken back.
#[component]
pub(super) fn Back(
    /// The words of the page.
    text: &'static SettlementText,
    /// What it is tied to.
    ties: Ties,
) -> impl IntoView {
    let language = Look::current().language;
    let here = |tied: &Tied| Subject::current().href(&format!("/settlements/{}", tied.id));
    let told = |tied: &Tied| (date_text(tied.settled_on, language), tied.number.clone());
    let refund = ties.reverses.map(|original| {
        let (day, number) = told(&original);
        let of = (text.refund_of_day)([&day, &number]);
        view! {
            <Notice><p>{text.refund}" "{of}" "<a href=here(&original)>{text.refund_of}</a></p></Notice>
        }
    });
    let taken_back = ties.reversed_by.map(|refund| {
        let (day, number) = told(&refund);
        let said = (text.taken_back)([&day, &number]);
        view! {
            <Notice tone=Tone::Notice><p>{said}" "<a href=here(&refund)>{text.to_refund}</a></p></Notice>
        }
    });
    view! {
        {refund}
        {taken_back}
    }
}

/// All parts of a divided bill with their sum; nothing for a whole bill.
#[component]
pub(super) fn Parts(
    /// The words of the page.
    text: &'static SettlementText,
    /// The parts.
    parts: Vec<Tied>,
    /// Whose page this is.
    here: SettlementId,
) -> impl IntoView {
    let look = Look::current();
    let Some(first) = parts.first() else {
        return ().written();
    };
    let lead = if first.kind.is_stay() {
        text.parts_of_stay
    } else {
        text.parts_of_disease
    };
    let columns = vec![
        Column::title(text.part),
        Column::number(text.amount),
        Column::number(text.funds),
        Column::number(text.person),
    ];
    let sum = |of: fn(&Tied) -> Money| parts.iter().map(of).sum::<Money>();
    let whole = [
        sum(|part| part.total_fee),
        sum(|part| part.funds),
        sum(|part| part.person),
    ];
    let mut rows: Vec<Vec<Written>> = parts
        .iter()
        .map(|one| row(text, one, one.id == here, look))
        .collect();
    let mut last = vec![view! { <strong>{text.whole_bill}</strong> }.written()];
    last.extend(whole.map(|of| view! { <strong><Amount of/></strong> }.written()));
    rows.push(last);
    view! {
        <Card title=text.parts id="parts">
            <p>{lead}</p>
            <Table caption=text.parts hide_caption=true columns rows/>
        </Card>
    }
    .written()
}

fn row(text: &SettlementText, one: &Tied, here: bool, look: Look) -> Vec<Written> {
    let name = capitalised(&part(one.kind, one.year, look.language));
    let name = if here {
        let name = format!("{name}{}", text.this_page);
        view! { <span>{name}</span> }.written()
    } else {
        let href = Subject::current().href(&format!("/settlements/{}", one.id));
        view! { <a href=href>{name}</a> }.written()
    };
    let mut row = vec![name];
    let amounts = [one.total_fee, one.funds, one.person];
    row.extend(amounts.map(|of| view! { <Amount of/> }.written()));
    row
}
