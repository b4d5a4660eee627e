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
    let change = format!("UPDATE settlement SET {what} WHERE settlement_id = {{id}}");
    change_one(platform, "settlement", &change, id).await;
}

/// The same with the item `line_no` of a settlement.
///
/// # Panics
/// When the store refuses it, or has no such item.
pub async fn tamper_item(platform: &Platform, id: Uuid, line_no: i32, what: &str) {
    let change = format!(
        "UPDATE settlement_line SET {what} WHERE settlement_id = {{id}} AND line_no = {line_no}"
    );
    change_one(platform, "settlement_line", &change, id).await;
}

/// Takes the item `line_no` of a settlement away.
///
/// # Panics
/// As [`tamper_item`].
pub async fn remove_item(platform: &Platform, id: Uuid, line_no: i32) {
    let change =
        format!("DELETE FROM settlement_line WHERE settlement_id = {{id}} AND line_no = {line_no}");
    change_one(platform, "settlement_line", &change, id).await;
}

/// Runs `change`, in which `{id}` stands for the settlement, without the guard of `table`.
async fn change_one(platform: &Platform, table: &str, change: &str, id: Uuid) {
    let database = &platform.database;
    let (guards, id) = match database.backend() {
        DbBackend::Sqlite => (
            vec![
                format!("DROP TRIGGER IF EXISTS {table}_no_UPDATE"),
                format!("DROP TRIGGER IF EXISTS {table}_no_DELETE"),
            ],
            format!("X'{}'", id.simple()),
        ),
        _ => (
            vec![format!(
                "DROP TRIGGER IF EXISTS {table}_append_only ON {table}"
            )],
            format!("'{id}'"),
        ),
    };
    for guard in guards {
        let unguarded = database.writer.execute_unprepared(&guard).await;
        unguarded.expect("the guard goes");
    }
    let change = change.replace("{id}", &id);
    let done = database.writer.execute_unprepared(&change).await;
    assert_eq!(done.expect("a clumsy hand").rows_affected(), 1, "{change}");
}
