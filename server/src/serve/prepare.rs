//! Before the first request: the schema, and in a demonstration everything to look at.

use migrations::Migrator;
use sea_orm_migration::MigratorTrait;
use services::Platform;

use super::Failure;
use crate::config::Config;

/// Brings the schema up to date in a demonstration; elsewhere says what is missing.
pub(super) async fn database(config: &Config, platform: &Platform) -> Result<(), Failure> {
    let writer = &platform.database.writer;
    if config.demo() {
        Migrator::up(writer, None).await?;
        return Ok(());
    }
    let pending = Migrator::get_pending_migrations_read_only(writer)
        .await?
        .len();
    if pending > 0 {
        let problem =
            format!("the database lacks {pending} migration(s): run `yibaotong migrate up`");
        return Err(problem.into());
    }
    Ok(())
}
