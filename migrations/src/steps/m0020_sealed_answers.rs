//! Answers to reports about looks are encrypted, as what was reported is.
//!
//! A step of the schema has no keys. What was answered before stays in `answer` until the program
//! that has them seals it: the one change that a row of this table still takes, once.

use sea_orm_migration::prelude::*;

use crate::{append_only, dialect};

const TABLE: &str = "access_report_step";

const UP: &str = "
ALTER TABLE access_report_step ADD COLUMN answer_cipher {bytes};
";

const DOWN: &str = "
ALTER TABLE access_report_step DROP COLUMN answer_cipher;
";

/// Whether a change seals an open answer and does nothing else.
const SEALS: &str = "OLD.answer <> '' AND NEW.answer = '' \
     AND OLD.answer_cipher IS NULL AND NEW.answer_cipher IS NOT NULL \
     AND NEW.person_id = OLD.person_id AND NEW.event_id = OLD.event_id \
     AND NEW.step = OLD.step AND NEW.state = OLD.state AND NEW.happened_at = OLD.happened_at";

/// Sealed answers.
#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, UP).await?;
        append_only::allow_change(manager, TABLE).await?;
        append_only::refuse_change_but(manager, TABLE, SEALS).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        append_only::allow_change_but(manager, TABLE).await?;
        dialect::run(manager, DOWN).await?;
        append_only::refuse_change(manager, TABLE).await
    }
}
