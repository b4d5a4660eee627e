//! The tables of the privacy notice.

use leptos::prelude::*;

use crate::ui::{Column, IntoWritten, Table};

/// A table of texts; the first column names the row.
#[component]
pub(super) fn Rows<const N: usize>(
    /// What it holds.
    caption: &'static str,
    /// The headings.
    columns: [&'static str; N],
    /// The cells.
    rows: &'static [[&'static str; N]],
) -> impl IntoView {
    let columns = columns
        .iter()
        .enumerate()
        .map(|(place, heading)| match place {
            0 => Column::title(*heading),
            _ => Column::text(*heading),
        })
        .collect();
    let rows = rows
        .iter()
        .map(|row| row.iter().map(|cell| (*cell).written()).collect())
        .collect();
    view! { <Table caption hide_caption=true columns rows/> }
}
