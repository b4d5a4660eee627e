//! What only one of the databases says or can: all of it in this file, so that everything else
//! is SQL that both understand.

use std::path::Path;

use sea_orm::{
    AccessMode, ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, IsolationLevel,
    SqliteTransactionMode, Statement, TransactionOptions, Value,
};

use super::begin::begin;
use super::{ConnectOptions, Database, open};

/// The store as it is at one moment, while others go on reading and writing.
pub enum Snapshot {
    /// A copy in a file of its own.
    Copy(Database),
    /// A transaction that sees nothing of what others commit.
    Transaction(DatabaseTransaction),
}

/// Takes a snapshot of `database`; a copy lies in `folder`, which must be nobody else's.
///
/// # Errors
/// From the store or the disk.
pub async fn snapshot(database: &Database, folder: &Path) -> Result<Snapshot, DbErr> {
    let reader = &database.reader;
    if database.backend() == DbBackend::Sqlite {
        let copy = folder.join("snapshot.db").display().to_string();
        let (sql, place) = ("VACUUM INTO $1", [Value::from(copy.clone())]);
        let statement = Statement::from_sql_and_values(DbBackend::Sqlite, sql, place);
        reader.execute_raw(statement).await?;
        let copy = open(&ConnectOptions::new(format!("sqlite://{copy}"))).await?;
        return Ok(Snapshot::Copy(copy));
    }
    let options = TransactionOptions {
        isolation_level: Some(IsolationLevel::RepeatableRead),
        access_mode: Some(AccessMode::ReadOnly),
        ..TransactionOptions::default()
    };
    Ok(Snapshot::Transaction(begin(reader, options).await?))
}

/// What a database says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Health {
    /// Whether it finds itself whole.
    pub good: bool,
    /// A sentence for the operator.
    pub said: String,
}

/// Asks the database how it is: SQLite reads its file, PostgreSQL names its version.
///
/// # Errors
/// From the store.
pub async fn health(connection: &impl ConnectionTrait) -> Result<Health, DbErr> {
    let backend = connection.get_database_backend();
    let sqlite = backend == DbBackend::Sqlite;
    let sql = if sqlite {
        "PRAGMA quick_check"
    } else {
        "SELECT version()"
    };
    let statement = Statement::from_string(backend, sql);
    let row = connection.query_one_raw(statement).await?;
    let answer: Option<String> = row.and_then(|row| row.try_get_by_index(0).ok());
    let answer = answer.unwrap_or_default();
    Ok(if sqlite {
        Health {
            good: answer == "ok",
            said: format!("SQLite says: {answer}"),
        }
    } else {
        Health {
            good: true,
            said: answer,
        }
    })
}

/// Begins a transaction that behaves as if it ran alone: SQLite's one writer, `SERIALIZABLE` on
/// PostgreSQL.
///
/// # Errors
/// From the store.
pub(super) async fn begin_alone(database: &Database) -> Result<DatabaseTransaction, DbErr> {
    let serializable = database.backend() == DbBackend::Postgres;
    let options = TransactionOptions {
        isolation_level: serializable.then_some(IsolationLevel::Serializable),
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    };
    begin(&database.writer, options).await
}

/// Appends the place of the parameter with this `number`, counted from 1, to `sql`.
pub(super) fn push_place(sql: &mut String, backend: DbBackend, number: usize) {
    if backend == DbBackend::Sqlite {
        // Numbered names cost SQLite a search through all of them for each.
        sql.push('?');
    } else {
        sql.push('$');
        sql.push_str(&number.to_string());
    }
}

/// Whether a database that says `code` is away, full or held by another, and no fault of the
/// statement. PostgreSQL's codes have five characters: connections that break (class 08), lack of
/// resources (53), a server that stops, starts or lost its disk (57P, 58), one that only reads
/// since another took over (25006). SQLite's are numbers whose low byte is the kind: busy, locked,
/// a disk that fails or is full, a file that cannot be opened.
pub(crate) fn is_away(code: &str) -> bool {
    if code.len() == 5 {
        let away = ["08", "53", "57P", "58"];
        return code == "25006" || away.iter().any(|class| code.starts_with(class));
    }
    let number = code.parse::<u32>().ok();
    number.is_some_and(|number| matches!(number & 0xff, 5 | 6 | 10 | 13 | 14))
}

#[cfg(test)]
mod tests {
    use super::is_away;

    #[test]
    fn what_passes_by_itself_is_told_from_what_is_wrong() {
        for away in [
            "08006", "53300", "57P01", "57P03", "58030", "25006", "5", "6", "261", "13", "2570",
        ] {
            assert!(is_away(away), "{away}");
        }
        for wrong in [
            "23505", "40001", "42P01", "22001", "1", "19", "2067", "1555", "",
        ] {
            assert!(!is_away(wrong), "{wrong}");
        }
    }
}
