//! The beginning of a transaction, which nobody can give up half-way.

use sea_orm::{
    DatabaseConnection, DatabaseTransaction, DbErr, TransactionOptions, TransactionTrait,
};

/// Begins a transaction on a connection of `pool`, wholly or not at all.
///
/// Whoever stops waiting in the midst of `BEGIN`, such as a request that takes too long, would
/// leave PostgreSQL's connection in a transaction that the driver does not know of: the pool hands
/// it on, and what the next one writes is never committed. So it is done beside the caller; what
/// was begun for nobody is rolled back at once.
///
/// # Errors
/// When no connection can be had in time.
pub(super) async fn begin(
    pool: &DatabaseConnection,
    options: TransactionOptions,
) -> Result<DatabaseTransaction, DbErr> {
    let pool = pool.clone();
    let begun = tokio::spawn(async move { pool.begin_with_options(options).await });
    begun
        .await
        .map_err(|error| DbErr::Custom(error.to_string()))?
}
