//! A settled bill as fields of the form.

use chrono::NaiveDate;
use domain::money::Money;
use domain::settlement::parameters::ParameterSet;
use services::records::SettlementInput;
use services::resident::settlement::Item;

use crate::calculator::{KINDS, MOST_ROWS, totals};

/// The form for a bill settled by `set` on `day`; `items` name its lines where all are known. `None`
/// for a bill that the form cannot hold.
pub(crate) fn fields(
    input: &SettlementInput,
    set: &ParameterSet,
    day: NaiveDate,
    items: &[Item],
) -> Option<Vec<(String, String)>> {
    let lines = input.line_items();
    let visit = input.visit;
    if lines.is_empty() || lines.len() > MOST_ROWS || !KINDS.contains(&visit.kind) {
        return None;
    }
    let person = input.person;
    let status = if person.retired { "retired" } else { "active" };
    let category = person.category.map_or("", |category| category.code());
    let mut fields: Vec<(String, String)> = [
        ("region", set.region.to_string()),
        ("scheme", input.scheme.code().to_owned()),
        ("status", status.to_owned()),
        ("age", person.age.to_string()),
        ("category", category.to_owned()),
        ("kind", visit.kind.code().to_owned()),
        ("level", visit.level.code().to_owned()),
        ("remote", visit.remote.code().to_owned()),
        ("admission", visit.admission.to_string()),
        ("bill", "items".to_owned()),
        ("account", figure(person.account_balance)),
        ("family", figure(person.family_balance)),
        ("day", day.to_string()),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into();
    let named = items.len() == lines.len();
    let names = items.iter().filter(|_| named).map(|item| item.name.clone());
    let names = names.chain(std::iter::repeat(String::new()));
    for ((row, line), name) in lines.iter().enumerate().zip(names) {
        for (field, value) in [
            ("name", name),
            ("amount", figure(line.amount)),
            ("class", line.class.code().to_owned()),
            ("first", share(line.self_pay_first.points())),
            ("over", figure(line.over_ceiling)),
        ] {
            fields.push((format!("{field}-{row}"), value));
        }
    }
    if let Some(disease) = visit.disease {
        fields.push(("disease".to_owned(), disease.to_string()));
    }
    let used = totals(&input.before);
    fields.extend(used.map(|(name, used)| (name.to_owned(), figure(used))));
    Some(fields)
}

/// An amount as somebody would type it; nothing for nothing.
pub(super) fn figure(amount: Money) -> String {
    if amount.is_zero() {
        String::new()
    } else {
        amount.brief()
    }
}

fn share(points: String) -> String {
    if points == "0" { String::new() } else { points }
}
