//! The signature over a certificate, and what the store keeps of it.

use chrono::{DateTime, NaiveDate, Utc};
use domain::identifiers::CertificateCode;
use ed25519_dalek::{Signature, Signer};
use uuid::Uuid;

use super::facts::{Facts, Status};
use crate::context::RequestContext;
use crate::error::{InLog, ServiceError};
use crate::keys::{Keys, key_id};
use crate::records::private::Field;
use crate::store::entity::certificate;

/// What every signature of a certificate is over before anything else, so that none of another
/// kind is taken for one. The number is that of this form.
const BEGINNING: &[u8] = b"yibaotong certificate 1\0";

/// Everything that is signed: whose certificate, how it is found, how long it holds, what it says.
pub(super) struct Signed<'a> {
    pub person: Uuid,
    pub certificate: Uuid,
    pub code: &'a CertificateCode,
    pub issued_at: DateTime<Utc>,
    pub expires_on: NaiveDate,
    pub facts: &'a Facts,
}

impl Signed<'_> {
    /// The bytes. Every field has its length in front, so that no two certificates have the same.
    fn bytes(&self) -> Vec<u8> {
        let facts = self.facts;
        let mut bytes = BEGINNING.to_vec();
        let mut field = |part: &[u8]| {
            let length = u64::try_from(part.len()).unwrap_or(u64::MAX);
            bytes.extend_from_slice(&length.to_be_bytes());
            bytes.extend_from_slice(part);
        };
        field(self.person.as_bytes());
        field(self.certificate.as_bytes());
        field(self.code.reveal().as_bytes());
        field(&self.issued_at.timestamp_micros().to_be_bytes());
        field(day(Some(self.expires_on)).as_bytes());
        let begins = match facts.status {
            Status::Waiting(begins) => Some(begins),
            _ => None,
        };
        for text in [
            facts.issuer.as_str(),
            &facts.name,
            &facts.document,
            &facts.number,
            &day(Some(facts.day)),
            facts.status.code(),
            &day(begins),
            facts.scheme.map_or("", |scheme| scheme.code()),
            facts.region.as_deref().unwrap_or_default(),
        ] {
            field(text.as_bytes());
        }
        for period in &facts.periods {
            field(period.scheme.code().as_bytes());
            field(period.region.as_bytes());
            field(day(Some(period.since)).as_bytes());
            field(day(period.until).as_bytes());
        }
        bytes
    }

    /// The id of the key that signs now, and its signature.
    pub(super) fn sign(&self, keys: &Keys) -> (String, Vec<u8>) {
        let signer = keys.certificate_signer();
        let signature = signer.sign(&self.bytes()).to_bytes().to_vec();
        (key_id(&signer.verifying_key()), signature)
    }

    /// Whether `signature` was made over this by the key named `id`, and we believe that key.
    fn is_signed(&self, keys: &Keys, id: &str, signature: &[u8]) -> bool {
        let key = keys.certificate_verifiers().find(|key| key_id(key) == id);
        let signature = Signature::from_slice(signature);
        match (key, signature) {
            (Some(key), Ok(signature)) => key.verify_strict(&self.bytes(), &signature).is_ok(),
            _ => false,
        }
    }
}

