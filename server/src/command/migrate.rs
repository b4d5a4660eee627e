//! `migrate up|down|status`: the schema of the database.

use clap::Subcommand;
use migrations::Migrator;
use sea_orm_migration::MigratorTrait;
use services::looks::answers;

use crate::config::Config;
use crate::serve::{self, Failure};

#[derive(Subcommand)]
pub(super) enum Direction {
    /// Take every step that is missing
    Up,
    /// Take back the last steps; their data is lost
    Down {
        /// How many steps
        #[arg(long, default_value_t = 1)]
        steps: u32,
    },
    /// Show which steps were taken
    Status,
}

impl Direction {
    pub(super) fn run(&self, config: &Config) -> Result<(), Failure> {
        super::block_on(async {
            let platform = serve::platform(config).await?;
            let writer = &platform.database.writer;
            match self {
                Self::Up => {
                    Migrator::up(writer, None).await?;
                    answers::seal_those_of_before(&platform, writer).await?;
                }
                Self::Down { steps } => Migrator::down(writer, Some(*steps)).await?,
                Self::Status => {}
            }
            show(writer).await
        })
    }
}

#[expect(clippy::print_stdout, reason = "the command's answer")]
async fn show(connection: &sea_orm::DatabaseConnection) -> Result<(), Failure> {
    for step in Migrator::get_migration_with_status(connection).await? {
        println!(
            "{:8} {}",
            step.status().to_string().to_lowercase(),
            step.name()
        );
    }
    Ok(())
}
