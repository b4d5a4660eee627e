//! Employers.

use sea_orm_migration::prelude::*;

use crate::dialect;

const UP: &str = "
CREATE TABLE employer (
  employer_id {id} NOT NULL PRIMARY KEY,
  credit_code_cipher {bytes} NOT NULL,
  credit_code_index {bytes} NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  region_code TEXT NOT NULL,
  state TEXT NOT NULL,
  created_at {instant} NOT NULL
);
CREATE UNIQUE INDEX employer_credit_code_index ON employer (credit_code_index);
";

const DOWN: &str = "
DROP TABLE employer;
";

/// Employers.
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
