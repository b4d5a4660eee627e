//! The store: SQLite by default, PostgreSQL in production, one code for both.

mod begin;
pub mod bulk;
mod connect;
mod day;
pub mod dialect;
pub mod entity;
pub mod query;
pub mod tables;
mod write;

use sea_orm::{
    DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, SqliteTransactionMode,
    TransactionOptions,
};

pub use connect::{ConnectOptions, open};
pub(crate) use day::Day;
pub use query::Query;

/// Connections to one database: one pool that reads, one that writes.
///
/// On SQLite the writing pool holds a single connection, so writers queue instead of colliding;
/// on PostgreSQL both are the same pool.
#[derive(Clone, Debug)]
pub struct Database {
    /// For statements that change nothing.
    pub reader: DatabaseConnection,
    /// For transactions that write.
    pub writer: DatabaseConnection,
}

impl Database {
    /// Begins a transaction that may write (`BEGIN IMMEDIATE` on SQLite). Dropped without a
    /// commit it rolls back.
    ///
    /// # Errors
    /// When no connection can be had in time.
    pub async fn begin(&self) -> Result<DatabaseTransaction, DbErr> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        begin::begin(&self.writer, options).await
    }

    /// Which database this is.
    #[must_use]
    pub fn backend(&self) -> DbBackend {
        self.reader.get_database_backend()
    }
}

/// Every statement that pages and jobs run, area by area, for the test of plans.
#[must_use]
pub fn registered_queries() -> Vec<&'static Query> {
    [
        crate::looks::queries::ALL,
        crate::accounts::queries::ALL,
        crate::consents::queries::ALL,
        crate::drugs::queries::ALL,
        crate::institutions::queries::ALL,
        crate::certificates::queries::ALL,
        crate::policies::queries::ALL,
        crate::publishing::queries::ALL,
        crate::parameters::queries::ALL,
        crate::replay::queries::ALL,
        crate::resident::queries::ALL,
        crate::enquiries::queries::ALL,
        crate::messages::queries::ALL,
        crate::jobs::queries::ALL,
        crate::family::queries::ALL,
        crate::trail::queries::ALL,
    ]
    .concat()
}
