//! One certificate, as its holder sees it.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Action;
use domain::identifiers::CertificateCode;
use domain::ids::{CertificateId, PersonId};
use uuid::Uuid;

use super::{Facts, Shown, State, queries, seal};
use crate::authorise::{self, Object};
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::store::entity::certificate;

/// One certificate with everything that it says.
#[derive(Clone, Debug)]
pub struct Certificate {
    /// Which one.
    pub id: CertificateId,
    /// The code by which it is checked.
    pub code: CertificateCode,
    /// What it says.
    pub facts: Facts,
    /// When it was issued.
    pub issued_at: DateTime<Utc>,
    /// Its last day.
    pub expires_on: NaiveDate,
    /// The id of the key that signed it.
    pub key_id: String,
    /// How it stands today.
    pub state: State,
    /// When its holder withdrew it.
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// What a check shows.
    pub shown: Shown,
    /// How often it was checked.
    pub checks: i64,
    /// When last.
    pub last_checked_on: Option<NaiveDate>,
}

/// One that nobody may rely on: its text does not open, or is not as it was signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Which one.
    pub id: CertificateId,
    /// When it was issued, as the row has it.
    pub issued_at: DateTime<Utc>,
    /// How it stands today.
    pub state: State,
}

/// What stands under the id of a certificate.
#[derive(Clone, Debug)]
pub enum Found {
    /// A certificate as it was signed.
    Readable(Box<Certificate>),
    /// One that can neither be shown nor checked.
    Unreadable(Unreadable),
}

impl Found {
    /// How it stands today.
    #[must_use]
    pub fn state(&self) -> State {
        match self {
            Self::Readable(certificate) => certificate.state,
            Self::Unreadable(unreadable) => unreadable.state,
        }
    }

    /// The certificate, when it can be read.
    #[must_use]
    pub fn readable(self) -> Option<Certificate> {
        match self {
            Self::Readable(certificate) => Some(*certificate),
            Self::Unreadable(_) => None,
        }
    }
}

/// The certificate `id` of `person`.
///
/// # Errors
/// `NotFound` for anybody but that person, and when they have no such certificate.
pub async fn of(
    context: &RequestContext,
    person: PersonId,
    id: CertificateId,
) -> Result<Found, ServiceError> {
    let authorised =
        authorise::person(context, person, Action::ReadCertificates, Object::Person).await?;
    let platform = &context.platform;
    let values = [
        Uuid::from(authorised.person()).into(),
        Uuid::from(id).into(),
    ];
    let row: Option<certificate::Model> =
        queries::ONE.one(&platform.database.reader, values).await?;
    let row = row.ok_or(ServiceError::NotFound)?;
    let state = State::of(&row, context.today());
    let Some(opened) = seal::read(context, &row) else {
        return Ok(Found::Unreadable(Unreadable {
            id,
            issued_at: row.issued_at,
            state,
        }));
    };
    Ok(Found::Readable(Box::new(Certificate {
        id,
        state,
        shown: Shown::of(&row),
        code: opened.code,
        facts: opened.facts,
        issued_at: row.issued_at,
        expires_on: row.expires_on,
        key_id: row.key_id,
        withdrawn_at: row.withdrawn_at,
        checks: row.checks,
        last_checked_on: row.last_checked_on,
    })))
}
