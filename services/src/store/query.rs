//! The statements that pages run, written once as SQL that both databases understand.
//!
//! Each has a name and stands in [`ALL`], so that a test can read its plan on both databases
//! and refuse a full scan. Parameters are `$1`, `$2` …

use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Statement, Value};

/// One statement that pages run.
#[derive(Clone, Copy, Debug)]
pub struct Query {
    /// What it is called in the test of plans.
    pub name: &'static str,
    /// The statement.
    pub sql: &'static str,
}

impl Query {
    /// Names a statement.
    #[must_use]
    pub const fn new(name: &'static str, sql: &'static str) -> Self {
        Self { name, sql }
    }

    /// All rows.
    ///
    /// # Errors
    /// Whatever the store says.
    pub async fn all<T: FromQueryResult>(
        &self,
        connection: &impl ConnectionTrait,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<T>, DbErr> {
        let backend = connection.get_database_backend();
        let statement = Statement::from_sql_and_values(backend, self.sql, values);
        T::find_by_statement(statement).all(connection).await
    }

    /// The first row, if there is one.
    ///
    /// # Errors
    /// Whatever the store says.
    pub async fn one<T: FromQueryResult>(
        &self,
        connection: &impl ConnectionTrait,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Option<T>, DbErr> {
        let backend = connection.get_database_backend();
        let statement = Statement::from_sql_and_values(backend, self.sql, values);
        T::find_by_statement(statement).one(connection).await
    }
}
