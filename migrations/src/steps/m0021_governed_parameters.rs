//! Benefit parameters are drafted, tried, reviewed and released by different people.
//!
//! A draft has a table of its own, so that nothing that reads `parameter_set` can come upon one.
//! How a set came to be, and how it ended, is written step by step and never changed.

use sea_orm_migration::prelude::*;

use crate::{append_only, dialect};

const STEPS: &str = "parameter_step";

const UP: &str = "
CREATE TABLE parameter_draft (
  parameter_set_id TEXT NOT NULL PRIMARY KEY,
  region_code TEXT NOT NULL,
  valid_from {day} NOT NULL,
  valid_until {day},
  state TEXT NOT NULL,
  typed TEXT NOT NULL,
  body TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  changed_at {instant} NOT NULL
);
CREATE INDEX parameter_draft_open ON parameter_draft (region_code, valid_from, parameter_set_id)
  WHERE state IN ('drafted', 'simulated', 'reviewed');
CREATE TABLE parameter_step (
  parameter_set_id TEXT NOT NULL,
  step {int} NOT NULL,
  state TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  account_id {id},
  person_id {id},
  actor_name TEXT NOT NULL,
  role TEXT NOT NULL,
  note TEXT NOT NULL,
  happened_at {instant} NOT NULL,
  PRIMARY KEY (parameter_set_id, step)
){clustered};
CREATE TABLE parameter_release (
  parameter_set_id TEXT NOT NULL PRIMARY KEY REFERENCES parameter_set (parameter_set_id),
  predecessor_id TEXT,
  predecessor_until {day},
  told_from {money} NOT NULL,
  radar_state TEXT NOT NULL,
  looked_at {big} NOT NULL,
  told {big} NOT NULL,
  radar_ended_at {instant}
);
CREATE TABLE parameter_simulation (
  run_id {id} NOT NULL PRIMARY KEY,
  parameter_set_id TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  state TEXT NOT NULL,
  wanted {big} NOT NULL,
  replayed {big} NOT NULL,
  plan TEXT NOT NULL,
  tally TEXT NOT NULL,
  account_id {id},
  actor_name TEXT NOT NULL,
  asked_at {instant} NOT NULL,
  ended_at {instant}
);
CREATE INDEX parameter_simulation_of ON parameter_simulation (parameter_set_id, run_id);
CREATE INDEX parameter_set_turn ON parameter_set (state, valid_from);
CREATE INDEX settlement_by_place ON settlement (region_code, benefit_year, person_id, settlement_id);
";

const DOWN: &str = "
DROP INDEX settlement_by_place;
DROP INDEX parameter_set_turn;
DROP TABLE parameter_simulation;
DROP TABLE parameter_release;
DROP TABLE parameter_step;
DROP TABLE parameter_draft;
";

/// Drafts, their steps, releases and simulations.
#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, UP).await?;
        append_only::refuse_change(manager, STEPS).await?;
        append_only::refuse_replacement(manager, STEPS, &[&["parameter_set_id", "step"]]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, DOWN).await
    }
}
