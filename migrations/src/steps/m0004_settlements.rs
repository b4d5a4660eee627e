//! Settlements with their items, and the year accumulators they move.

use sea_orm_migration::prelude::*;

use crate::{append_only, dialect};

const UP: &str = "
CREATE TABLE settlement (
  person_id {id} NOT NULL REFERENCES person (person_id),
  settlement_id {id} NOT NULL,
  number TEXT NOT NULL,
  settled_on {day} NOT NULL,
  admitted_on {day},
  discharged_on {day},
  benefit_year {int} NOT NULL,
  scheme TEXT NOT NULL,
  region_code TEXT NOT NULL,
  visit_kind TEXT NOT NULL,
  level TEXT NOT NULL,
  admission {int} NOT NULL,
  remote TEXT NOT NULL,
  category TEXT,
  institution_code TEXT NOT NULL,
  institution_name TEXT NOT NULL,
  diagnosis_cipher {bytes},
  total_fee {money} NOT NULL,
  fully_self_paid {money} NOT NULL,
  over_ceiling {money} NOT NULL,
  self_pay_first {money} NOT NULL,
  in_scope_amount {money} NOT NULL,
  deductible {money} NOT NULL,
  pool_fund_paid {money} NOT NULL,
  large_amount_paid {money} NOT NULL,
  catastrophic_paid {money} NOT NULL,
  assistance_paid {money} NOT NULL,
  fund_total {money} NOT NULL,
  personal_burden {money} NOT NULL,
  account_paid {money} NOT NULL,
  family_account_paid {money} NOT NULL,
  cash_paid {money} NOT NULL,
  line_count {int} NOT NULL,
  parameter_set_id TEXT NOT NULL,
  input TEXT NOT NULL,
  trace TEXT NOT NULL,
  reverses_id {id},
  created_at {instant} NOT NULL,
  PRIMARY KEY (person_id, settlement_id)
){clustered};
CREATE INDEX settlement_by_day ON settlement (person_id, settled_on, settlement_id);
CREATE TABLE settlement_line (
  person_id {id} NOT NULL,
  settlement_id {id} NOT NULL,
  line_no {int} NOT NULL,
  item_code TEXT NOT NULL,
  item_name TEXT NOT NULL,
  item_class TEXT NOT NULL,
  quantity_milli {big} NOT NULL,
  amount {money} NOT NULL,
  self_pay_first_ratio {int} NOT NULL,
  over_ceiling {money} NOT NULL,
  self_pay_first {money} NOT NULL,
  fully_self_paid {money} NOT NULL,
  in_scope_amount {money} NOT NULL,
  PRIMARY KEY (person_id, settlement_id, line_no),
  FOREIGN KEY (person_id, settlement_id) REFERENCES settlement (person_id, settlement_id)
){clustered};
CREATE TABLE year_accumulator (
  person_id {id} NOT NULL REFERENCES person (person_id),
  benefit_year {int} NOT NULL,
  scheme TEXT NOT NULL,
  pool_paid {money} NOT NULL,
  large_amount_paid {money} NOT NULL,
  catastrophic_base {money} NOT NULL,
  catastrophic_paid {money} NOT NULL,
  assistance_deductible {money} NOT NULL,
  assistance_paid {money} NOT NULL,
  outpatient_deductible {money} NOT NULL,
  outpatient_paid {money} NOT NULL,
  outpatient_scope {money} NOT NULL,
  admissions {int} NOT NULL,
  PRIMARY KEY (person_id, benefit_year, scheme)
){clustered};
";

const DOWN: &str = "
DROP TABLE year_accumulator;
DROP TABLE settlement_line;
DROP TABLE settlement;
";

/// Settlements with their items, and the year accumulators they move.
#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, UP).await?;
        append_only::refuse_change(manager, "settlement").await?;
        append_only::refuse_change(manager, "settlement_line").await?;
        append_only::refuse_change(manager, "account_entry").await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // This table is of the step before and stays.
        append_only::allow_change(manager, "account_entry").await?;
        dialect::run(manager, DOWN).await?;
        append_only::forget(manager).await
    }
}
