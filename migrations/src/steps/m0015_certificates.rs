//! Certificates of insurance that people issue to show to others.

use sea_orm_migration::prelude::*;

use crate::dialect;

const UP: &str = "
CREATE TABLE certificate (
  person_id {id} NOT NULL REFERENCES person (person_id),
  certificate_id {id} NOT NULL,
  code_index {bytes} NOT NULL,
  code_cipher {bytes} NOT NULL,
  facts_cipher {bytes} NOT NULL,
  issued_at {instant} NOT NULL,
  expires_on {day} NOT NULL,
  key_id TEXT NOT NULL,
  signature {bytes} NOT NULL,
  identity_until {day},
  scheme_until {day},
  region_until {day},
  periods_until {day},
  later_until {day},
  withdrawn_at {instant},
  checks {big} NOT NULL CHECK (checks >= 0),
  last_checked_on {day},
  PRIMARY KEY (person_id, certificate_id)
){clustered};
CREATE UNIQUE INDEX certificate_code ON certificate (code_index);
";

const DOWN: &str = "
DROP TABLE certificate;
";

/// Certificates of insurance that people issue to show to others.
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
