//! `restore FILE`: a backup into an empty store.

use std::path::PathBuf;

use clap::Args;
use services::{RequestContext, backup};

use super::terminal::Progress;
use super::verify_audit;
use crate::config::Config;
use crate::serve::{self, Failure};

#[derive(Args)]
pub(super) struct Arguments {
    /// The backup
    file: PathBuf,
}

impl Arguments {
    #[expect(clippy::print_stdout, reason = "the command's answer")]
    pub(super) fn run(&self, config: &Config) -> Result<(), Failure> {
        super::block_on(async {
            let platform = serve::platform(config).await?;
            let context = RequestContext::operator(platform.clone(), "restore");
            let progress = Progress::of("restore");
            let tell = |table: &str, rows: u64| progress.tell(format_args!("{table}, {rows} rows"));
            let restored = backup::restore(&context, &self.file, &tell).await;
            drop(progress);
            serve::close(&platform).await;
            let restored = restored?;
            let rows: u64 = restored
                .manifest
                .tables
                .iter()
                .map(|table| table.rows)
                .sum();
            println!("restored {rows} rows of {}", restored.manifest.made_at);
            verify_audit::report(&restored.audit)
        })
    }
}
