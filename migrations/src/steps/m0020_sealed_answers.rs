//! Answers to reports about looks are encrypted, as what was reported is.
//!
//! A step of the schema has no keys. What was answered before stays in `answer` until the program
//! that has them seals it: the one change that a row of this table still takes, once.
//!
//! Nor can a step open what is sealed. On its way down it writes the cipher text into `answer`, behind
//! a sentence for whoever reads it with an older version; on its way up again it puts it back, byte
//! for byte. No answer is lost in either direction.

use sea_orm_migration::prelude::*;

use crate::{append_only, dialect};

const TABLE: &str = "access_report_step";

const UP: &str = "
ALTER TABLE access_report_step ADD COLUMN answer_cipher {bytes};
";

const DOWN: &str = "
ALTER TABLE access_report_step DROP COLUMN answer_cipher;
";

/// What stands in `answer` before the cipher text where the column for it is gone. No quotation mark
/// and nothing that ends a statement may stand in it.
const KEPT: &str = "这条答复已加密，升级程序后可以读到。This answer is encrypted and can be read after \
     the next upgrade. #";

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
        put_back(manager).await?;
        append_only::refuse_change_but(manager, TABLE, SEALS).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        append_only::allow_change_but(manager, TABLE).await?;
        keep(manager).await?;
        dialect::run(manager, DOWN).await?;
        append_only::refuse_change(manager, TABLE).await
    }
}

/// Writes every cipher text into `answer`, as hexadecimal digits behind [`KEPT`].
async fn keep(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let keep = format!(
        "UPDATE {TABLE} SET answer = '{KEPT}' || {{digits of}}answer_cipher{{in hex}} \
         WHERE answer_cipher IS NOT NULL"
    );
    dialect::run(manager, &keep).await
}

/// Takes back what [`keep`] wrote. What only begins like it stays as it is.
async fn put_back(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let length = KEPT.chars().count();
    let digits = format!("substr(answer, {})", length + 1);
    let put_back = format!(
        "UPDATE {TABLE} SET answer_cipher = {{bytes of}}{digits}{{in hex}}, answer = '' \
         WHERE substr(answer, 1, {length}) = '{KEPT}' AND length({digits}) > 0 \
         AND length({digits}) % 2 = 0 AND trim({digits}, '0123456789abcdefABCDEF') = ''"
    );
    dialect::run(manager, &put_back).await
}
