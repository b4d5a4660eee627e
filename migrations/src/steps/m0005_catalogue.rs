//! Benefit parameter sets, institutions, add-on products and who holds them.

use sea_orm_migration::prelude::*;

use crate::dialect;

const UP: &str = "
CREATE TABLE parameter_set (
  parameter_set_id TEXT NOT NULL PRIMARY KEY,
  region_code TEXT NOT NULL,
  valid_from {day} NOT NULL,
  valid_until {day},
  state TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at {instant} NOT NULL
);
CREATE INDEX parameter_set_region ON parameter_set (region_code, valid_from);
CREATE TABLE institution (
  institution_code TEXT NOT NULL PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  region_code TEXT NOT NULL,
  level TEXT NOT NULL,
  kind TEXT NOT NULL,
  sample {bool} NOT NULL
);
CREATE TABLE product (
  product_id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  region_code TEXT NOT NULL,
  position {int} NOT NULL,
  valid_from {day} NOT NULL,
  valid_until {day},
  body TEXT NOT NULL,
  created_at {instant} NOT NULL
);
CREATE TABLE holding (
  person_id {id} NOT NULL REFERENCES person (person_id),
  holding_id {id} NOT NULL,
  product_id TEXT NOT NULL REFERENCES product (product_id),
  since {day} NOT NULL,
  until {day},
  premium {money} NOT NULL,
  PRIMARY KEY (person_id, holding_id)
){clustered};
";

const DOWN: &str = "
DROP TABLE holding;
DROP TABLE product;
DROP TABLE institution;
DROP TABLE parameter_set;
";

/// Benefit parameter sets, institutions, add-on products and who holds them.
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
