//! The running totals of the year before and after the settlement, recorded and computed again.

use domain::money::Money;
use leptos::prelude::*;
use services::replay::{Answer, Year};

use super::figures::{columns, compared_row};
use super::text::ReplayText;
use crate::ui::{AnswerCard, Card, IntoWritten, Look, Table, Written};

/// Both, one after the other. Where both were compared and all is the same, elder mode folds them
/// behind that answer.
#[component]
pub(super) fn Totals(
    /// The words of the page.
    text: &'static ReplayText,
    /// What came out.
    answer: Answer,
) -> impl IntoView {
    let same = is_the_same(&answer.before) && is_the_same(&answer.after);
    let content = view! {
        <p>{text.totals_lead}</p>
        <h3>{text.before}</h3>
        {year(text, text.before, answer.before)}
        <h3>{text.after}</h3>
        {year(text, text.after, answer.after)}
    }
    .written();
    if same {
        let (answer, more) = (text.totals_same, text.totals_open);
        view! { <AnswerCard title=text.totals answer more>{content}</AnswerCard> }.written()
    } else {
        view! { <Card title=text.totals>{content}</Card> }.written()
    }
}

/// Whether the totals of one end were compared, and none differs.
fn is_the_same(year: &Year) -> bool {
    matches!(year, Year::Compared(_)) && !year.differs()
}

fn year(text: &'static ReplayText, caption: &'static str, year: Year) -> Written {
    let look = Look::current();
    let totals = match year {
        Year::Compared(totals) => totals,
        Year::OfRefund => return view! { <p>{text.of_refund}</p> }.written(),
        Year::Unreadable => return view! { <p>{text.unreadable}</p> }.written(),
    };
    let rows: Vec<Vec<Written>> = totals
        .into_iter()
        .filter(|total| (total.recorded, total.computed) != (Money::ZERO, Money::ZERO))
        .map(|total| {
            let label = total.what.label(look.language.into());
            compared_row(text, label, &total, look)
        })
        .collect();
    if rows.is_empty() {
        return view! { <p>{text.nothing_yet}</p> }.written();
    }
    let columns = columns(text, text.total);
    view! { <Table caption hide_caption=true columns rows/> }.written()
}
