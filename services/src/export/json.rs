//! The export as one JSON object.

use serde_json::{Map, Value, json};

use super::dossier::{Cell, Dossier};
use crate::error::ServiceError;

pub(super) fn write(dossier: &Dossier) -> Result<Vec<u8>, ServiceError> {
    let mut sections = Map::new();
    for section in &dossier.sections {
        let keys: Vec<&str> = section.columns.iter().map(|column| column.key).collect();
        let rows = section.rows.iter().map(|row| {
            let cells = keys
                .iter()
                .zip(row)
                .map(|(key, cell)| ((*key).to_owned(), value(cell)));
            Value::Object(cells.collect())
        });
        sections.insert(section.heading.key.to_owned(), rows.collect());
    }
    let mut bytes = serde_json::to_vec_pretty(&json!({ "format": 1, "sections": sections }))
        .map_err(ServiceError::internal)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Amount(amount) => amount.fen().into(),
        Cell::Ratio(ratio) => ratio.get().into(),
        Cell::Number(number) => (*number).into(),
        other => other.to_text().into(),
    }
}
