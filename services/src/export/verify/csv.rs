//! Reads the figures of an export in CSV, in either language.

use domain::language::Language;

use super::super::csv::{MARK, figure};
use super::super::sections::headings::{Headings, SIGNATURE};
use super::{ALL, Read, figures, only};

/// `None` when a section or a column is missing, is one too many, or is none.
pub(super) fn read(text: &str) -> Option<Read> {
    let text = text.strip_prefix(MARK).unwrap_or(text);
    let mut records = records(text)?.into_iter();
    let mut section = |headings: &Headings| rows(&mut records, headings);
    let sections = ALL
        .iter()
        .map(|headings| Some(figures(headings, section(headings)?)))
        .collect::<Option<_>>()?;
    let signature = only(section(&SIGNATURE)?)?;
    records.next().is_none().then_some(Read {
        sections,
        signature,
    })
}

/// The rows of the next section, which must be the one with these headings.
fn rows(
    records: &mut impl Iterator<Item = Vec<String>>,
    (heading, columns): &Headings,
) -> Option<Vec<Vec<String>>> {
    let title = records.next()?;
    let language = [Language::Zh, Language::En]
        .into_iter()
        .find(|language| title == [heading.get(*language)])?;
    let heads = records.next()?;
    if !heads
        .iter()
        .map(String::as_str)
        .eq(columns.iter().map(|column| column.get(language)))
    {
        return None;
    }
    let mut rows = Vec::new();
    for record in records {
        if record.len() == 1 {
            // The empty line that ends a section.
            return record.first()?.is_empty().then_some(rows);
        }
        if record.len() != columns.len() {
            return None;
        }
        rows.push(record.iter().map(|field| figure(field)).collect());
    }
    None
}

/// The records of the text: fields divided by commas, with quotes where they need them, each
/// record ended by CR LF. `None` for anything else.
fn records(text: &str) -> Option<Vec<Vec<String>>> {
    let mut records = Vec::new();
    let mut record = Vec::new();
    let mut letters = text.chars().peekable();
    while letters.peek().is_some() {
        let mut field = String::new();
        if letters.next_if_eq(&'"').is_some() {
            loop {
                match letters.next()? {
                    '"' if letters.next_if_eq(&'"').is_some() => field.push('"'),
                    '"' => break,
                    other => field.push(other),
                }
            }
        } else {
            while let Some(one) = letters.next_if(|one| !matches!(one, ',' | '\r' | '\n' | '"')) {
                field.push(one);
            }
        }
        record.push(field);
        match letters.next()? {
            ',' => {}
            '\r' if letters.next()? == '\n' => records.push(std::mem::take(&mut record)),
            _ => return None,
        }
    }
    record.is_empty().then_some(records)
}

#[cfg(test)]
mod tests {
    use super::records;

    #[test]
    fn records_are_read_as_they_are_written() {
        let read = |text: &str| records(text);
        let of = |fields: &[&str]| fields.iter().map(|one| (*one).to_owned()).collect();
        assert_eq!(
            read("a,\"b,\"\"c\"\"\r\nd\"\r\n\r\n,\r\n"),
            Some(vec![of(&["a", "b,\"c\"\r\nd"]), of(&[""]), of(&["", ""])])
        );
        for bad in ["a", "a\n", "a,", "\"a", "\"a\"b\r\n", "a\"\r\n"] {
            assert_eq!(read(bad), None, "{bad:?}");
        }
    }
}
