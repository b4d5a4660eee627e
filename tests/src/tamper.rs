//! A settlement changed behind the product's back.

use sea_orm::{ConnectionTrait, DbBackend};
use services::Platform;
use uuid::Uuid;

/// Changes a settlement, as somebody with all rights on the database could. `what` is what stands
/// after `SET`.
///
/// # Panics
/// When the store refuses it, or has no such settlement.
pub async fn tamper(platform: &Platform, id: Uuid, what: &str) {
    let database = &platform.database;
    let (guard, id) = match database.backend() {
        DbBackend::Sqlite => (
            "DROP TRIGGER IF EXISTS settlement_no_UPDATE",
            format!("X'{}'", id.simple()),
        ),
        _ => (
            "DROP TRIGGER IF EXISTS settlement_append_only ON settlement",
            format!("'{id}'"),
        ),
    };
    let change = format!("UPDATE settlement SET {what} WHERE settlement_id = {id}");
    let unguarded = database.writer.execute_unprepared(guard).await;
    unguarded.expect("the guard goes");
    let done = database.writer.execute_unprepared(&change).await;
    assert_eq!(done.expect("a clumsy hand").rows_affected(), 1, "{change}");
}
