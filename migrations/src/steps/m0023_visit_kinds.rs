//! Every kind of visit: the yearly totals that the special kinds use, the parts of a divided bill,
//! and refunds, of which a settlement has one at most.

use sea_orm_migration::prelude::*;

use crate::dialect;

const UP: &str = "
ALTER TABLE year_accumulator ADD COLUMN chronic_deductible {money} NOT NULL DEFAULT 0;
ALTER TABLE year_accumulator ADD COLUMN hypertension_paid {money} NOT NULL DEFAULT 0;
ALTER TABLE year_accumulator ADD COLUMN diabetes_paid {money} NOT NULL DEFAULT 0;
ALTER TABLE year_accumulator ADD COLUMN prenatal_paid {money} NOT NULL DEFAULT 0;
ALTER TABLE settlement ADD COLUMN bill_id {id};
CREATE INDEX settlement_by_bill ON settlement (person_id, bill_id) WHERE bill_id IS NOT NULL;
CREATE UNIQUE INDEX settlement_by_reversed ON settlement (person_id, reverses_id)
  WHERE reverses_id IS NOT NULL;
CREATE INDEX settlement_by_year ON settlement (person_id, benefit_year, settled_on, settlement_id);
";

const DOWN: &str = "
DROP INDEX settlement_by_year;
DROP INDEX settlement_by_reversed;
DROP INDEX settlement_by_bill;
ALTER TABLE settlement DROP COLUMN bill_id;
ALTER TABLE year_accumulator DROP COLUMN prenatal_paid;
ALTER TABLE year_accumulator DROP COLUMN diabetes_paid;
ALTER TABLE year_accumulator DROP COLUMN hypertension_paid;
ALTER TABLE year_accumulator DROP COLUMN chronic_deductible;
";

/// Every kind of visit.
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
