//! Sign-ins that have come back: each may be used once.

use chrono::{DateTime, Duration, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter};
use sha2::{Digest, Sha256};

use crate::error::ServiceError;
use crate::store::Database;
use crate::store::entity::used_sign_in;

/// So long after its start a sign-in may come back. Older people need their time.
pub const LIFETIME: Duration = Duration::minutes(20);

/// Uses up the sign-in with this `state`. `false` when it was used before.
///
/// Only sign-ins that come back leave a row: a visitor who presses the button and turns away
/// leaves none.
///
/// # Errors
/// Whatever the store says.
pub async fn use_up(
    database: &Database,
    state: &str,
    now: DateTime<Utc>,
) -> Result<bool, ServiceError> {
    let row = used_sign_in::ActiveModel {
        state_hash: Set(Sha256::digest(state.as_bytes()).to_vec()),
        expires_at: Set((now + LIFETIME + LIFETIME).timestamp()),
    };
    let added = used_sign_in::Entity::insert(row)
        .on_conflict(
            OnConflict::column(used_sign_in::Column::StateHash)
                .do_nothing()
                .to_owned(),
        )
        .exec_without_returning(&database.writer)
        .await?;
    Ok(added > 0)
}

/// Deletes the rows of sign-ins that could not come back any more anyway; how many there were.
///
/// # Errors
/// Whatever the store says.
pub async fn remove_expired(database: &Database, now: DateTime<Utc>) -> Result<u64, DbErr> {
    let done = used_sign_in::Entity::delete_many()
        .filter(used_sign_in::Column::ExpiresAt.lte(now.timestamp()))
        .exec(&database.writer)
        .await?;
    Ok(done.rows_affected)
}
