//! Many rows in few statements: for the demonstration, imports and restores.

use sea_orm::{
    ConnectionTrait, DbBackend, DbErr, EntityTrait, Iden, Iterable, ModelTrait, Statement, Value,
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
    let columns: Vec<E::Column> = E::Column::iter().collect();
    let names: Vec<String> = columns
        .iter()
        .map(|column| column.unquoted().to_owned())
        .collect();
    let mut written = 0;
    for chunk in rows.chunks(MOST_ROWS) {
        let values = chunk
            .iter()
            .flat_map(|row| columns.iter().map(|column| row.get(*column)))
            .collect();
        written += insert_values(
            connection,
            E::default().table_name(),
            &names,
            values,
            on_conflict,
        )
        .await?;
    }
    Ok(written)
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
    if values.is_empty() {
        return Ok(0);
    }
    let backend = connection.get_database_backend();
    let rows = values.len() / columns.len().max(1);
    let sql = text(backend, table, columns, rows, on_conflict);
    let done = connection
        .execute_raw(Statement::from_sql_and_values(backend, sql, values))
        .await?;
    Ok(done.rows_affected())
}

fn text(
    backend: DbBackend,
    table: &str,
    columns: &[String],
    rows: usize,
    on_conflict: OnConflict,
) -> String {
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
    if on_conflict == OnConflict::Keep {
        sql.push_str(" ON CONFLICT DO NOTHING");
    }
    sql
}
