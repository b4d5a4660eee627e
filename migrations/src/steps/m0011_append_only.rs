//! What got past the guards of the append-only tables: `TRUNCATE` and `REPLACE`.

use sea_orm_migration::prelude::*;

use crate::append_only::{self, Key};

/// Each table with everything that no two of its rows share. A `rowid` is named where SQLite has
/// one: a row can be replaced by it too.
const TABLES: [(&str, &[Key]); 6] = [
    ("settlement", &[&["person_id", "settlement_id"]]),
    (
        "settlement_line",
        &[&["person_id", "settlement_id", "line_no"]],
    ),
    ("account_entry", &[&["person_id", "entry_id"]]),
    ("audit_event", &[&["subject_id", "event_id"]]),
    ("audit_seal", &[&["position"], &["event_id"], &["rowid"]]),
    ("audit_head", &[&["position"], &["rowid"]]),
];

/// What got past the guards of the append-only tables: `TRUNCATE` and `REPLACE`.
#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, keys) in TABLES {
            append_only::refuse_replacement(manager, table, keys).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, _) in TABLES {
            append_only::allow_replacement(manager, table).await?;
        }
        Ok(())
    }
}
