//! The rows of sessions. A row is found by the hash of the session's id only, so that whoever
//! reads the table cannot sign in with it.

use std::fmt;

use chrono::{DateTime, Duration, Utc};
use domain::ids::AccountId;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::SessionFacts;
use crate::store::Database;
use crate::store::entity::session;

/// After so much silence a session ends (ASVS 5.0, 7.3.1).
pub const IDLE: Duration = Duration::minutes(30);
/// So long after the sign-in it ends in any case (ASVS 5.0, 7.3.2).
pub const ABSOLUTE: Duration = Duration::hours(8);
/// Use is written down at most so often, so that reading pages does not mean writing rows.
pub const TOUCH_AFTER: Duration = Duration::minutes(5);
/// So long before its end the person is asked whether they are still there.
pub const WARNING: Duration = Duration::minutes(5);
/// No time-out may come sooner: elder mode promises it, and nobody is worse off.
pub const LEAST_PATIENCE: Duration = Duration::minutes(20);

const USER_AGENT_CHARACTERS: usize = 200;

/// SHA-256 of a session's id: the key of its row.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct SessionHash([u8; 32]);

impl SessionHash {
    /// The hash of the session with this id.
    #[must_use]
    pub fn of(id: &[u8; 16]) -> Self {
        Self(Sha256::digest(id).into())
    }

    /// The bytes, as they are stored.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for SessionHash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("SessionHash(…)")
    }
}

/// A session about to begin.
pub struct NewSession {
    /// The key of its row.
    pub hash: SessionHash,
    /// Whose it is.
    pub account: AccountId,
    /// What the server keeps with it, sealed.
    pub data: Vec<u8>,
    /// What the browser calls itself; cut to 200 characters.
    pub user_agent: String,
}

/// The instant, in seconds since 1970, at which a session begun at `created_at` and used at
/// `now` ends unless it is used again.
#[must_use]
pub fn expiry(created_at: DateTime<Utc>, now: DateTime<Utc>) -> i64 {
    (now + IDLE).min(created_at + ABSOLUTE).timestamp()
}

/// Writes a new session through `connection`, the transaction of the admission that it begins with.
///
/// # Errors
/// A broken unique rule when another session has this hash already; else whatever the store says.
pub async fn insert(
    connection: &impl ConnectionTrait,
    new: NewSession,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = session::ActiveModel {
        session_hash: Set(new.hash.as_bytes().to_vec()),
        account_id: Set(Some(Uuid::from(new.account))),
        data: Set(new.data),
        user_agent: Set(new.user_agent.chars().take(USER_AGENT_CHARACTERS).collect()),
        created_at: Set(now),
        last_seen_at: Set(now),
        expires_at: Set(expiry(now, now)),
    };
    session::Entity::insert(row)
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

/// The session with this hash, unless it ended before `now`.
///
/// # Errors
/// Whatever the store says.
pub async fn find(
    database: &Database,
    hash: SessionHash,
    now: DateTime<Utc>,
) -> Result<Option<session::Model>, DbErr> {
    session::Entity::find_by_id(hash.as_bytes().to_vec())
        .filter(session::Column::ExpiresAt.gt(now.timestamp()))
        .one(&database.reader)
        .await
}

/// Replaces what the server keeps with a session. `false` when there is no such session any
/// more: a session that was ended never comes back.
///
/// # Errors
/// Whatever the store says.
pub async fn replace_data(
    database: &Database,
    hash: SessionHash,
    data: Vec<u8>,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let done = session::Entity::update_many()
        .col_expr(session::Column::Data, Expr::value(data))
        .filter(session::Column::SessionHash.eq(hash.as_bytes().to_vec()))
        .filter(session::Column::ExpiresAt.gt(now.timestamp()))
        .exec(&database.writer)
        .await?;
    Ok(done.rows_affected > 0)
}

/// When a session ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    /// The instant, in seconds since 1970.
    pub at: i64,
    /// Whether no use puts it off any more.
    pub is_final: bool,
}

/// When the session ends after its use at `now`, unless it is used again.
#[must_use]
pub fn end_after_use(facts: &SessionFacts, now: DateTime<Utc>) -> End {
    let at = if wants_touch(facts, now) {
        expiry(facts.created_at, now)
    } else {
        facts.expires_at
    };
    End {
        at,
        is_final: at >= (facts.created_at + ABSOLUTE).timestamp(),
    }
}

/// Whether the use of a session at `now` is to be written down.
#[must_use]
pub fn wants_touch(facts: &SessionFacts, now: DateTime<Utc>) -> bool {
    now - facts.last_seen_at >= TOUCH_AFTER
}

/// Writes down that the session was used at `now`, which puts off its end. Of several requests
/// that want to at once, one does.
///
/// # Errors
/// Whatever the store says.
pub async fn touch(
    database: &Database,
    facts: &SessionFacts,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    session::Entity::update_many()
        .col_expr(session::Column::LastSeenAt, Expr::value(now))
        .col_expr(
            session::Column::ExpiresAt,
            Expr::value(expiry(facts.created_at, now)),
        )
        .filter(session::Column::SessionHash.eq(facts.hash.as_bytes().to_vec()))
        .filter(session::Column::ExpiresAt.eq(facts.expires_at))
        .exec(&database.writer)
        .await?;
    Ok(())
}

/// Ends a session; `false` when it has ended already.
///
/// # Errors
/// Whatever the store says.
pub async fn remove(connection: &impl ConnectionTrait, hash: SessionHash) -> Result<bool, DbErr> {
    let done = session::Entity::delete_by_id(hash.as_bytes().to_vec())
        .exec(connection)
        .await?;
    Ok(done.rows_affected > 0)
}

/// Ends every session of an account; how many there were.
///
/// # Errors
/// Whatever the store says.
pub async fn remove_all_of(database: &Database, account: AccountId) -> Result<u64, DbErr> {
    let done = session::Entity::delete_many()
        .filter(session::Column::AccountId.eq(Uuid::from(account)))
        .exec(&database.writer)
        .await?;
    Ok(done.rows_affected)
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Duration};

    use super::super::attempts;
    use super::{ABSOLUTE, IDLE, LEAST_PATIENCE, TOUCH_AFTER, WARNING, expiry};

    #[test]
    fn nobody_is_hurried() {
        // Use just after it was written down is written down five minutes later.
        assert!(IDLE - TOUCH_AFTER >= LEAST_PATIENCE);
        assert!(attempts::LIFETIME >= LEAST_PATIENCE);
        assert!(WARNING >= Duration::minutes(2), "there is time to answer");
        // When the warning comes the last use has been written down so long ago that the answer
        // is written down too.
        assert!(IDLE - WARNING >= TOUCH_AFTER);
    }

    #[test]
    fn use_puts_off_the_end_but_never_past_the_absolute_one() {
        let created = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        assert_eq!(expiry(created, created), (created + IDLE).timestamp());
        let late = created + ABSOLUTE - Duration::minutes(10);
        assert_eq!(expiry(created, late), (created + ABSOLUTE).timestamp());
    }
}
