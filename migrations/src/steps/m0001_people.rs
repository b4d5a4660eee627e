//! Persons, the groups they belong to, households and family links.

use sea_orm_migration::prelude::*;

use crate::dialect;

const UP: &str = "
CREATE TABLE person (
  person_id {id} NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  id_type TEXT NOT NULL,
  id_number_cipher {bytes} NOT NULL,
  id_number_index {bytes} NOT NULL,
  sex TEXT NOT NULL,
  birth_date {day} NOT NULL,
  mobile_cipher {bytes},
  household_region TEXT NOT NULL,
  residence_region TEXT NOT NULL,
  status TEXT NOT NULL,
  died_on {day},
  created_at {instant} NOT NULL
);
CREATE UNIQUE INDEX person_id_number_index ON person (id_number_index);
CREATE TABLE identity_tag (
  person_id {id} NOT NULL REFERENCES person (person_id),
  category TEXT NOT NULL,
  valid_from {day} NOT NULL,
  valid_until {day},
  source TEXT NOT NULL,
  PRIMARY KEY (person_id, category, valid_from)
){clustered};
CREATE TABLE household (
  household_id {id} NOT NULL PRIMARY KEY,
  region_code TEXT NOT NULL,
  created_at {instant} NOT NULL
);
CREATE TABLE household_member (
  person_id {id} NOT NULL REFERENCES person (person_id),
  household_id {id} NOT NULL REFERENCES household (household_id),
  position TEXT NOT NULL,
  since {day} NOT NULL,
  until {day},
  PRIMARY KEY (person_id, household_id)
){clustered};
CREATE INDEX household_member_household ON household_member (household_id, person_id);
CREATE TABLE family_link (
  person_id {id} NOT NULL REFERENCES person (person_id),
  relative_id {id} NOT NULL REFERENCES person (person_id),
  relation TEXT NOT NULL,
  proof TEXT NOT NULL,
  state TEXT NOT NULL,
  valid_from {day} NOT NULL,
  valid_until {day},
  PRIMARY KEY (person_id, relative_id)
){clustered};
";

const DOWN: &str = "
DROP TABLE family_link;
DROP TABLE household_member;
DROP TABLE household;
DROP TABLE identity_tag;
DROP TABLE person;
";

/// Persons, the groups they belong to, households and family links.
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
