//! Records in rows; on a phone and in elder mode a list in which each cell says its own heading.

use leptos::prelude::*;

use super::example::Example;
use super::markup::Markup;
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
    let mut markup = Markup::default();
    let part = |markup: &mut Markup, cell: Written| {
        markup.part(cell);
    };
    begin(&mut markup, &caption, hide_caption, &columns);
    for cells in rows {
        row(&mut markup, &columns, cells, part);
    }
    markup.html("</tbody>");
    if !foot.is_empty() {
        markup.html("<tfoot role=\"rowgroup\">");
        row(&mut markup, &columns, foot, part);
        markup.html("</tfoot>");
    }
    end(&mut markup);
    markup.written()
}

/// Writes a table whose cells are written already; its caption is read out only.
pub(crate) fn write(
    markup: &mut Markup,
    caption: &str,
    columns: &[Column],
    rows: Vec<Vec<Markup>>,
) {
    begin(markup, caption, true, columns);
    for cells in rows {
        row(markup, columns, cells, |markup, cell| {
            markup.more(&cell);
        });
    }
    markup.html("</tbody>");
    end(markup);
}

/// Begins the table, up to its first row.
fn begin(markup: &mut Markup, caption: &str, hide_caption: bool, columns: &[Column]) {
    // Laying rows out as a grid takes their meaning away from some screen readers; roles give it back.
    markup.html("<div class=\"table-scroll\" tabindex=\"0\">");
    markup.html("<table class=\"table\" role=\"table\" data-cards><caption><span");
    markup.attribute("class", hide_caption.then_some("hidden"));
    markup.html(">").text(caption).html("</span></caption>");
    markup.html("<thead role=\"rowgroup\"><tr role=\"row\">");
    for column in columns {
        markup.html("<th scope=\"col\" role=\"columnheader\"");
        markup.attribute("class", column.class()).html(">");
        markup.text(&column.heading).html("</th>");
    }
    markup.html("</tr></thead><tbody role=\"rowgroup\">");
}

fn end(markup: &mut Markup) {
    markup.html("</table></div>");
}

fn row<C>(markup: &mut Markup, columns: &[Column], cells: Vec<C>, write: impl Fn(&mut Markup, C)) {
    markup.html("<tr role=\"row\">");
    for (column, cell) in columns.iter().zip(cells) {
        let heading = (column.kind != ColumnKind::Title).then_some(column.heading.as_str());
        markup.html("<td role=\"cell\"");
        markup.attribute("class", column.class());
        markup.attribute("data-h", heading).html(">");
        write(markup, cell);
        markup.html("</td>");
    }
    markup.html("</tr>");
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
