//! Which key signs certificates, and which older ones are still believed.

use ed25519_dalek::VerifyingKey;

use super::read::Reader;

/// The keys of certificates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateKeys {
    /// The number of the key that signs, counted from 1. All before it are still believed.
    pub number: u32,
    /// Public keys of certificates signed with another master key, which are still believed.
    pub older: Vec<VerifyingKey>,
}

pub(super) fn read(reader: &mut Reader<'_>) -> CertificateKeys {
    let number = reader.number_or("certificate.key", 1, 1..=999);
    let mut older = Vec::new();
    let listed = reader.text("certificate.older_keys").unwrap_or_default();
    for text in listed.split([',', ' ']).filter(|text| !text.is_empty()) {
        match public_key(text) {
            Some(key) => older.push(key),
            None => reader.fail(
                "certificate.older_keys",
                "must be public keys of 64 hexadecimal digits, divided by commas",
            ),
        }
    }
    CertificateKeys {
        number: u32::try_from(number).unwrap_or(1),
        older,
    }
}

fn public_key(text: &str) -> Option<VerifyingKey> {
    let bytes: [u8; 32] = hex::decode(text).ok()?.try_into().ok()?;
    VerifyingKey::from_bytes(&bytes).ok()
}
