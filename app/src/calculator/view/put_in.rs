//! The bill and the year as they were put in, for paper: the answer itself says whose and where.

use domain::settlement::{Accumulators, ItemClass};

use super::Labels;
use crate::calculator::{Typed, totals};
use crate::ui::Look;
use crate::ui::markup::Markup;

/// The totals of a bill.
const TOTALS: [&str; 5] = ["a", "b", "b_first", "c", "over"];

/// Writes what was put in, seen on paper only; nothing where nothing was.
pub(super) fn write(markup: &mut Markup, typed: &Typed, look: Look, labels: Labels<'_>) {
    let entries = entries(typed, look, labels);
    if entries.is_empty() {
        return;
    }
    markup.html("<section class=\"on-paper\" aria-labelledby=\"put-in\"><h2 id=\"put-in\">");
    markup.html(look.pick("填的内容", "What was put in"));
    markup.html("</h2><dl class=\"facts\">");
    for (name, value) in entries {
        markup.html("<dt>").text(&name).html("</dt><dd>");
        markup.text(&value).html("</dd>");
    }
    markup.html("</dl></section>");
}

/// Each amount that was put in with its name, in the order of the form.
fn entries(typed: &Typed, look: Look, labels: Labels<'_>) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = if typed.is_itemised() {
        let rows = typed.rows().into_iter();
        rows.filter_map(|row| item(typed, row, look, labels))
            .collect()
    } else {
        held(typed, TOTALS.into_iter(), labels)
    };
    let used = totals(&Accumulators::ZERO).map(|(name, _)| name);
    let year = ["account", "family"].into_iter().chain(used);
    all.extend(held(typed, year, labels));
    all
}

/// Those of `fields` that hold something, by their labels.
fn held(
    typed: &Typed,
    fields: impl Iterator<Item = &'static str>,
    labels: Labels<'_>,
) -> Vec<(String, String)> {
    let filled = fields.filter(|name| !typed.get(name).trim().is_empty());
    filled
        .map(|name| (labels(name), typed.get(name).to_owned()))
        .collect()
}

/// One item: its name or class, and its amount with what of it does not count in full.
fn item(typed: &Typed, row: u32, look: Look, labels: Labels<'_>) -> Option<(String, String)> {
    let value = |field: &str| typed.of_row(row, field).trim();
    let amount = value("amount");
    if amount.is_empty() {
        return None;
    }
    let class = ItemClass::from_code(value("class")).unwrap_or(ItemClass::A);
    let class = class.label(look.language.into());
    let (comma, colon) = (look.pick("、", ", "), look.pick("：", ": "));
    let mut name = value("name").to_owned();
    if !name.is_empty() {
        name.push_str(comma);
    }
    name.push_str(class);
    let mut said = amount.to_owned();
    for field in ["first", "over"] {
        let held = value(field);
        if !held.is_empty() {
            said.push_str(comma);
            said.push_str(&labels(&format!("{field}-{row}")));
            said.push_str(colon);
            said.push_str(held);
        }
    }
    if typed.may_divide() && value("part") == "ordinary" {
        said.push_str(comma);
        said.push_str(look.pick("不是治这个病的", "not for the disease"));
    }
    Some((name, said))
}
