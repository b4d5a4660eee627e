//! Turns a step's SQL into the dialect of the database at hand.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend};

/// What each word in braces means on SQLite and on PostgreSQL.
const WORDS: &[(&str, &str, &str)] = &[
    ("{id}", "BLOB", "UUID"),
    ("{bytes}", "BLOB", "BYTEA"),
    ("{day}", "TEXT", "DATE"),
    ("{instant}", "TEXT", "TIMESTAMPTZ"),
    ("{money}", "BIGINT", "BIGINT"),
    ("{int}", "INTEGER", "INTEGER"),
    ("{big}", "BIGINT", "BIGINT"),
    ("{bool}", "BOOLEAN", "BOOLEAN"),
    // Compared byte by byte, so that what begins alike lies together whatever the locale.
    ("{key}", "TEXT", "TEXT COLLATE \"C\""),
    // The last day before the eighteenth birthday of a row `person`. SQLite counts 29 February on
    // to 1 March by itself.
    (
        "{last_day_of_minority}",
        "date(person.birth_date, '+18 years', '-1 day')",
        "((person.birth_date + INTERVAL '18 years')::date \
         - CASE WHEN to_char(person.birth_date, 'MMDD') = '0229' THEN 0 ELSE 1 END)",
    ),
    // Bytes as hexadecimal digits, and back: around what is turned.
    ("{digits of}", "hex(", "encode("),
    ("{bytes of}", "unhex(", "decode("),
    ("{in hex}", ")", ", 'hex')"),
    // Rows of one owner lie side by side on the disk.
    ("{clustered}", " WITHOUT ROWID", ""),
];

/// Runs `sql`, statement by statement (they are divided by `;` at a line's end).
///
/// # Errors
/// Whatever the database says of a statement.
pub(crate) async fn run(manager: &SchemaManager<'_>, sql: &str) -> Result<(), DbErr> {
    let database = manager.get_connection();
    let sqlite = database.get_database_backend() == DbBackend::Sqlite;
    let mut text = sql.to_owned();
    for (word, on_sqlite, on_postgres) in WORDS {
        text = text.replace(word, if sqlite { on_sqlite } else { on_postgres });
    }
    for statement in text.split(";\n").map(str::trim).filter(|s| !s.is_empty()) {
        database
            .execute_unprepared(statement.trim_end_matches(';'))
            .await?;
    }
    Ok(())
}
