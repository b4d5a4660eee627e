//! Who a session belongs to: the one statement that every signed-in request runs first.

use chrono::{DateTime, Utc};
use domain::access::Role;
use domain::ids::{AccountId, PersonId};
use sea_orm::{ConnectionTrait, DbErr, QueryResult, Statement, Value};
use uuid::Uuid;

use super::SessionHash;
use super::hat::{self, Hat};
use crate::context::{Actor, day_in_china};
use crate::error::{InLog, ServiceError};
use crate::store::Database;

/// The statement: session, account and roles in force, one row a role. No row means that nobody
/// is signed in: unknown, timed out, or an account without a role in force. With it comes how many
/// messages wait, counted to a hundred at most, so that it costs the same however many there are.
pub const STATEMENT: &str = "SELECT s.created_at, s.last_seen_at, s.expires_at, a.account_id, \
     a.person_id, a.display_name, a.elder_mode, r.role, r.scope, s.acting_role, \
     (SELECT COUNT(*) FROM (SELECT 1 AS one FROM message m WHERE m.person_id = a.person_id \
      AND m.read_at IS NULL LIMIT 100) AS waiting) AS unread \
     FROM session s \
     JOIN account a ON a.account_id = s.account_id \
     JOIN account_role r ON r.account_id = a.account_id \
     WHERE s.session_hash = $1 AND s.expires_at > $2 \
     AND r.valid_from <= $3 AND (r.valid_until IS NULL OR r.valid_until >= $3)";

/// A role that an account holds today.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RoleInForce {
    /// The role.
    pub role: Role,
    /// Where it holds: the id of an employer or institution; empty for everywhere.
    pub scope: String,
}

/// What a request may want to know of its session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionFacts {
    /// The key of its row.
    pub hash: SessionHash,
    /// When the sign-in was.
    pub created_at: DateTime<Utc>,
    /// When it was last used, to within five minutes.
    pub last_seen_at: DateTime<Utc>,
    /// When it ends unless it is used, in seconds since 1970.
    pub expires_at: i64,
    /// Every role in force, in the order of [`Role::ALL`].
    pub roles: Vec<RoleInForce>,
    /// In which of them the session acts.
    pub hat: Hat,
    /// Whether the account asks for elder mode.
    pub elder_mode: bool,
    /// How many messages the person has not read; 100 stands for that many or more.
    pub unread: u8,
}

impl SessionFacts {
    /// The roles in force without their scopes, each once; the first is the acting one.
    #[must_use]
    pub fn held(&self) -> Vec<Role> {
        let mut held: Vec<Role> = self.roles.iter().map(|held| held.role).collect();
        held.dedup();
        held.sort_by_key(|role| *role != self.hat.role);
        held
    }
}

/// Somebody who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// Who acts, in the role that the session was last told.
    pub actor: Actor,
    /// Their session.
    pub session: SessionFacts,
}

/// Finds who is signed in with the session `hash` at `now`, in one statement.
///
/// # Errors
/// `Unavailable` when the store cannot be asked, whatever the cause: a broken store never means
/// "signed out".
pub async fn by_session(
    database: &Database,
    hash: SessionHash,
    now: DateTime<Utc>,
) -> Result<Option<SignedIn>, ServiceError> {
    let reader = &database.reader;
    let statement = Statement::from_sql_and_values(
        reader.get_database_backend(),
        STATEMENT,
        [
            Value::from(hash.as_bytes().to_vec()),
            Value::from(now.timestamp()),
            Value::from(day_in_china(now)),
        ],
    );
    let rows = reader.query_all_raw(statement).await.map_err(away)?;
    signed_in(hash, &rows).map_err(away)
}

fn away(error: DbErr) -> ServiceError {
    tracing::error!(error = error.in_log(), "the session store cannot be asked");
    ServiceError::Unavailable("sessions")
}

fn signed_in(hash: SessionHash, rows: &[QueryResult]) -> Result<Option<SignedIn>, DbErr> {
    let Some(first) = rows.first() else {
        return Ok(None);
    };
    let mut roles = Vec::with_capacity(rows.len());
    for row in rows {
        let code: String = row.try_get_by_index(7)?;
        if let Some(role) = Role::from_code(&code) {
            let scope = row.try_get_by_index(8)?;
            roles.push(RoleInForce { role, scope });
        }
    }
    roles.sort_unstable();
    let worn: String = first.try_get_by_index(9)?;
    let Some(hat) = hat::of_session(&worn, roles.iter().map(|held| held.role)) else {
        return Ok(None);
    };
    // An office hat has no messages: they are the insured person's.
    let unread = match hat.role {
        Role::Resident => first.try_get_by_index::<i64>(10)?,
        _ => 0,
    };
    let unread = u8::try_from(unread).unwrap_or(u8::MAX);
    let account: Uuid = first.try_get_by_index(3)?;
    let person: Option<Uuid> = first.try_get_by_index(4)?;
    Ok(Some(SignedIn {
        actor: Actor::signed_in(
            AccountId::from(account),
            person.map(PersonId::from),
            hat.role,
            first.try_get_by_index(5)?,
        ),
        session: SessionFacts {
            hash,
            created_at: first.try_get_by_index(0)?,
            last_seen_at: first.try_get_by_index(1)?,
            expires_at: first.try_get_by_index(2)?,
            roles,
            hat,
            elder_mode: first.try_get_by_index(6)?,
            unread,
        },
    }))
}
