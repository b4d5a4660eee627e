//! The schema, step by step, for SQLite and PostgreSQL.
//!
//! A step is SQL text with a few words in braces for the types in which the two databases
//! differ (see [`dialect`]). Steps that have landed are never edited: a change is a new step. It
//! is taken whole or not at all, and it carries the data along: a fixture of each schema that has
//! landed, in `tests/fixtures/schema`, is brought up by a test. A new step brings its own:
//!
//! ```text
//! cargo test --test product -- --ignored write_the_fixture_of_the_newest_schema
//! ```

mod append_only;
mod dialect;
mod steps;
mod whole;

pub use sea_orm_migration::MigratorTrait;

use sea_orm_migration::MigrationTrait;

/// Runs the steps in order, up or down.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        let whole = |step| Box::new(whole::Whole(step)) as Box<dyn MigrationTrait>;
        steps::all().into_iter().map(whole).collect()
    }
}
