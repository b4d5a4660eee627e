//! The certificates that a person has issued.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Action;
use domain::ids::{CertificateId, PersonId};
use uuid::Uuid;

use super::{Shown, State, queries, seal};
use crate::authorise::{self, Object};
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::store::entity::certificate;

/// How many certificates one page shows.
pub const PAGE_SIZE: usize = 20;

/// One page of the list.
#[derive(Clone, Debug)]
pub struct List {
    /// The certificates, the newest first.
    pub certificates: Vec<Entry>,
    /// Before which one the next page begins; `None` when this is the last.
    pub next: Option<CertificateId>,
}

/// One certificate of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which one.
    pub id: CertificateId,
    /// When it was issued.
    pub issued_at: DateTime<Utc>,
    /// Its last day.
    pub expires_on: NaiveDate,
    /// How it stands today.
    pub state: State,
    /// What a check shows.
    pub shown: Shown,
    /// Whether its text opens and is as it was signed; else it can neither be shown nor checked.
    pub readable: bool,
    /// How often it was checked.
    pub checks: i64,
    /// When last.
    pub last_checked_on: Option<NaiveDate>,
}

/// The certificates of `person`, those issued before `before` where there is one.
///
/// # Errors
/// `NotFound` for anybody but that person.
pub async fn of(
    context: &RequestContext,
    person: PersonId,
    before: Option<CertificateId>,
) -> Result<List, ServiceError> {
    let authorised =
        authorise::person(context, person, Action::ReadCertificates, Object::Person).await?;
    let values = [
        Uuid::from(authorised.person()).into(),
        before.map_or(Uuid::max(), Uuid::from).into(),
        i64::try_from(PAGE_SIZE + 1).unwrap_or(i64::MAX).into(),
    ];
    let reader = &context.platform.database.reader;
    let rows: Vec<certificate::Model> = queries::LIST.all(reader, values).await?;
    let more = rows.len() > PAGE_SIZE;
    let today = context.today();
    let shown = rows.iter().take(PAGE_SIZE);
    let certificates: Vec<Entry> = shown.map(|row| entry(context, row, today)).collect();
    let next = certificates.last().filter(|_| more).map(|last| last.id);
    Ok(List { certificates, next })
}

fn entry(context: &RequestContext, row: &certificate::Model, today: NaiveDate) -> Entry {
    Entry {
        readable: seal::read(context, row).is_some(),
        id: row.certificate_id.into(),
        issued_at: row.issued_at,
        expires_on: row.expires_on,
        state: State::of(row, today),
        shown: Shown::of(row),
        checks: row.checks,
        last_checked_on: row.last_checked_on,
    }
}
