//! Sign-ins that have come back from the provider, so that none does twice.

use sea_orm_migration::prelude::*;

use crate::dialect;

const UP: &str = "
CREATE TABLE used_sign_in (
  state_hash {bytes} NOT NULL PRIMARY KEY,
  expires_at {big} NOT NULL
);
CREATE INDEX used_sign_in_expires ON used_sign_in (expires_at);
";

const DOWN: &str = "
DROP TABLE used_sign_in;
";

/// Sign-ins that have come back from the provider, so that none does twice.
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
