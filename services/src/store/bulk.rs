//! Many rows in few statements: for the demonstration, imports and restores.

use sea_orm::{
    ConnectionTrait, DbBackend, DbErr, EntityTrait, Iden, Iterable, ModelTrait, PrimaryKeyToColumn,
    Statement, Value,
};

use super::dialect;

/// The most rows of one statement. More gain nothing and cost memory.
const MOST_ROWS: usize = 250;

/// What happens to a row whose key is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnConflict {
    /// The statement fails.
    Fail,
    /// The row that is there stays as it is.
    Keep,
}

impl OnConflict {
    const fn text(self) -> &'static str {
        match self {
            Self::Fail => "",
            Self::Keep => " ON CONFLICT DO NOTHING",
        }
    }
}

/// Inserts `rows`. Statements of equal length share one text, so that the driver prepares it
/// once.
///
/// # Errors
/// Whatever the store says.
pub async fn insert<E>(
    connection: &impl ConnectionTrait,
    rows: &[E::Model],
    on_conflict: OnConflict,
) -> Result<u64, DbErr>
where
    E: EntityTrait,
    E::Model: ModelTrait<Entity = E>,
{
    insert_rows::<E>(connection, rows, on_conflict.text()).await
}

/// Inserts `rows`; where a row of the same primary key is there, it gets the new values. No two
/// of `rows` may have the same key.
///
/// # Errors
/// Whatever the store says.
pub async fn replace<E>(connection: &impl ConnectionTrait, rows: &[E::Model]) -> Result<u64, DbErr>
where
    E: EntityTrait,
    E::Model: ModelTrait<Entity = E>,
{
    let key: Vec<String> = E::PrimaryKey::iter()
        .map(|key| key.into_column().unquoted().to_owned())
        .collect();
    let set: Vec<String> = names::<E>()
        .iter()
        .filter(|name| !key.contains(name))
        .map(|name| format!("{name} = excluded.{name}"))
        .collect();
    let (key, set) = (key.join(", "), set.join(", "));
    let tail = format!(" ON CONFLICT ({key}) DO UPDATE SET {set}");
    insert_rows::<E>(connection, rows, &tail).await
}

async fn insert_rows<E>(
    connection: &impl ConnectionTrait,
    rows: &[E::Model],
    tail: &str,
) -> Result<u64, DbErr>
where
    E: EntityTrait,
    E::Model: ModelTrait<Entity = E>,
{
    let names = names::<E>();
    let mut written = 0;
    for chunk in rows.chunks(MOST_ROWS) {
        let values = chunk
            .iter()
            .flat_map(|row| E::Column::iter().map(|column| row.get(column)))
            .collect();
        written += run(connection, E::default().table_name(), &names, values, tail).await?;
    }
    Ok(written)
}

fn names<E: EntityTrait>() -> Vec<String> {
    E::Column::iter()
        .map(|column| column.unquoted().to_owned())
        .collect()
}

/// Inserts `values`, row by row in the order of `columns`, in one statement.
///
/// # Errors
/// Whatever the store says.
pub async fn insert_values(
    connection: &impl ConnectionTrait,
    table: &str,
    columns: &[String],
    values: Vec<Value>,
    on_conflict: OnConflict,
) -> Result<u64, DbErr> {
    run(connection, table, columns, values, on_conflict.text()).await
}

async fn run(
    connection: &impl ConnectionTrait,
    table: &str,
    columns: &[String],
    values: Vec<Value>,
    tail: &str,
) -> Result<u64, DbErr> {
    if values.is_empty() {
        return Ok(0);
    }
    let backend = connection.get_database_backend();
    let rows = values.len() / columns.len().max(1);
    let sql = text(backend, table, columns, rows, tail);
    let done = connection
        .execute_raw(Statement::from_sql_and_values(backend, sql, values))
        .await?;
    Ok(done.rows_affected())
}

fn text(backend: DbBackend, table: &str, columns: &[String], rows: usize, tail: &str) -> String {
    let mut sql = String::with_capacity(64 + columns.len() * (12 + rows * 6));
    sql.push_str("INSERT INTO ");
    sql.push_str(table);
    sql.push_str(" (");
    sql.push_str(&columns.join(", "));
    sql.push_str(") VALUES ");
    let mut number = 0;
    for row in 0..rows {
        sql.push_str(if row == 0 { "(" } else { ", (" });
        for column in 0..columns.len() {
            if column > 0 {
                sql.push(',');
            }
            number += 1;
            dialect::push_place(&mut sql, backend, number);
        }
        sql.push(')');
    }
    sql.push_str(tail);
    sql
}
