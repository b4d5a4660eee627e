//! The signature over the figures of an export, the same in every form.
//!
//! What is signed is the SHA-256 of the figures one after the other, each with its length in
//! front, so that no two exports have the same bytes: for each section its key, the keys of its
//! columns and its rows; amounts in fen, ratios in hundredths of a percent, instants in UTC.

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

use super::dossier::{Cell, Dossier, Section};
use super::sections::headings::SIGNATURE;

/// The name of the algorithm, as it stands in the export.
pub(super) const ALGORITHM: &str = "Ed25519";

/// The figures of one section, as they are signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Figures<'a> {
    /// The key of the section.
    pub key: &'a str,
    /// The keys of its columns.
    pub columns: Vec<&'a str>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
}

/// The section that holds the signature over `dossier`.
pub(super) fn of(dossier: &Dossier, signer: &SigningKey) -> Section {
    let figures: Vec<Figures<'_>> = dossier.sections.iter().map(figures).collect();
    let digest = digest(&figures);
    let signature = signer.sign(&message(&digest));
    let mut section = Section::new(SIGNATURE.0, SIGNATURE.1);
    section.rows.push(vec![
        Cell::from(ALGORITHM),
        Cell::from(hex::encode(signer.verifying_key().as_bytes())),
        Cell::from(hex::encode(digest)),
        Cell::from(hex::encode(signature.to_bytes())),
    ]);
    section
}

/// Whether `signature` is that of `key` over `digest`.
pub(super) fn is_genuine(key: &VerifyingKey, digest: &[u8; 32], signature: &[u8]) -> bool {
    let signature = Signature::from_slice(signature);
    signature.is_ok_and(|sign| key.verify_strict(&message(digest), &sign).is_ok())
}

/// The digest of all figures.
pub(super) fn digest(sections: &[Figures<'_>]) -> [u8; 32] {
    let mut hash = Sha256::new();
    let mut field = |text: &str| {
        hash.update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(text.as_bytes());
    };
    for section in sections {
        field(section.key);
        field(&section.columns.len().to_string());
        section.columns.iter().for_each(|key| field(key));
        field(&section.rows.len().to_string());
        for row in &section.rows {
            row.iter().for_each(|cell| field(cell));
        }
    }
    hash.finalize().into()
}

fn message(digest: &[u8; 32]) -> Vec<u8> {
    let mut message = b"yibaotong export\0".to_vec();
    message.extend_from_slice(digest);
    message
}

fn figures(section: &Section) -> Figures<'_> {
    Figures {
        key: section.heading.key,
        columns: section.columns.iter().map(|column| column.key).collect(),
        rows: section
            .rows
            .iter()
            .map(|row| row.iter().map(figure).collect())
            .collect(),
    }
}

fn figure(cell: &Cell) -> String {
    match cell {
        Cell::Amount(amount) => amount.fen().to_string(),
        Cell::Ratio(ratio) => ratio.get().to_string(),
        other => other.to_text(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(cells: &[&str]) -> Figures<'static> {
        Figures {
            key: "a",
            columns: vec!["b", "c"],
            rows: cells
                .chunks(2)
                .map(|row| row.iter().map(|cell| (*cell).to_owned()).collect())
                .collect(),
        }
    }

    #[test]
    fn figures_that_are_shifted_differ() {
        let one = digest(&[section(&["12", "3"])]);
        assert_ne!(one, digest(&[section(&["1", "23"])]));
        assert_ne!(one, digest(&[section(&[]), section(&["12", "3"])]));
        assert_eq!(one, digest(&[section(&["12", "3"])]));
    }

    #[test]
    fn only_the_key_itself_signs() {
        let (ours, other) = (
            SigningKey::from_bytes(&[1; 32]),
            SigningKey::from_bytes(&[2; 32]),
        );
        let digest = digest(&[section(&["1", "2"])]);
        let signature = ours.sign(&message(&digest)).to_bytes();
        assert!(is_genuine(&ours.verifying_key(), &digest, &signature));
        assert!(!is_genuine(&other.verifying_key(), &digest, &signature));
        assert!(!is_genuine(&ours.verifying_key(), &[0; 32], &signature));
        assert!(!is_genuine(&ours.verifying_key(), &digest, &signature[1..]));
    }
}
