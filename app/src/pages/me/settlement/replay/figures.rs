//! The figures of a settlement, recorded and computed again.

use domain::settlement::{Compared, Figure};
use leptos::prelude::*;

use super::super::super::words::said;
use super::text::ReplayText;
use crate::ui::{AnswerCard, Card, Column, IntoWritten, Look, Table, Written, capitalised};

/// Every figure that says something, recorded and computed again. What differs stands in sight;
/// where all is the same, elder mode folds the figures behind that answer.
#[component]
pub(in crate::pages) fn Figures(
    /// The words of the page.
    text: &'static ReplayText,
    /// The figures.
    parts: Vec<Compared<Figure>>,
) -> impl IntoView {
    let look = Look::current();
    let differs = parts.iter().any(Compared::differs);
    let rows: Vec<Vec<Written>> = parts
        .into_iter()
        .filter(|part| !(part.recorded.is_zero() && part.computed.is_zero()))
        .map(|part| {
            let label = part.what.label(look.language.into());
            compared_row(text, label, &part, look)
        })
        .collect();
    let answer = (text.figures_same)(rows.len());
    let table = view! {
        <Table caption=text.figures hide_caption=true columns=columns(text, text.figure) rows/>
    }
    .written();
    if differs {
        view! { <Card title=text.figures>{table}</Card> }.written()
    } else {
        view! { <AnswerCard title=text.figures answer more=text.figures_open>{table}</AnswerCard> }
            .written()
    }
}

/// The columns of a comparison.
pub(super) fn columns(text: &ReplayText, what: &str) -> Vec<Column> {
    vec![
        Column::title(what),
        Column::number(text.recorded),
        Column::number(text.computed),
        Column::text(text.result),
    ]
}

/// One figure: what it is, both amounts, and whether they are the same.
pub(super) fn compared_row<T>(
    text: &ReplayText,
    label: &str,
    one: &Compared<T>,
    look: Look,
) -> Vec<Written> {
    let result = if one.differs() {
        let difference = said((one.computed - one.recorded).abs(), look);
        let more = one.computed > one.recorded;
        let sentence = if more { text.more } else { text.less };
        view! { <strong>{sentence(&difference)}</strong> }.written()
    } else {
        text.same.written()
    };
    vec![
        capitalised(label).written(),
        said(one.recorded, look).written(),
        said(one.computed, look).written(),
        result,
    ]
}
