//! Tables whose rows nobody changes or removes, because the database itself refuses it.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend};

/// Refuses `UPDATE` and `DELETE`.
///
/// # Errors
/// Whatever the database says of the trigger.
pub(crate) async fn refuse_change(manager: &SchemaManager<'_>, table: &str) -> Result<(), DbErr> {
    let database = manager.get_connection();
    if is_sqlite(manager) {
        for event in ["UPDATE", "DELETE"] {
            let trigger = format!(
                "CREATE TRIGGER {table}_no_{event} BEFORE {event} ON {table} \
                 BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            );
            database.execute_unprepared(&trigger).await?;
        }
        return Ok(());
    }
    let refuse = "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS \
                  $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$";
    database.execute_unprepared(refuse).await?;
    let trigger = format!(
        "CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} \
         FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    );
    database.execute_unprepared(&trigger).await?;
    Ok(())
}

/// Takes [`refuse_change`] back, for a table that stays.
///
/// # Errors
/// Whatever the database says of the trigger.
pub(crate) async fn allow_change(manager: &SchemaManager<'_>, table: &str) -> Result<(), DbErr> {
    let triggers = if is_sqlite(manager) {
        vec![
            format!("DROP TRIGGER {table}_no_UPDATE"),
            format!("DROP TRIGGER {table}_no_DELETE"),
        ]
    } else {
        vec![format!("DROP TRIGGER {table}_append_only ON {table}")]
    };
    run(manager, &triggers).await
}

/// Takes away what the triggers call, after the last of them.
///
/// # Errors
/// Whatever the database says, above all when a trigger still calls it.
pub(crate) async fn forget(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    if is_sqlite(manager) {
        return Ok(());
    }
    run(manager, &["DROP FUNCTION refuse_change()".to_owned()]).await
}

fn is_sqlite(manager: &SchemaManager<'_>) -> bool {
    manager.get_database_backend() == DbBackend::Sqlite
}

async fn run(manager: &SchemaManager<'_>, statements: &[String]) -> Result<(), DbErr> {
    for statement in statements {
        let database = manager.get_connection();
        database.execute_unprepared(statement).await?;
    }
    Ok(())
}
