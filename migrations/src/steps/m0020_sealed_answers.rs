//! Answers to reports about looks are encrypted, as what was reported is.
//!
//! A step of the schema has no keys. What was answered before stays in `answer` until the program
//! that has them seals it: the one change that a row of this table still takes, once.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend};

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
        let [on_sqlite, on_postgres] = [
            vec![
                "CREATE TRIGGER access_report_step_no_DELETE BEFORE DELETE ON access_report_step \
                 BEGIN SELECT RAISE(ABORT, 'access_report_step is append-only'); END"
                    .to_owned(),
                format!(
                    "CREATE TRIGGER access_report_step_no_UPDATE BEFORE UPDATE \
                     ON access_report_step WHEN NOT ({SEALS}) \
                     BEGIN SELECT RAISE(ABORT, 'access_report_step is append-only'); END"
                ),
            ],
            vec![
                "CREATE TRIGGER access_report_step_append_only BEFORE DELETE \
                 ON access_report_step FOR EACH ROW EXECUTE FUNCTION refuse_change()"
                    .to_owned(),
                format!(
                    "CREATE TRIGGER access_report_step_sealed_once BEFORE UPDATE \
                     ON access_report_step FOR EACH ROW WHEN (NOT ({SEALS})) \
                     EXECUTE FUNCTION refuse_change()"
                ),
            ],
        ];
        run(manager, on_sqlite, on_postgres).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        append_only::allow_change(manager, TABLE).await?;
        let sealed_once = "DROP TRIGGER access_report_step_sealed_once ON access_report_step";
        run(manager, Vec::new(), vec![sealed_once.to_owned()]).await?;
        dialect::run(manager, DOWN).await?;
        append_only::refuse_change(manager, TABLE).await
    }
}

async fn run(
    manager: &SchemaManager<'_>,
    on_sqlite: Vec<String>,
    on_postgres: Vec<String>,
) -> Result<(), DbErr> {
    let statements = match manager.get_database_backend() {
        DbBackend::Sqlite => on_sqlite,
        _ => on_postgres,
    };
    for statement in statements {
        let database = manager.get_connection();
        database.execute_unprepared(&statement).await?;
    }
    Ok(())
}
