//! In which of its roles an account acts: kept with the session, and remembered for the next one.
//! What an account did is found in the audit trail without reading all of it.

use sea_orm_migration::prelude::*;

use crate::dialect;

/// An empty text stands for the first role in force, as it was before.
const UP: &str = "
ALTER TABLE session ADD COLUMN acting_role TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN last_role TEXT NOT NULL DEFAULT '';
CREATE INDEX audit_event_account ON audit_event (account_id, event_id);
";

const DOWN: &str = "
DROP INDEX audit_event_account;
ALTER TABLE account DROP COLUMN last_role;
ALTER TABLE session DROP COLUMN acting_role;
";

/// The acting role of sessions and accounts.
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
