//! Reads an export back and holds its figures against its signature.

mod csv;
mod json;

use crate::keys::Keys;

use super::sections::headings::{ALL, Headings};
use super::signature::{self, ALGORITHM, Figures};

/// What a file turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Every figure is as this platform signed it. With the digest, by which a PDF of the same
    /// moment is recognised.
    Genuine(String),
    /// Something was changed, or signed with another key.
    Changed,
    /// It is no export in JSON or CSV, or of a version that this one does not read.
    Unreadable,
}

/// The figures and the row of the signature: algorithm, key, digest, value.
struct Read {
    sections: Vec<Figures<'static>>,
    signature: Vec<String>,
}

/// Checks a file that [`person`](super::person) wrote as JSON or CSV, in either language.
#[must_use]
pub fn verify(keys: &Keys, file: &[u8]) -> Verdict {
    let Ok(text) = std::str::from_utf8(file) else {
        return Verdict::Unreadable;
    };
    let read = if text.trim_start().starts_with('{') {
        json::read(text)
    } else {
        csv::read(text)
    };
    let Some(read) = read else {
        return Verdict::Unreadable;
    };
    let key = keys.export_signer().verifying_key();
    let digest = signature::digest(&read.sections);
    let [algorithm, public_key, written, value] = read.signature.as_slice() else {
        return Verdict::Unreadable;
    };
    let value = hex::decode(value).unwrap_or_default();
    let genuine = algorithm == ALGORITHM
        && *public_key == hex::encode(key.as_bytes())
        && *written == hex::encode(digest)
        && signature::is_genuine(&key, &digest, &value);
    if genuine {
        Verdict::Genuine(written.clone())
    } else {
        Verdict::Changed
    }
}

/// The figures of one section with these rows.
fn figures((heading, columns): &Headings, rows: Vec<Vec<String>>) -> Figures<'static> {
    Figures {
        key: heading.key,
        columns: columns.iter().map(|column| column.key).collect(),
        rows,
    }
}

/// The one row of the signature.
fn only(mut rows: Vec<Vec<String>>) -> Option<Vec<String>> {
    let row = rows.pop()?;
    rows.is_empty().then_some(row)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::sections::headings::SIGNATURE;
    use super::*;

    #[test]
    fn no_two_sections_have_the_same_heading() {
        let all = || ALL.iter().chain([&SIGNATURE]).map(|(heading, _)| heading);
        let distinct = |texts: BTreeSet<&str>| assert_eq!(texts.len(), ALL.len() + 1);
        distinct(all().map(|heading| heading.key).collect());
        distinct(all().map(|heading| heading.zh).collect());
        distinct(all().map(|heading| heading.en).collect());
    }

    #[test]
    fn what_is_no_export_is_unreadable() {
        let keys = Keys::from_master(b"only for this test, nothing else");
        for text in [
            "",
            "{",
            "{}",
            "null",
            "a,b\r\n",
            "\u{FEFF}个人信息\r\n",
            "\"",
            "{\"sections\":{}}",
        ] {
            assert_eq!(
                verify(&keys, text.as_bytes()),
                Verdict::Unreadable,
                "{text}"
            );
        }
        assert_eq!(verify(&keys, b"%PDF-\xff"), Verdict::Unreadable);
    }
}
