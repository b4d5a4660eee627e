//! The telephone of an institution, for those who ask before they go.

use sea_orm_migration::prelude::*;

use crate::dialect;

const UP: &str = "
ALTER TABLE institution ADD COLUMN telephone TEXT NOT NULL DEFAULT '';
";

const DOWN: &str = "
ALTER TABLE institution DROP COLUMN telephone;
";

/// The telephone.
#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, DOWN).await
    }
}
