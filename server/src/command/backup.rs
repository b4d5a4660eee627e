//! `backup FILE`: everything that the store holds, in one file.

use std::path::PathBuf;

use clap::Args;
use services::backup;

use super::terminal::Progress;
use crate::config::Config;
use crate::serve::Failure;

#[derive(Args)]
pub(super) struct Arguments {
    /// The file to write; it must not exist
    file: PathBuf,
}

impl Arguments {
    #[expect(clippy::print_stdout, reason = "the command's answer")]
    pub(super) fn run(&self, config: &Config) -> Result<(), Failure> {
        super::operator::run(config, "backup", async |context| {
            let progress = Progress::of("backup");
            let tell = |table: &str, rows: u64| progress.tell(format_args!("{table}, {rows} rows"));
            let manifest = backup::backup(context, &self.file, &tell).await?;
            drop(progress);
            let rows: u64 = manifest.tables.iter().map(|table| table.rows).sum();
            println!(
                "{} holds {} tables with {rows} rows",
                self.file.display(),
                manifest.tables.len()
            );
            if let Some((position, hash)) = manifest.audit_head {
                println!("head of the audit trail: {position}:{hash}");
            }
            println!("it opens only with the master key of this deployment: keep that elsewhere");
            Ok(())
        })
    }
}
