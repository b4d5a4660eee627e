//! Accounts, their roles, sessions and sign-ins under way.

use sea_orm_migration::prelude::*;

use crate::dialect;

const UP: &str = "
CREATE TABLE account (
  account_id {id} NOT NULL PRIMARY KEY,
  provider TEXT NOT NULL,
  subject TEXT NOT NULL,
  person_id {id} REFERENCES person (person_id),
  display_name TEXT NOT NULL,
  elder_mode {bool} NOT NULL,
  created_at {instant} NOT NULL
);
CREATE UNIQUE INDEX account_subject ON account (provider, subject);
CREATE TABLE account_role (
  account_id {id} NOT NULL REFERENCES account (account_id),
  role TEXT NOT NULL,
  scope TEXT NOT NULL,
  valid_from {day} NOT NULL,
  valid_until {day},
  PRIMARY KEY (account_id, role, scope)
){clustered};
CREATE TABLE session (
  session_hash {bytes} NOT NULL PRIMARY KEY,
  account_id {id} REFERENCES account (account_id),
  data {bytes} NOT NULL,
  user_agent TEXT NOT NULL,
  created_at {instant} NOT NULL,
  last_seen_at {instant} NOT NULL,
  expires_at {big} NOT NULL
);
CREATE INDEX session_account ON session (account_id, last_seen_at);
CREATE INDEX session_expires ON session (expires_at);
";

const DOWN: &str = "
DROP TABLE session;
DROP TABLE account_role;
DROP TABLE account;
";

/// Accounts, their roles, sessions and sign-ins under way.
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
