//! Sessions that ended by themselves: their rows stay for a day, so that a form which comes too
//! late can wait with them for the next sign-in of the same account. They let nobody in.

use chrono::{DateTime, Duration, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};

use super::SessionHash;
use crate::store::Database;
use crate::store::entity::session;

/// So long after its end the row of a session stays.
pub const REMEMBERED: Duration = Duration::hours(24);

/// The row of the session with this hash, when it ended by itself and not long before `now`.
/// Whoever signed out has left none.
///
/// # Errors
/// Whatever the store says.
pub async fn find(
    database: &Database,
    hash: SessionHash,
    now: DateTime<Utc>,
) -> Result<Option<session::Model>, DbErr> {
    session::Entity::find_by_id(hash.as_bytes().to_vec())
        .filter(session::Column::ExpiresAt.lte(now.timestamp()))
        .filter(session::Column::ExpiresAt.gt((now - REMEMBERED).timestamp()))
        .one(&database.reader)
        .await
}

/// Replaces what is kept with an ended session; `false` when its row is gone.
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
        .filter(session::Column::ExpiresAt.lte(now.timestamp()))
        .exec(&database.writer)
        .await?;
    Ok(done.rows_affected > 0)
}

/// Deletes the rows of sessions that ended more than [`REMEMBERED`] before `now`; how many there
/// were.
///
/// # Errors
/// Whatever the store says.
pub async fn remove_old(database: &Database, now: DateTime<Utc>) -> Result<u64, DbErr> {
    let done = session::Entity::delete_many()
        .filter(session::Column::ExpiresAt.lte((now - REMEMBERED).timestamp()))
        .exec(&database.writer)
        .await?;
    Ok(done.rows_affected)
}
