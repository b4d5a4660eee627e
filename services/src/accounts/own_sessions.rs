//! Where somebody is signed in, and ending that from afar. An ended session is gone with its
//! row: its next request is that of a visitor.

use chrono::{DateTime, Utc};
use domain::access::{self, Action, Relation};
use domain::ids::AccountId;
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter};
use uuid::Uuid;

use super::{SessionHash, own_event, queries};
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::keys::{Keys, Purpose};
use crate::store::entity::session;

/// The most sessions that are listed, the last used first.
const MOST: i64 = 50;
/// The bytes of a handle.
const HANDLE: usize = 16;

/// One sign-in that has not ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnSession {
    /// What it is called on pages. From it nobody finds the id, nor the key of the row.
    pub handle: String,
    /// What the browser called itself.
    pub user_agent: String,
    /// When the sign-in was.
    pub began: DateTime<Utc>,
    /// When it was last used, to within five minutes.
    pub last_used: DateTime<Utc>,
    /// Whether it is the one that asks.
    pub this: bool,
}

/// The sign-ins of the actor's account; `current` is the one that asks.
///
/// # Errors
/// `NotFound` for a visitor; else from the store.
pub async fn of(
    context: &RequestContext,
    current: Option<SessionHash>,
) -> Result<Vec<OwnSession>, ServiceError> {
    let account = own_account(context)?;
    let rows = rows(context, account).await?;
    let keys = &context.platform.keys;
    let list = rows.into_iter().map(|row| OwnSession {
        handle: handle(keys, &row.session_hash),
        this: current.is_some_and(|hash| hash.as_bytes()[..] == row.session_hash[..]),
        user_agent: row.user_agent,
        began: row.created_at,
        last_used: row.last_seen_at,
    });
    Ok(list.collect())
}

/// Ends the session that pages call `handle`, when it is one of the actor's. Whether it was:
/// nothing tells one that has ended from one that is somebody else's.
///
/// # Errors
/// `NotFound` for a visitor; else from the store.
pub async fn end(context: &RequestContext, handle: &str) -> Result<bool, ServiceError> {
    let account = own_account(context)?;
    let keys = &context.platform.keys;
    let rows = rows(context, account).await?;
    let Some(row) = rows
        .into_iter()
        .find(|row| self::handle(keys, &row.session_hash) == handle)
    else {
        return Ok(false);
    };
    let transaction = context.platform.database.begin().await?;
    let done = session::Entity::delete_by_id(row.session_hash)
        .exec(&transaction)
        .await?;
    if done.rows_affected > 0 {
        own_event::write(
            &transaction,
            context,
            Action::ManageSessions,
            "session_ended",
        )
        .await?;
    }
    transaction.commit().await?;
    Ok(done.rows_affected > 0)
}

/// Ends every session of the actor but `current`; how many there were.
///
/// # Errors
/// `NotFound` for a visitor and where it is not known which session asks; else from the store.
pub async fn end_others(
    context: &RequestContext,
    current: Option<SessionHash>,
) -> Result<u64, ServiceError> {
    let current = current.ok_or(ServiceError::NotFound)?;
    remove(context, Some(current), "other_sessions_ended").await
}

/// Ends every session of the actor, this one too; how many there were.
///
/// # Errors
/// `NotFound` for a visitor; else from the store.
pub async fn end_all(context: &RequestContext) -> Result<u64, ServiceError> {
    remove(context, None, "all_sessions_ended").await
}

async fn remove(
    context: &RequestContext,
    but: Option<SessionHash>,
    object_kind: &str,
) -> Result<u64, ServiceError> {
    let account = own_account(context)?;
    let mut all =
        session::Entity::delete_many().filter(session::Column::AccountId.eq(Uuid::from(account)));
    if let Some(but) = but {
        all = all.filter(session::Column::SessionHash.ne(but.as_bytes().to_vec()));
    }
    let transaction = context.platform.database.begin().await?;
    let done = all.exec(&transaction).await?;
    if done.rows_affected > 0 {
        own_event::write(&transaction, context, Action::ManageSessions, object_kind).await?;
    }
    transaction.commit().await?;
    Ok(done.rows_affected)
}

fn own_account(context: &RequestContext) -> Result<AccountId, ServiceError> {
    let allowed = access::may(context.actor.role, Relation::Nobody, Action::ManageSessions);
    context
        .actor
        .account
        .filter(|_| allowed)
        .ok_or(ServiceError::NotFound)
}

async fn rows(
    context: &RequestContext,
    account: AccountId,
) -> Result<Vec<SessionRow>, ServiceError> {
    let values = [
        Uuid::from(account).into(),
        context.now.timestamp().into(),
        MOST.into(),
    ];
    let reader = &context.platform.database.reader;
    Ok(queries::SESSIONS.all(reader, values).await?)
}

fn handle(keys: &Keys, hash: &[u8]) -> String {
    let tag = keys.tag(Purpose::Token, "session-handle", hash);
    hex::encode(tag.get(..HANDLE).unwrap_or_default())
}

#[derive(FromQueryResult)]
struct SessionRow {
    session_hash: Vec<u8>,
    user_agent: String,
    created_at: DateTime<Utc>,
    last_seen_at: DateTime<Utc>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handle_depends_on_the_key_and_the_session() {
        let keys = Keys::from_master(b"only for this test, nothing else");
        let other = Keys::from_master(b"another one, for this test alone");
        let one = handle(&keys, &[1; 32]);
        assert_eq!(one.len(), 2 * HANDLE);
        assert_eq!(one, handle(&keys, &[1; 32]));
        assert_ne!(one, handle(&keys, &[2; 32]));
        assert_ne!(one, handle(&other, &[1; 32]));
        assert!(!one.contains(&hex::encode([1; 8])));
    }
}
