//! Tables whose rows nobody changes or removes, because the database itself refuses it.
//!
//! A table that is made from now on calls [`refuse_change`] and [`refuse_replacement`].

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend};

/// A list of columns of which no two rows have the same values.
pub(crate) type Key = &'static [&'static str];

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

/// Refuses `UPDATE`, but for one that does what `but` says of the rows `OLD` and `NEW`, and `DELETE`.
///
/// # Errors
/// Whatever the database says of the triggers.
pub(crate) async fn refuse_change_but(
    manager: &SchemaManager<'_>,
    table: &str,
    but: &str,
) -> Result<(), DbErr> {
    let triggers = if is_sqlite(manager) {
        let refuse = format!("BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END");
        [
            format!(
                "CREATE TRIGGER {table}_no_UPDATE BEFORE UPDATE ON {table} \
                 WHEN NOT ({but}) {refuse}"
            ),
            format!("CREATE TRIGGER {table}_no_DELETE BEFORE DELETE ON {table} {refuse}"),
        ]
    } else {
        let refuse = "EXECUTE FUNCTION refuse_change()";
        [
            format!(
                "CREATE TRIGGER {table}_changed_once BEFORE UPDATE ON {table} \
                 FOR EACH ROW WHEN (NOT ({but})) {refuse}"
            ),
            format!(
                "CREATE TRIGGER {table}_append_only BEFORE DELETE ON {table} \
                 FOR EACH ROW {refuse}"
            ),
        ]
    };
    run(manager, &triggers).await
}

/// Takes [`refuse_change_but`] back, for a table that stays.
///
/// # Errors
/// Whatever the database says of the triggers.
pub(crate) async fn allow_change_but(
    manager: &SchemaManager<'_>,
    table: &str,
) -> Result<(), DbErr> {
    allow_change(manager, table).await?;
    if is_sqlite(manager) {
        return Ok(());
    }
    run(
        manager,
        &[format!("DROP TRIGGER {table}_changed_once ON {table}")],
    )
    .await
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

/// Refuses what gets past [`refuse_change`]: on PostgreSQL `TRUNCATE`, on SQLite `REPLACE`, which
/// removes the rows that share one of `keys` with the new one without a word to the triggers.
///
/// On SQLite a row whose key is there is refused before `ON CONFLICT` is looked at, so that
/// `DO NOTHING` is an error too.
///
/// # Errors
/// Whatever the database says of the trigger.
pub(crate) async fn refuse_replacement(
    manager: &SchemaManager<'_>,
    table: &str,
    keys: &[Key],
) -> Result<(), DbErr> {
    if !is_sqlite(manager) {
        let trigger = format!(
            "CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} \
             FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        );
        return run(manager, &[trigger]).await;
    }
    let there = |key: &Key| {
        let same: Vec<String> = key
            .iter()
            .map(|name| format!("{name} = NEW.{name}"))
            .collect();
        format!(
            "EXISTS (SELECT 1 FROM {table} WHERE {})",
            same.join(" AND ")
        )
    };
    let there: Vec<String> = keys.iter().map(there).collect();
    let trigger = format!(
        "CREATE TRIGGER {table}_no_REPLACE BEFORE INSERT ON {table} WHEN {} \
         BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
        there.join(" OR ")
    );
    run(manager, &[trigger]).await
}

/// Takes [`refuse_replacement`] back.
///
/// # Errors
/// Whatever the database says of the trigger.
pub(crate) async fn allow_replacement(
    manager: &SchemaManager<'_>,
    table: &str,
) -> Result<(), DbErr> {
    let trigger = if is_sqlite(manager) {
        format!("DROP TRIGGER {table}_no_REPLACE")
    } else {
        format!("DROP TRIGGER {table}_no_truncate ON {table}")
    };
    run(manager, &[trigger]).await
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
