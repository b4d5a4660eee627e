//! What travels from question to question in hidden fields.

use domain::settlement::Accumulators;

use crate::calculator::{Typed, totals};

/// The fields of the form but for the running totals and the items.
const PLAIN: [&str; 20] = [
    "region",
    "scheme",
    "status",
    "age",
    "category",
    "kind",
    "disease",
    "level",
    "remote",
    "admission",
    "bill",
    "a",
    "b",
    "b_first",
    "c",
    "over",
    "account",
    "family",
    "day",
    "other",
];
/// What belongs to one item.
const OF_ITEM: [&str; 6] = ["name", "amount", "class", "first", "over", "part"];

/// Name and value of every field of the form that `typed` has, each once; nothing else that was
/// sent.
pub(super) fn fields(typed: &Typed) -> Vec<(String, String)> {
    let used = totals(&Accumulators::ZERO).map(|(name, _)| name);
    let plain = PLAIN.into_iter().chain(used).map(str::to_owned);
    let rows = typed.rows().into_iter();
    let items = rows.flat_map(|row| OF_ITEM.map(|field| format!("{field}-{row}")));
    plain
        .chain(items)
        .filter(|name| typed.has(name))
        .map(|name| {
            let value = typed.get(&name).to_owned();
            (name, value)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_own_fields_travel_and_no_others() {
        let pairs = [
            ("token", "secret"),
            ("step", "3"),
            ("do", "next"),
            ("age", "７４"),
            ("age", "5"),
            ("op_ded", "120"),
            ("amount-4", "7"),
            ("class-4", "B"),
            ("part-4", "ordinary"),
            ("class-9", "A"),
        ];
        let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let kept = fields(&Typed::new(pairs.into()));
        let kept: Vec<(&str, &str)> = kept
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        assert_eq!(
            kept,
            [
                ("age", "７４"),
                ("op_ded", "120"),
                ("amount-4", "7"),
                ("class-4", "B"),
                ("part-4", "ordinary")
            ]
        );
    }
}
