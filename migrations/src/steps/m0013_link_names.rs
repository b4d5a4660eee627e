//! A family link carries the name under which it was confirmed, so that listing one's links reads
//! nobody else's record.

use sea_orm_migration::prelude::*;

use crate::dialect;

const UP: &str = "
ALTER TABLE family_link ADD COLUMN relative_name TEXT NOT NULL DEFAULT '';
UPDATE family_link SET relative_name =
  (SELECT name FROM person WHERE person.person_id = family_link.relative_id);
";

const DOWN: &str = "
ALTER TABLE family_link DROP COLUMN relative_name;
";

/// The name of the relative on the link.
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
