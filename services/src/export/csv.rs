//! The export as comma-separated values: a block a section.

use domain::language::Language;

use super::dossier::{Cell, Dossier};

/// Spreadsheets take a file with this mark for UTF-8.
pub(super) const MARK: &str = "\u{FEFF}";

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

/// Text that no spreadsheet takes for a formula, nor for a number to be rounded. Text that looks
/// like an amount or a ratio is guarded too, so that whatever is not guarded is one.
fn guarded(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\'']);
    let digits = text.len() > 11 && text.bytes().all(|byte| byte.is_ascii_digit());
    if formula || digits || fen(text).is_some() || basis_points(text).is_some() {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// What a field says, in the form that is signed.
pub(super) fn figure(field: &str) -> String {
    if let Some(text) = field.strip_prefix('\'') {
        return text.to_owned();
    }
    let number = fen(field).or_else(|| basis_points(field));
    number.map_or_else(|| field.to_owned(), |number| number.to_string())
}

/// `-12.30` as -1230.
fn fen(text: &str) -> Option<i64> {
    let (yuan, fen) = text.split_once('.')?;
    let digits = yuan.strip_prefix('-').unwrap_or(yuan);
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if fen.len() != 2 || !plain(fen) || !plain(digits) {
        return None;
    }
    format!("{yuan}{fen}").parse().ok()
}

/// `12.5%` as 1250.
fn basis_points(text: &str) -> Option<i64> {
    let (whole, part) = match text.strip_suffix('%')?.split_once('.') {
        Some((whole, part)) => (whole, part),
        None => (text.strip_suffix('%')?, ""),
    };
    let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || part.len() > 2 || !plain(whole) || !plain(part) {
        return None;
    }
    format!("{whole}{part:0<2}").parse().ok()
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
            ("12.30", "'12.30"),
            ("15%", "'15%"),
            ("'15", "''15"),
        ] {
            assert_eq!(guarded(text), wanted);
            assert_eq!(figure(wanted), text, "and is read as it was");
        }
        let mut text = String::new();
        line(&mut text, [guarded("-a,\"b\"\nc"), "2".to_owned()]);
        assert_eq!(text, "\"'-a,\"\"b\"\"\nc\",2\r\n");
    }

    #[test]
    fn amounts_and_ratios_are_read_as_numbers() {
        for (field, wanted) in [
            ("0.05", "5"),
            ("-0.05", "-5"),
            ("-12.30", "-1230"),
            ("1234567.89", "123456789"),
            ("10%", "1000"),
            ("12.5%", "1250"),
            ("0.25%", "25"),
            ("7", "7"),
            ("2026-06-15", "2026-06-15"),
            ("1.5", "1.5"),
            (".%", ".%"),
        ] {
            assert_eq!(figure(field), wanted);
        }
    }
}
