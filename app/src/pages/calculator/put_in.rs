//! The bill and the year as they were put in, for paper: the answer itself says whose and where.

use domain::settlement::{Accumulators, ItemClass};

use super::text::CalculatorText;
use crate::calculator::Typed;
use crate::ui::Look;

/// Each amount that was put in with its name, in the order of the form.
pub(super) fn entries(text: &CalculatorText, typed: &Typed, look: Look) -> Vec<(String, String)> {
    let bill = if typed.is_itemised() {
        let rows = typed.rows().into_iter();
        rows.filter_map(|row| item(text, typed, row, look))
            .collect()
    } else {
        held(
            typed,
            &[
                ("a", text.total_a),
                ("b", text.total_b),
                ("b_first", text.total_b_first),
                ("c", text.total_c),
                ("over", text.total_over),
            ],
        )
    };
    let used = Accumulators::ZERO.named();
    let used = used.map(|(name, _)| (name, (text.used_name)(name)));
    let accounts = [("account", text.account), ("family", text.family)];
    let year = [&accounts[..], &used].concat();
    [bill, held(typed, &year)].concat()
}

/// Those of `fields`, each a name and its label, that hold something.
fn held(typed: &Typed, fields: &[(&str, &str)]) -> Vec<(String, String)> {
    let fields = fields.iter().map(|(name, label)| (label, typed.get(name)));
    let filled = fields.filter(|(_, value)| !value.trim().is_empty());
    filled
        .map(|(label, value)| ((*label).to_owned(), value.to_owned()))
        .collect()
}

/// One item: its name or class, and its amount with what of it does not count in full.
fn item(text: &CalculatorText, typed: &Typed, row: u32, look: Look) -> Option<(String, String)> {
    let value = |field: &str| typed.of_row(row, field).trim();
    let amount = value("amount");
    if amount.is_empty() {
        return None;
    }
    let class = ItemClass::from_code(value("class")).unwrap_or(ItemClass::A);
    let class = class.label(look.language.into());
    let name = match value("name") {
        "" => class.to_owned(),
        name => format!("{name}{}{class}", text.comma),
    };
    let colon = look.pick("：", ": ");
    let more = [("first", text.item_first), ("over", text.item_over)];
    let more = more
        .into_iter()
        .filter(|(field, _)| !value(field).is_empty());
    let said = more.fold(amount.to_owned(), |said, (field, label)| {
        format!("{said}{}{label}{colon}{}", text.comma, value(field))
    });
    Some((name, said))
}
