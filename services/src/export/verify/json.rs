//! Reads the figures of an export in JSON.

use serde_json::{Map, Value};

use super::super::sections::headings::{Headings, SIGNATURE};
use super::{ALL, Read, figures, only};

/// `None` when a section or a column is missing, is one too many, or is none.
pub(super) fn read(text: &str) -> Option<Read> {
    let whole: Value = serde_json::from_str(text).ok()?;
    let sections = whole.get("sections")?.as_object()?;
    if sections.len() != ALL.len() + 1 {
        return None;
    }
    let figures = ALL
        .iter()
        .map(|headings| Some(figures(headings, rows(sections, headings)?)))
        .collect::<Option<_>>()?;
    Some(Read {
        sections: figures,
        signature: only(rows(sections, &SIGNATURE)?)?,
    })
}

fn rows(sections: &Map<String, Value>, (heading, columns): &Headings) -> Option<Vec<Vec<String>>> {
    let rows = sections.get(heading.key)?.as_array()?;
    let row = |row: &Value| {
        let row = row.as_object().filter(|row| row.len() == columns.len())?;
        columns
            .iter()
            .map(|column| figure(row.get(column.key)?))
            .collect()
    };
    rows.iter().map(row).collect()
}

fn figure(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
