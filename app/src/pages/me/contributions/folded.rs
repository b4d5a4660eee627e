//! A table whose older rows are folded away: a life in insurance is long, a screen is not.

use leptos::prelude::*;

use crate::ui::{Column, IntoWritten, Look, Table, Written};

/// So many rows stay open when older ones are folded.
const OPEN: usize = 6;
/// Fewer rows than these are not worth folding.
const LONG: usize = 9;
/// In large letters a table of more rows is folded whole.
const LONG_FOR_ELDERS: usize = 3;

/// Writes the last row with sums.
pub(super) type Foot = Box<dyn Fn() -> Vec<Written> + Send>;

/// The table. Print shows all of it, with the sums at its end.
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
    foot: Option<Foot>,
) -> impl IntoView {
    let mut rows = rows;
    let sums = || foot.as_ref().map_or_else(Vec::new, |write| write());
    let look = Look::current();
    if look.elder && rows.len() > LONG_FOR_ELDERS {
        let foot = sums();
        return view! {
            <details class="basis">
                <summary>{caption}</summary>
                <Table caption hide_caption=true columns rows foot/>
            </details>
        }
        .written();
    }
    if rows.len() < LONG {
        let foot = sums();
        return view! { <Table caption hide_caption=true columns rows foot/> }.written();
    }
    let older = rows.split_off(OPEN);
    let (name, below) = (look.pick("更早的", "Earlier"), columns.clone());
    let (foot, last) = (sums(), sums());
    view! {
        <div class="newer"><Table caption hide_caption=true columns rows foot/></div>
        <details class="basis older">
            <summary>{name}</summary>
            <Table caption=name hide_caption=true columns=below rows=older foot=last/>
        </details>
    }
    .written()
}
