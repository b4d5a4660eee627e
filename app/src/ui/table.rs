//! Records in rows; on a phone and in elder mode a list in which each cell says its own heading.

use leptos::prelude::*;

use super::example::Example;
use super::{IntoWritten, Look, Written};

/// How a column is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ColumnKind {
    Text,
    Number,
    Title,
}

/// One column.
#[derive(Clone, Debug)]
pub struct Column {
    heading: String,
    kind: ColumnKind,
}

impl Column {
    /// A column of words.
    pub fn text(heading: impl Into<String>) -> Self {
        Self {
            heading: heading.into(),
            kind: ColumnKind::Text,
        }
    }

    /// A column of amounts or counts, set to the right.
    pub fn number(heading: impl Into<String>) -> Self {
        Self {
            heading: heading.into(),
            kind: ColumnKind::Number,
        }
    }

    /// The column that names the record: on a phone it stands above the others.
    pub fn title(heading: impl Into<String>) -> Self {
        Self {
            heading: heading.into(),
            kind: ColumnKind::Title,
        }
    }

    fn class(&self) -> Option<&'static str> {
        match self.kind {
            ColumnKind::Text => None,
            ColumnKind::Number => Some("num"),
            ColumnKind::Title => Some("whole"),
        }
    }
}

/// A table of records.
#[component]
pub fn Table(
    /// What the table holds.
    #[prop(into)]
    caption: String,
    /// Whether the caption is read out only, because a heading above says it.
    #[prop(optional)]
    hide_caption: bool,
    /// The columns.
    columns: Vec<Column>,
    /// One cell a column for each record.
    rows: Vec<Vec<Written>>,
    /// A last row with sums.
    #[prop(optional)]
    foot: Vec<Written>,
) -> impl IntoView {
    // Laying rows out as a grid takes their meaning away from some screen readers; roles give it back.
    let headings = columns.iter().map(|column| {
        view! { <th scope="col" role="columnheader" class=column.class()>{column.heading.clone()}</th> }
    });
    let headings = headings.collect_view();
    let body: Vec<_> = rows.into_iter().map(|cells| row(&columns, cells)).collect();
    let foot =
        (!foot.is_empty()).then(|| view! { <tfoot role="rowgroup">{row(&columns, foot)}</tfoot> });
    let caption_class = hide_caption.then_some("hidden");
    view! {
        <div class="table-scroll" tabindex="0">
            <table class="table" role="table" data-cards>
                <caption><span class=caption_class>{caption}</span></caption>
                <thead role="rowgroup"><tr role="row">{headings}</tr></thead>
                <tbody role="rowgroup">{body}</tbody>
                {foot}
            </table>
        </div>
    }
}

fn row(columns: &[Column], cells: Vec<Written>) -> impl IntoView + use<> {
    let cells = columns.iter().zip(cells).map(|(column, cell)| {
        let heading = (column.kind != ColumnKind::Title).then(|| column.heading.clone());
        view! { <td role="cell" class=column.class() data-h=heading>{cell}</td> }
    });
    view! { <tr role="row">{cells.collect_view()}</tr> }
}

/// For the gallery.
#[must_use]
pub fn examples() -> Vec<Example> {
    vec![Example::new("最近的报销", "Last settlements", || {
        let look = Look::current();
        let columns = vec![
            Column::text(look.pick("日期", "Date")),
            Column::title(look.pick("医院", "Institution")),
            Column::number(look.pick("总费用", "Total")),
            Column::number(look.pick("自己付", "You paid")),
        ];
        let rows = vec![
            vec![
                look.pick("2026年6月18日", "18 June 2026").written(),
                view! { <a href="/me/settlements">{look.pick("北京示例医院", "Beijing Sample Hospital")}</a> }.written(),
                "¥30,000.00".written(),
                "¥7,985.00".written(),
            ],
            vec![
                look.pick("2026年5月2日", "2 May 2026").written(),
                view! { <a href="/me/settlements">{look.pick("示例社区卫生服务中心", "Sample Community Clinic")}</a> }.written(),
                "¥186.40".written(),
                "¥186.40".written(),
            ],
        ];
        view! { <Table caption=look.pick("最近的报销", "Last settlements") columns rows/> }
            .written()
    })]
}
