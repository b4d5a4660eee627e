//! Changes that behave as if each ran alone.

use std::time::Duration;

use sea_orm::{DatabaseTransaction, DbErr, RuntimeErr, sqlx};

use super::{Database, dialect};
use crate::error::ServiceError;

/// How often a change is tried before its failure is told.
const ATTEMPTS: u32 = 10;
/// How much longer each attempt waits than the one before.
const PAUSE: Duration = Duration::from_millis(10);
/// What PostgreSQL says when a change lost against another: serialisation failure, deadlock,
/// and a key that another wrote after this one looked for it.
const LOST: [&str; 3] = ["40001", "40P01", "23505"];

impl Database {
    /// Begins a transaction and hands it to `change`, which reads, writes and commits. What it
    /// reads through the transaction cannot change before the commit: on SQLite because writers
    /// queue, on PostgreSQL because the transaction is `SERIALIZABLE`. Where it loses against
    /// another there, `change` is called again with a new transaction; it must read everything
    /// again and do nothing else that cannot be done twice.
    ///
    /// Changes are safe from each other when all of them that touch the same rows come through
    /// here.
    ///
    /// # Errors
    /// What `change` says; else from the store. A change that lost ten times says so.
    pub async fn write<T, F>(
        &self,
        mut change: impl FnMut(DatabaseTransaction) -> F,
    ) -> Result<T, ServiceError>
    where
        F: Future<Output = Result<T, ServiceError>>,
    {
        let mut attempt = 1;
        loop {
            let transaction = dialect::begin_alone(self).await?;
            match change(transaction).await {
                Err(error) if attempt < ATTEMPTS && has_lost(&error) => {
                    tracing::debug!(attempt, "a change lost against another and runs again");
                    tokio::time::sleep(PAUSE * attempt).await;
                    attempt += 1;
                }
                outcome => return outcome,
            }
        }
    }
}

/// Whether the same change may succeed when it is tried again.
fn has_lost(error: &ServiceError) -> bool {
    let ServiceError::Internal(cause) = error else {
        return false;
    };
    let Some(
        DbErr::Exec(RuntimeErr::SqlxError(error)) | DbErr::Query(RuntimeErr::SqlxError(error)),
    ) = cause.downcast_ref::<DbErr>()
    else {
        return false;
    };
    let sqlx::Error::Database(error) = error.as_ref() else {
        return false;
    };
    error
        .code()
        .is_some_and(|code| LOST.contains(&code.as_ref()))
}
