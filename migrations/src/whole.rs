//! A step is taken whole or not at all, on both databases.

use sea_orm_migration::prelude::*;

/// A step in a transaction of its own. Without it SQLite, which would take schema changes back
/// as well as PostgreSQL does, gets none.
pub(crate) struct Whole(pub(crate) Box<dyn MigrationTrait>);

impl MigrationName for Whole {
    fn name(&self) -> &str {
        self.0.name()
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Whole {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        self.0.up(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        self.0.down(manager).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
