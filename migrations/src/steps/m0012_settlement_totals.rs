//! How many settlements a person has and who paid them, year by year and kind by kind.

use sea_orm_migration::prelude::*;

use crate::dialect;

const UP: &str = "
CREATE TABLE settlement_total (
  person_id {id} NOT NULL REFERENCES person (person_id),
  benefit_year {int} NOT NULL,
  visit_kind TEXT NOT NULL,
  settlements {big} NOT NULL,
  total_fee {money} NOT NULL,
  pool_fund_paid {money} NOT NULL,
  large_amount_paid {money} NOT NULL,
  catastrophic_paid {money} NOT NULL,
  assistance_paid {money} NOT NULL,
  account_paid {money} NOT NULL,
  cash_paid {money} NOT NULL,
  PRIMARY KEY (person_id, benefit_year, visit_kind)
){clustered};
INSERT INTO settlement_total (person_id, benefit_year, visit_kind, settlements, total_fee,
  pool_fund_paid, large_amount_paid, catastrophic_paid, assistance_paid, account_paid, cash_paid)
SELECT person_id, benefit_year, visit_kind, COUNT(*), CAST(SUM(total_fee) AS BIGINT),
  CAST(SUM(pool_fund_paid) AS BIGINT), CAST(SUM(large_amount_paid) AS BIGINT),
  CAST(SUM(catastrophic_paid) AS BIGINT), CAST(SUM(assistance_paid) AS BIGINT),
  CAST(SUM(account_paid) AS BIGINT), CAST(SUM(cash_paid) AS BIGINT)
FROM settlement GROUP BY person_id, benefit_year, visit_kind;
";

const DOWN: &str = "
DROP TABLE settlement_total;
";

/// How many settlements a person has and who paid them, year by year and kind by kind.
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
