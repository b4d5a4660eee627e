//! Settlements as a table; on a phone and in elder mode as cards.

use leptos::prelude::*;
use services::resident::settlements::Summary;

use super::institution::{InstitutionName, visit};
use crate::subject::Subject;
use crate::ui::markup::Markup;
use crate::ui::{Amount, Column, Date, IntoWritten, Look, Table, Written};

/// The settlements, the newest first, each with a link to its page.
#[component]
pub(super) fn SettlementTable(
    /// What the table holds.
    #[prop(into)]
    caption: String,
    /// The settlements in order.
    settlements: Vec<Summary>,
) -> impl IntoView {
    let look = Look::current();
    let columns = vec![
        Column::text(look.pick("日期", "Date")),
        Column::title(look.pick("在哪里看的", "Where")),
        Column::number(look.pick("总费用", "Total")),
        Column::number(look.pick("医保付", "Insurance paid")),
        Column::number(look.pick("自己付", "You paid")),
    ];
    let rows = settlements.into_iter().map(|one| row(one, look)).collect();
    view! { <Table caption hide_caption=true columns rows/> }
}

fn row(one: Summary, look: Look) -> Vec<Written> {
    let subject = Subject::current();
    let visit = visit(one.kind, one.days, look.language);
    let visit = if one.paid.total_fee.is_negative() {
        format!("{}{visit}", look.pick("退费：", "refund: "))
    } else {
        visit
    };
    let name = view! { <InstitutionName name=one.institution english=one.institution_en/> };
    let mut place = Markup::from("<div>");
    if subject.opens_details() {
        let href = subject.href(&format!("/settlements/{}", one.id));
        place.html("<a").attribute("href", Some(&href)).html(">");
        place.part(name).html("</a>");
    } else {
        place.part(name);
    }
    place.html("<p class=\"small muted\">").text(&visit);
    place.html("</p></div>");
    vec![
        view! { <Date of=one.settled_on/> }.written(),
        place.written(),
        view! { <Amount of=one.paid.total_fee/> }.written(),
        view! { <Amount of=one.paid.funds()/> }.written(),
        view! { <Amount of=one.paid.person()/> }.written(),
    ]
}
