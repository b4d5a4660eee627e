//! What people agreed to, what they reported about looks at their data, and the ways to both.

use sea_orm_migration::prelude::*;

use crate::append_only::{self, Key};
use crate::dialect;

const UP: &str = "
CREATE TABLE consent (
  person_id {id} NOT NULL REFERENCES person (person_id),
  purpose TEXT NOT NULL,
  place {int} NOT NULL,
  act TEXT NOT NULL,
  text_version {int} NOT NULL,
  channel TEXT NOT NULL,
  given_by TEXT NOT NULL,
  recorded_at {instant} NOT NULL,
  PRIMARY KEY (person_id, purpose, place)
){clustered};
CREATE TABLE access_report (
  person_id {id} NOT NULL REFERENCES person (person_id),
  event_id {id} NOT NULL,
  number TEXT NOT NULL,
  reason TEXT NOT NULL,
  note_cipher {bytes},
  reported_at {instant} NOT NULL,
  PRIMARY KEY (person_id, event_id)
){clustered};
CREATE UNIQUE INDEX access_report_number ON access_report (number);
CREATE TABLE access_report_step (
  person_id {id} NOT NULL,
  event_id {id} NOT NULL,
  step {int} NOT NULL,
  state TEXT NOT NULL,
  answer TEXT NOT NULL,
  happened_at {instant} NOT NULL,
  PRIMARY KEY (person_id, event_id, step),
  FOREIGN KEY (person_id, event_id) REFERENCES access_report (person_id, event_id)
){clustered};
CREATE INDEX audit_event_by_others ON audit_event (subject_id, event_id)
  WHERE relation <> 'oneself' OR action = 'export_person';
CREATE INDEX account_person ON account (person_id);
";

const DOWN: &str = "
DROP INDEX account_person;
DROP INDEX audit_event_by_others;
DROP TABLE access_report_step;
DROP TABLE access_report;
DROP TABLE consent;
";

/// Each table with everything that no two of its rows share.
const TABLES: [(&str, &[Key]); 3] = [
    ("consent", &[&["person_id", "purpose", "place"]]),
    ("access_report", &[&["person_id", "event_id"], &["number"]]),
    ("access_report_step", &[&["person_id", "event_id", "step"]]),
];

/// Consents, reports about looks, and the ways to both.
#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, UP).await?;
        for (table, keys) in TABLES {
            append_only::refuse_change(manager, table).await?;
            append_only::refuse_replacement(manager, table, keys).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, DOWN).await
    }
}
