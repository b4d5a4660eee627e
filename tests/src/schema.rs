//! What a database itself says of its tables.

use sea_orm::{ConnectionTrait, DbBackend, QueryResult, Statement};
use services::store::Database;

/// The first four cells of each row that `sql` answers, as texts.
///
/// # Panics
/// When the database refuses the statement.
pub async fn texts(database: &Database, sql: &str) -> Vec<[String; 4]> {
    let statement = Statement::from_string(database.backend(), sql);
    let rows = database.writer.query_all_raw(statement).await.expect(sql);
    let cell = |row: &QueryResult, at| row.try_get_by_index(at).unwrap_or_default();
    rows.iter()
        .map(|row| [0, 1, 2, 3].map(|at| cell(row, at)))
        .collect()
}

/// The names of all tables but those of the database's own keeping, in order.
///
/// # Panics
/// When the database does not answer.
pub async fn table_names(database: &Database) -> Vec<String> {
    let sql = match database.backend() {
        DbBackend::Sqlite => "SELECT name FROM sqlite_master WHERE type = 'table'",
        _ => "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public'",
    };
    let rows = texts(database, sql).await;
    let mut names: Vec<String> = rows.into_iter().map(|[name, ..]| name).collect();
    names.retain(|name| name != "seaql_migrations" && !name.starts_with("sqlite_"));
    names.sort();
    names
}

/// The names of the columns of `table`.
///
/// # Panics
/// When the database does not answer.
pub async fn column_names(database: &Database, table: &str) -> Vec<String> {
    let sql = match database.backend() {
        DbBackend::Sqlite => format!("SELECT name FROM pragma_table_info('{table}')"),
        _ => format!(
            "SELECT column_name::text FROM information_schema.columns \
             WHERE table_schema = 'public' AND table_name = '{table}'"
        ),
    };
    let rows = texts(database, &sql).await;
    rows.into_iter().map(|[name, ..]| name).collect()
}

/// How many rows `table` has.
///
/// # Panics
/// When there is no such table.
pub async fn count(database: &Database, table: &str) -> u64 {
    let sql = format!("SELECT COUNT(*) FROM {table}");
    let statement = Statement::from_string(database.backend(), &sql);
    let row = database.writer.query_one_raw(statement).await.expect(&sql);
    let count: i64 = row
        .and_then(|row| row.try_get_by_index(0).ok())
        .expect("a count");
    u64::try_from(count).expect("a count")
}
