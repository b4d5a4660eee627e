//! Money of a personal account that its holder keeps for a relative: how much, since when, and the
//! newest entry of the account then, after which the relative's use counts. Rows are only added.

use sea_orm_migration::prelude::*;

use crate::append_only;
use crate::dialect;

const UP: &str = "
CREATE TABLE account_share (
  person_id {id} NOT NULL REFERENCES person (person_id),
  relative_id {id} NOT NULL REFERENCES person (person_id),
  place {int} NOT NULL,
  amount {money} NOT NULL,
  set_on {day} NOT NULL,
  after_entry_id {id} NOT NULL,
  PRIMARY KEY (person_id, relative_id, place)
){clustered};
";

const DOWN: &str = "
DROP TABLE account_share;
";

/// Money kept for relatives.
#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, UP).await?;
        append_only::refuse_change(manager, "account_share").await?;
        let key = &["person_id", "relative_id", "place"];
        append_only::refuse_replacement(manager, "account_share", &[key]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, DOWN).await
    }
}
