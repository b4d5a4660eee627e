//! Periods of insurance, contributions and the personal account.

use sea_orm_migration::prelude::*;

use crate::dialect;

const UP: &str = "
CREATE TABLE enrolment (
  person_id {id} NOT NULL REFERENCES person (person_id),
  enrolment_id {id} NOT NULL,
  scheme TEXT NOT NULL,
  region_code TEXT NOT NULL,
  employer_id {id} REFERENCES employer (employer_id),
  person_type TEXT NOT NULL,
  state TEXT NOT NULL,
  since {day} NOT NULL,
  until {day},
  waiting_until {day},
  reason TEXT NOT NULL,
  PRIMARY KEY (person_id, enrolment_id)
){clustered};
CREATE INDEX enrolment_employer ON enrolment (employer_id, person_id);
CREATE TABLE contribution (
  person_id {id} NOT NULL REFERENCES person (person_id),
  period {int} NOT NULL,
  scheme TEXT NOT NULL,
  kind TEXT NOT NULL,
  employer_id {id} REFERENCES employer (employer_id),
  base {money} NOT NULL CHECK (base >= 0),
  employer_amount {money} NOT NULL,
  person_amount {money} NOT NULL,
  subsidy_amount {money} NOT NULL,
  account_credit {money} NOT NULL,
  state TEXT NOT NULL,
  paid_on {day},
  PRIMARY KEY (person_id, period, scheme, kind)
){clustered};
CREATE TABLE account_entry (
  person_id {id} NOT NULL REFERENCES person (person_id),
  entry_id {id} NOT NULL,
  booked_on {day} NOT NULL,
  kind TEXT NOT NULL,
  amount {money} NOT NULL,
  balance_after {money} NOT NULL CHECK (balance_after >= 0),
  settlement_id {id},
  period {int},
  PRIMARY KEY (person_id, entry_id)
){clustered};
";

const DOWN: &str = "
DROP TABLE account_entry;
DROP TABLE contribution;
DROP TABLE enrolment;
";

/// Periods of insurance, contributions and the personal account.
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
