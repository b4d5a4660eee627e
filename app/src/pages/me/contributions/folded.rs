//! A table whose older rows are folded away: a life in insurance is long, a screen is not.

use leptos::prelude::*;

use crate::ui::{Column, IntoWritten, Look, Table, Written};

/// So many rows stay open when older ones are folded.
const OPEN: usize = 6;
/// Fewer rows than these are not worth folding.
const LONG: usize = 9;
/// In large letters a table of more rows is folded whole.
const LONG_FOR_ELDERS: usize = 3;

/// The table. Print shows all of it.
#[component]
pub(super) fn Folded(
    /// What the table holds; the heading above says it too.
    caption: &'static str,
    /// The columns.
    columns: Vec<Column>,
    /// The rows, the newest first.
    rows: Vec<Vec<Written>>,
    /// A last row with sums.
    #[prop(optional)]
    foot: Vec<Written>,
) -> impl IntoView {
    let mut rows = rows;
    let look = Look::current();
    if look.elder && rows.len() > LONG_FOR_ELDERS {
        return view! {
            <details class="basis">
                <summary>{caption}</summary>
                <Table caption hide_caption=true columns rows foot/>
            </details>
        }
        .written();
    }
    let older = (rows.len() >= LONG).then(|| rows.split_off(OPEN));
    let older = older.map(|older| {
        let columns = columns.clone();
        let name = look.pick("更早的", "Earlier");
        view! {
            <details class="basis">
                <summary>{name}</summary>
                <Table caption=name hide_caption=true columns rows=older/>
            </details>
        }
    });
    view! {
        <Table caption hide_caption=true columns rows foot/>
        {older}
    }
    .written()
}
