//! Messages to people, background jobs and resumable imports.

use sea_orm_migration::prelude::*;

use crate::dialect;

const UP: &str = "
CREATE TABLE message (
  person_id {id} NOT NULL REFERENCES person (person_id),
  message_id {id} NOT NULL,
  template TEXT NOT NULL,
  parameters TEXT NOT NULL,
  created_at {instant} NOT NULL,
  read_at {instant},
  PRIMARY KEY (person_id, message_id)
){clustered};
CREATE TABLE job (
  job_id {id} NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  state TEXT NOT NULL,
  attempts {int} NOT NULL,
  run_after {instant} NOT NULL,
  leased_until {instant}
);
CREATE INDEX job_due ON job (state, run_after);
CREATE TABLE import_run (
  kind TEXT NOT NULL,
  file_hash {bytes} NOT NULL,
  phase TEXT NOT NULL,
  position {big} NOT NULL,
  accepted {big} NOT NULL,
  refused {big} NOT NULL,
  updated_at {instant} NOT NULL,
  PRIMARY KEY (kind, file_hash)
);
";

const DOWN: &str = "
DROP TABLE import_run;
DROP TABLE job;
DROP TABLE message;
";

/// Messages to people, background jobs and resumable imports.
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
