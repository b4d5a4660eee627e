//! The catalogue: what a designated institution offers, drugs with what places add to them, and
//! the keys by which both are found.

use sea_orm_migration::prelude::*;

use crate::dialect;

const UP: &str = "
ALTER TABLE institution ADD COLUMN list_rank {int} NOT NULL DEFAULT 9;
ALTER TABLE institution ADD COLUMN off_site_inpatient {bool} NOT NULL DEFAULT FALSE;
ALTER TABLE institution ADD COLUMN off_site_outpatient {bool} NOT NULL DEFAULT FALSE;
ALTER TABLE institution ADD COLUMN dual_channel {bool} NOT NULL DEFAULT FALSE;
ALTER TABLE institution ADD COLUMN chronic TEXT NOT NULL DEFAULT '';
ALTER TABLE institution ADD COLUMN address_zh TEXT NOT NULL DEFAULT '';
ALTER TABLE institution ADD COLUMN address_en TEXT NOT NULL DEFAULT '';
ALTER TABLE institution ADD COLUMN hours_zh TEXT NOT NULL DEFAULT '';
ALTER TABLE institution ADD COLUMN hours_en TEXT NOT NULL DEFAULT '';
ALTER TABLE institution ADD COLUMN ended_on {day};
ALTER TABLE institution ADD COLUMN source TEXT NOT NULL DEFAULT '';
CREATE INDEX institution_by_place ON institution (region_code, list_rank, institution_code);
CREATE TABLE institution_key (
  institution_code TEXT NOT NULL REFERENCES institution (institution_code),
  search_key {key} NOT NULL,
  place {int} NOT NULL,
  PRIMARY KEY (institution_code, search_key)
){clustered};
CREATE INDEX institution_key_found ON institution_key (search_key, institution_code, place);
CREATE TABLE institution_region (
  region_code TEXT NOT NULL PRIMARY KEY,
  parent_code TEXT NOT NULL,
  institutions {int} NOT NULL
);
CREATE INDEX institution_region_parent ON institution_region (parent_code, region_code);
CREATE TABLE drug (
  drug_id TEXT NOT NULL PRIMARY KEY,
  list_position {big} NOT NULL,
  edition TEXT NOT NULL,
  section TEXT NOT NULL,
  atc_code TEXT NOT NULL,
  category_path TEXT NOT NULL,
  class_ab TEXT NOT NULL,
  seq_no TEXT NOT NULL,
  generic_name TEXT NOT NULL,
  generic_name_en TEXT NOT NULL,
  dosage_form TEXT NOT NULL,
  dosage_form_en TEXT NOT NULL,
  pay_standard TEXT NOT NULL,
  pay_standard_withheld {bool} NOT NULL,
  remark TEXT NOT NULL,
  remark_en TEXT NOT NULL,
  valid_until {day},
  removed_on {day},
  source TEXT NOT NULL,
  sample {bool} NOT NULL
);
CREATE INDEX drug_by_position ON drug (list_position, drug_id);
CREATE TABLE drug_product (
  drug_code TEXT NOT NULL PRIMARY KEY,
  drug_id TEXT NOT NULL REFERENCES drug (drug_id),
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  brand_zh TEXT NOT NULL,
  brand_en TEXT NOT NULL,
  specification TEXT NOT NULL,
  company_zh TEXT NOT NULL,
  company_en TEXT NOT NULL,
  sample {bool} NOT NULL
);
CREATE INDEX drug_product_of_drug ON drug_product (drug_id, drug_code);
CREATE TABLE drug_share (
  drug_id TEXT NOT NULL REFERENCES drug (drug_id),
  region_code TEXT NOT NULL,
  valid_from {day} NOT NULL,
  valid_until {day},
  ratio {int} NOT NULL,
  provenance TEXT NOT NULL,
  certainty TEXT NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (drug_id, region_code, valid_from)
){clustered};
CREATE TABLE drug_key (
  drug_id TEXT NOT NULL REFERENCES drug (drug_id),
  search_key {key} NOT NULL,
  place {int} NOT NULL,
  drug_code TEXT NOT NULL,
  PRIMARY KEY (drug_id, search_key, drug_code)
){clustered};
CREATE INDEX drug_key_found ON drug_key (search_key, drug_id, drug_code, place);
";

const DOWN: &str = "
DROP TABLE drug_key;
DROP TABLE drug_share;
DROP TABLE drug_product;
DROP TABLE drug;
DROP TABLE institution_region;
DROP TABLE institution_key;
DROP INDEX institution_by_place;
ALTER TABLE institution DROP COLUMN source;
ALTER TABLE institution DROP COLUMN ended_on;
ALTER TABLE institution DROP COLUMN hours_en;
ALTER TABLE institution DROP COLUMN hours_zh;
ALTER TABLE institution DROP COLUMN address_en;
ALTER TABLE institution DROP COLUMN address_zh;
ALTER TABLE institution DROP COLUMN chronic;
ALTER TABLE institution DROP COLUMN dual_channel;
ALTER TABLE institution DROP COLUMN off_site_outpatient;
ALTER TABLE institution DROP COLUMN off_site_inpatient;
ALTER TABLE institution DROP COLUMN list_rank;
";

/// The catalogue: what a designated institution offers, drugs with what places add to them, and
/// the keys by which both are found.
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
