//! The schema, step by step, for SQLite and PostgreSQL.
//!
//! A step is SQL text with a few words in braces for the types in which the two databases
//! differ (see [`dialect`]). Steps that have landed are never edited: a change is a new step.

mod dialect;
mod steps;

pub use sea_orm_migration::MigratorTrait;

use sea_orm_migration::MigrationTrait;

/// Runs the steps in order, up or down.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        steps::all()
    }
}