fn day(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// The encrypted columns of a row, opened.
pub(crate) struct Opened {
    pub code: CertificateCode,
    pub facts: Facts,
    /// Whether the row is as we signed it.
    pub genuine: bool,
}

/// Opens `row` and holds it against its signature.
///
/// # Errors
/// `Internal` when a column does not open.
pub(crate) fn open(keys: &Keys, row: &certificate::Model) -> Result<Opened, ServiceError> {
    let code = Field::CertificateCode.open(keys, &row.code_cipher)?;
    let code = CertificateCode::parse(&code).map_err(ServiceError::internal)?;
    let facts = Field::CertificateFacts.open(keys, &row.facts_cipher)?;
    let facts: Facts = serde_json::from_str(&facts)
        .map_err(|_| ServiceError::internal("what a certificate says cannot be read"))?;
    let signed = Signed {
        person: row.person_id,
        certificate: row.certificate_id,
        code: &code,
        issued_at: row.issued_at,
        expires_on: row.expires_on,
        facts: &facts,
    };
    let genuine = signed.is_signed(keys, &row.key_id, &row.signature);
    Ok(Opened {
        code,
        facts,
        genuine,
    })
}

/// What `row` says; `None`, with a word in the log, when it does not open or is not as we signed it,
/// so that nothing of it may be shown.
pub(super) fn read(context: &RequestContext, row: &certificate::Model) -> Option<Opened> {
    let wrong = match open(&context.platform.keys, row) {
        Ok(opened) if opened.genuine => return Some(opened),
        Ok(_) => "it is not as it was signed".to_owned(),
        Err(error) => error.in_log(),
    };
    tracing::error!(
        request_id = %context.request_id,
        error = wrong,
        "a certificate cannot be shown to its holder"
    );
    None
}

#[cfg(test)]
mod tests {
    use domain::settlement::Scheme;

    use super::super::facts::Stretch;
    use super::*;

    fn keys() -> Keys {
        Keys::from_master(b"only for this test, nothing else")
    }

    fn code(start: u8) -> CertificateCode {
        CertificateCode::draw(|bytes| {
            for (byte, value) in bytes.iter_mut().zip(start..) {
                *byte = value.wrapping_mul(37);
            }
        })
    }

    fn facts() -> Facts {
        Facts {
            issuer: "https://ybt.example".to_owned(),
            name: "李明".to_owned(),
            document: "01".to_owned(),
            number: "110***********002X".to_owned(),
            day: "2026-06-15".parse().unwrap(),
            status: Status::Waiting("2026-07-01".parse().unwrap()),
            scheme: Some(Scheme::Employee),
            region: Some("110105".to_owned()),
            periods: vec![Stretch {
                scheme: Scheme::Employee,
                region: "110105".to_owned(),
                since: "2020-03-01".parse().unwrap(),
                until: None,
            }],
        }
    }

    fn signed<'a>(code: &'a CertificateCode, facts: &'a Facts) -> Signed<'a> {
        Signed {
            person: Uuid::from_u128(1),
            certificate: Uuid::from_u128(2),
            code,
            issued_at: "2026-06-15T04:00:00Z".parse().unwrap(),
            expires_on: "2026-09-13".parse().unwrap(),
            facts,
        }
    }

    #[test]
    fn nothing_that_is_signed_can_be_changed() {
        let (keys, code, facts) = (keys(), code(1), facts());
        let right = signed(&code, &facts);
        let (id, signature) = right.sign(&keys);
        assert!(right.is_signed(&keys, &id, &signature));
        let changes: [fn(&mut Facts); 14] = [
            |facts| facts.issuer.push('x'),
            |facts| facts.name = "李朋".to_owned(),
            |facts| facts.document = "02".to_owned(),
            |facts| facts.number = "110***********0021".to_owned(),
            |facts| facts.day = "2026-06-16".parse().unwrap(),
            |facts| facts.status = Status::Covered,
            |facts| facts.status = Status::Waiting("2026-06-30".parse().unwrap()),
            |facts| facts.scheme = Some(Scheme::Resident),
            |facts| facts.scheme = None,
            |facts| facts.region = None,
            |facts| facts.periods.clear(),
            |facts| facts.periods[0].until = Some("2026-06-30".parse().unwrap()),
            |facts| facts.periods[0].since = "2010-03-01".parse().unwrap(),
            |facts| facts.periods.push(facts.periods[0].clone()),
        ];
        for (number, change) in changes.into_iter().enumerate() {
            let mut other = facts.clone();
            change(&mut other);
            assert!(
                !signed(&code, &other).is_signed(&keys, &id, &signature),
                "{number}"
            );
        }
        // What would read the same without lengths in between.
        let mut other = facts.clone();
        (other.issuer, other.name) = ("https://ybt.exampl".to_owned(), "e李明".to_owned());
        assert!(!signed(&code, &other).is_signed(&keys, &id, &signature));
        let another = self::code(2);
        let moved = [
            Signed {
                person: Uuid::from_u128(3),
                ..signed(&code, &facts)
            },
            Signed {
                certificate: Uuid::from_u128(3),
                ..signed(&code, &facts)
            },
            Signed {
                expires_on: "2027-09-13".parse().unwrap(),
                ..signed(&code, &facts)
            },
            Signed {
                issued_at: "2026-06-15T04:00:01Z".parse().unwrap(),
                ..signed(&code, &facts)
            },
            signed(&another, &facts),
        ];
        for (number, moved) in moved.into_iter().enumerate() {
            assert!(!moved.is_signed(&keys, &id, &signature), "{number}");
        }
        for end in [0, 63] {
            assert!(!right.is_signed(&keys, &id, &signature[..end]));
        }
        let mut flipped = signature.clone();
        flipped[7] ^= 1;
        assert!(!right.is_signed(&keys, &id, &flipped));
    }

    #[test]
    fn old_signatures_hold_after_a_change_of_keys() {
        let (code, facts) = (code(1), facts());
        let right = signed(&code, &facts);
        let (first, second) = (keys(), keys().with_certificate_keys(2, Vec::new()));
        let (old_id, old) = right.sign(&first);
        let (new_id, new) = right.sign(&second);
        assert_ne!(old_id, new_id, "another key signs");
        assert!(
            right.is_signed(&second, &old_id, &old),
            "what it signed before still holds"
        );
        assert!(right.is_signed(&second, &new_id, &new));
        assert!(
            !right.is_signed(&second, &new_id, &old),
            "each under its own key"
        );
        assert!(
            !right.is_signed(&first, &new_id, &new),
            "a key that is not believed yet"
        );

        let another = Keys::from_master(b"the master secret that came after");
        assert!(!right.is_signed(&another, &old_id, &old));
        let public = first.certificate_signer().verifying_key();
        let believing = another.with_certificate_keys(1, vec![public]);
        assert!(
            right.is_signed(&believing, &old_id, &old),
            "by the public key alone"
        );
    }

    #[test]
    fn no_other_key_of_ours_signs_certificates() {
        let (keys, code, facts) = (keys(), code(1), facts());
        let right = signed(&code, &facts);
        let audit = keys.audit_signer();
        let signature = audit.sign(&right.bytes()).to_bytes();
        let id = key_id(&audit.verifying_key());
        assert!(!right.is_signed(&keys, &id, &signature));
        let (id, _) = right.sign(&keys);
        assert!(!right.is_signed(&keys, &id, &signature));
    }
}
