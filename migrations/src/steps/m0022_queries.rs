//! Queries about settlements: what somebody asks the agency, with both calculations as they were
//! then, and what became of it.

use sea_orm_migration::prelude::*;

use crate::append_only::{self, Key};
use crate::dialect;

const UP: &str = "
CREATE TABLE settlement_query (
  person_id {id} NOT NULL REFERENCES person (person_id),
  query_id {id} NOT NULL,
  number TEXT NOT NULL,
  settlement_id {id} NOT NULL,
  words_cipher {bytes} NOT NULL,
  outcome TEXT NOT NULL,
  parameter_set_id TEXT NOT NULL,
  recorded TEXT NOT NULL,
  recomputed TEXT NOT NULL,
  sent_at {instant} NOT NULL,
  PRIMARY KEY (person_id, query_id),
  FOREIGN KEY (person_id, settlement_id) REFERENCES settlement (person_id, settlement_id)
){clustered};
CREATE UNIQUE INDEX settlement_query_number ON settlement_query (number);
CREATE TABLE settlement_query_step (
  person_id {id} NOT NULL,
  query_id {id} NOT NULL,
  step {int} NOT NULL,
  state TEXT NOT NULL,
  answer_cipher {bytes},
  happened_at {instant} NOT NULL,
  PRIMARY KEY (person_id, query_id, step),
  FOREIGN KEY (person_id, query_id) REFERENCES settlement_query (person_id, query_id)
){clustered};
CREATE TABLE settlement_query_open (
  query_id {id} NOT NULL,
  person_id {id} NOT NULL,
  PRIMARY KEY (query_id, person_id),
  FOREIGN KEY (person_id, query_id) REFERENCES settlement_query (person_id, query_id)
){clustered};
CREATE INDEX settlement_query_open_person ON settlement_query_open (person_id);
";

const DOWN: &str = "
DROP TABLE settlement_query_open;
DROP TABLE settlement_query_step;
DROP TABLE settlement_query;
";

/// Each table whose rows nobody changes, with everything that no two of them share.
const TABLES: [(&str, &[Key]); 2] = [
    (
        "settlement_query",
        &[&["person_id", "query_id"], &["number"]],
    ),
    (
        "settlement_query_step",
        &[&["person_id", "query_id", "step"]],
    ),
];

/// Queries about settlements.
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
