//! The export as comma-separated values: a block a section.

use domain::language::Language;

use super::dossier::{Cell, Dossier};

/// Spreadsheets take a file with this mark for UTF-8.
const MARK: &str = "\u{FEFF}";

pub(super) fn write(dossier: &Dossier, language: Language) -> Vec<u8> {
    let mut text = String::from(MARK);
    for section in &dossier.sections {
        line(&mut text, [guarded(section.heading.get(language))]);
        line(
            &mut text,
            section
                .columns
                .iter()
                .map(|column| guarded(column.get(language))),
        );
        for row in &section.rows {
            line(&mut text, row.iter().map(field));
        }
        line(&mut text, [String::new()]);
    }
    text.into_bytes()
}

fn field(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => guarded(text),
        // Long rows of digits would become rounded numbers.
        other => other.to_text(),
    }
}

/// Text that no spreadsheet takes for a formula, nor for a number to be rounded.
fn guarded(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let digits = text.len() > 11 && text.bytes().all(|byte| byte.is_ascii_digit());
    if formula || digits {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn line(text: &mut String, fields: impl IntoIterator<Item = String>) {
    for (place, field) in fields.into_iter().enumerate() {
        if place > 0 {
            text.push(',');
        }
        if field.contains([',', '"', '\n', '\r']) {
            text.push('"');
            text.push_str(&field.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&field);
        }
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_becomes_a_formula() {
        for (text, wanted) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("110000195103089965", "'110000195103089965"),
            ("王秀英", "王秀英"),
        ] {
            assert_eq!(guarded(text), wanted);
        }
        let mut text = String::new();
        line(&mut text, [guarded("-a,\"b\"\nc"), "2".to_owned()]);
        assert_eq!(text, "\"'-a,\"\"b\"\"\nc\",2\r\n");
    }
}
