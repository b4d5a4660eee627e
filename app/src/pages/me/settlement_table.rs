//! Settlements as a table; on a phone and in elder mode as cards.

use domain::ids::SettlementId;
use leptos::prelude::*;
use services::resident::settlements::Summary;

use super::institution::{InstitutionName, part, visit};
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
    let visit = if one.is_part {
        let part = part(one.kind, one.year, look.language);
        let of = look.pick("，一张账单分开算：", "; one bill in parts: ");
        format!("{visit}{of}{part}")
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
    place.html("</p>");
    tie(one.reverses, one.reversed_by, look, &mut place);
    place.html("</div>");
    vec![
        view! { <Date of=one.settled_on/> }.written(),
        place.written(),
        view! { <Amount of=one.paid.total_fee/> }.written(),
        view! { <Amount of=one.paid.funds()/> }.written(),
        view! { <Amount of=one.paid.person()/> }.written(),
    ]
}

/// The way from a refund to what it takes back, and the other way round.
fn tie(
    reverses: Option<SettlementId>,
    reversed_by: Option<SettlementId>,
    look: Look,
    place: &mut Markup,
) {
    let (other, said, way) = match (reverses, reversed_by) {
        (Some(original), _) => (
            original,
            look.pick(
                "退的是以前的一次结算。",
                "It cancels an earlier settlement. ",
            ),
            look.pick("看被退的那一次", "See that settlement"),
        ),
        (None, Some(refund)) => (
            refund,
            look.pick("这一次已经全部退回。", "Cancelled and paid back in full. "),
            look.pick("看这笔退费", "See the refund"),
        ),
        (None, None) => return,
    };
    place.html("<p class=\"small\">").text(said);
    let subject = Subject::current();
    if subject.opens_details() {
        let href = subject.href(&format!("/settlements/{other}"));
        place.html("<a").attribute("href", Some(&href)).html(">");
        place.text(way).html("</a>");
    }
    place.html("</p>");
}
