//! Whether the trail is sealed and stands as it was sealed.

use chrono::{DateTime, TimeDelta, Utc};
use domain::access::Action;
use sea_orm::{FromQueryResult, Value};
use uuid::Uuid;

use super::filter::older_than;
use super::{note, number, queries};
use crate::authorise;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::sealing::{Fault, Newest, newest};

/// How many of the newest seals a check reads.
pub const MOST_CHECKED: u32 = 10_000;
/// An event is sealed within a second; after so long something is wrong.
const PATIENCE: TimeDelta = TimeDelta::minutes(1);
/// How many of an account's own events are looked through for its last check.
const LOOKED_THROUGH: usize = 500;
/// Faults that are written down with a check; of more only their number.
const MOST_FAULTS: usize = 10;

/// The state of the seals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seals {
    /// The newest signed head; `None` before the first.
    pub head: Option<HeadState>,
    /// The newest event that should have been sealed long ago, when it has not.
    pub late: Option<Late>,
    /// The last check that this account made, when it was not long ago.
    pub check: Option<Check>,
}

/// A signed head: how far the trail is sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadState {
    /// How many events are sealed.
    pub position: i64,
    /// The hash of the last seal, in hexadecimal: to be compared with one kept elsewhere.
    pub hash: String,
    /// The short name of the key that signed it.
    pub key: String,
    /// When it was signed.
    pub at: DateTime<Utc>,
}

/// An event without a seal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Late {
    /// When it happened.
    pub since: DateTime<Utc>,
}

/// A check of the newest seals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// When it was made.
    pub at: DateTime<Utc>,
    /// What it found.
    pub found: Found,
}

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The first position that was read; 0 when there was none.
    pub first: i64,
    /// The last one.
    pub last: i64,
    /// How many things are not as they were sealed.
    pub faults: usize,
    /// The first few of them: a code and a position.
    pub named: Vec<(String, i64)>,
}

impl Found {
    /// As the trail tells of it: `1-900`, or `1-900 2 changed:17 missing:20`.
    fn written(&self) -> String {
        let mut text = format!("{}-{}", self.first, self.last);
        if self.faults > 0 {
            text.push_str(&format!(" {}", self.faults));
        }
        for (code, position) in &self.named {
            text.push_str(&format!(" {code}:{position}"));
        }
        text
    }

    fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let (first, last) = parts.next()?.split_once('-')?;
        let faults = parts.next().map_or(Some(0), |count| count.parse().ok())?;
        let named = parts.map(|part| {
            let (code, position) = part.split_once(':')?;
            Some((code.to_owned(), position.parse().ok()?))
        });
        Some(Self {
            first: first.parse().ok()?,
            last: last.parse().ok()?,
            faults,
            named: named.collect::<Option<_>>()?,
        })
    }
}

impl From<Newest> for Found {
    fn from(newest: Newest) -> Self {
        let named = newest.faults.iter().take(MOST_FAULTS).map(|fault| {
            let (code, position) = name(fault);
            (code.to_owned(), position)
        });
        Self {
            first: newest.first,
            last: newest.last,
            faults: newest.faults.len(),
            named: named.collect(),
        }
    }
}

const fn name(fault: &Fault) -> (&'static str, i64) {
    match fault {
        Fault::Changed(position, _) => ("changed", *position),
        Fault::Missing(position, _) => ("missing", *position),
        Fault::Reordered(position, _) => ("reordered", *position),
        Fault::SealMissing(position) => ("seal_missing", *position),
        Fault::Truncated { last, .. } => ("truncated", *last),
        Fault::HeadDiffers(position) => ("head_differs", *position),
        Fault::WrongSignature(position) => ("wrong_signature", *position),
        Fault::OtherKey(position) => ("other_key", *position),
        Fault::Unsigned(position) => ("unsigned", *position),
    }
}

/// The state of the seals.
///
/// # Errors
/// `NotFound` for everybody but auditors; else from the store.
pub async fn seals(context: &RequestContext) -> Result<Seals, ServiceError> {
    authorise::office(context, Action::ReadAudit)?;
    note(context, Action::ReadAudit, "audit_seals", "").await?;
    context.platform.whole_trail().await?;
    let reader = &context.platform.database.reader;
    let head: Option<HeadRow> = queries::HEAD.one(reader, []).await?;
    let due = older_than(context.now, PATIENCE);
    let newest: Option<DueRow> = queries::SEALED_BEFORE.one(reader, [due.into()]).await?;
    let late = newest
        .filter(|event| event.position.is_none())
        .map(|event| Late {
            since: event.occurred_at,
        });
    Ok(Seals {
        head: head.map(HeadState::from),
        late,
        check: last_check(context).await?,
    })
}

async fn last_check(context: &RequestContext) -> Result<Option<Check>, ServiceError> {
    let Some(account) = context.actor.account else {
        return Ok(None);
    };
    let values: [Value; 3] = [
        Uuid::from(account).into(),
        Action::CheckAudit.code().into(),
        number(LOOKED_THROUGH).into(),
    ];
    let reader = &context.platform.database.reader;
    let row: Option<CheckRow> = queries::LAST_CHECK.one(reader, values).await?;
    Ok(row.and_then(|row| {
        let found = Found::read(&row.object_id)?;
        Some(Check {
            at: row.occurred_at,
            found,
        })
    }))
}

/// Checks the newest seals, and writes into the trail what was found.
///
/// # Errors
/// `NotFound` for everybody but auditors; else from the store.
pub async fn check(context: &RequestContext) -> Result<Found, ServiceError> {
    authorise::office(context, Action::CheckAudit)?;
    let found = Found::from(newest(&context.platform, MOST_CHECKED).await?);
    note(context, Action::CheckAudit, "audit_seals", &found.written()).await?;
    Ok(found)
}

#[derive(FromQueryResult)]
struct HeadRow {
    position: i64,
    chain_hash: Vec<u8>,
    key_id: String,
    sealed_at: DateTime<Utc>,
}

impl From<HeadRow> for HeadState {
    fn from(row: HeadRow) -> Self {
        Self {
            position: row.position,
            hash: hex::encode(row.chain_hash),
            key: row.key_id,
            at: row.sealed_at,
        }
    }
}

#[derive(FromQueryResult)]
struct DueRow {
    occurred_at: DateTime<Utc>,
    position: Option<i64>,
}

#[derive(FromQueryResult)]
struct CheckRow {
    occurred_at: DateTime<Utc>,
    object_id: String,
}

#[cfg(test)]
mod tests {
    use super::Found;

    #[test]
    fn what_was_found_is_read_as_it_was_written() {
        let found = |faults, named: &[(&str, i64)]| Found {
            first: 5,
            last: 900,
            faults,
            named: named
                .iter()
                .map(|(code, at)| ((*code).to_owned(), *at))
                .collect(),
        };
        for (one, text) in [
            (found(0, &[]), "5-900"),
            (found(2, &[("changed", 17)]), "5-900 2 changed:17"),
        ] {
            assert_eq!(one.written(), text);
            assert_eq!(Found::read(text), Some(one));
        }
        for broken in ["", "5", "5-", "5-9 x", "5-9 1 changed"] {
            assert_eq!(Found::read(broken), None, "{broken}");
        }
    }
}
