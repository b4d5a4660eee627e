//! The audit trail, append-only, and the seals that chain it.

use sea_orm_migration::prelude::*;

use crate::{append_only, dialect};

const UP: &str = "
CREATE TABLE audit_event (
  subject_id {id} NOT NULL,
  event_id {id} NOT NULL,
  occurred_at {instant} NOT NULL,
  account_id {id},
  actor_name TEXT NOT NULL,
  role TEXT NOT NULL,
  relation TEXT NOT NULL,
  action TEXT NOT NULL,
  object_kind TEXT NOT NULL,
  object_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  request_id TEXT NOT NULL,
  PRIMARY KEY (subject_id, event_id)
){clustered};
CREATE INDEX audit_event_order ON audit_event (event_id);
CREATE TABLE audit_seal (
  position {big} NOT NULL PRIMARY KEY,
  event_id {id} NOT NULL,
  chain_hash {bytes} NOT NULL
);
CREATE UNIQUE INDEX audit_seal_event ON audit_seal (event_id);
CREATE TABLE audit_head (
  position {big} NOT NULL PRIMARY KEY,
  chain_hash {bytes} NOT NULL,
  key_id TEXT NOT NULL,
  signature {bytes} NOT NULL,
  sealed_at {instant} NOT NULL
);
";

const DOWN: &str = "
DROP TABLE audit_head;
DROP TABLE audit_seal;
DROP TABLE audit_event;
";

/// The audit trail, append-only, and the seals that chain it.
#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, UP).await?;
        for table in ["audit_event", "audit_seal", "audit_head"] {
            append_only::refuse_change(manager, table).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, DOWN).await
    }
}
