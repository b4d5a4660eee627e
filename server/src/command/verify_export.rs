//! `verify-export`: whether the figures of an exported file are as they were signed.

use std::fs;
use std::path::PathBuf;

use clap::Args;
use services::export::{self, Verdict};

use crate::config::Config;
use crate::serve::{self, Failure};

#[derive(Args)]
pub(super) struct Arguments {
    /// The file, as JSON or CSV
    file: PathBuf,
}

impl Arguments {
    pub(super) fn run(&self, config: &Config) -> Result<(), Failure> {
        let place = self.file.display();
        let bytes = fs::read(&self.file).map_err(|error| format!("{place}: {error}"))?;
        super::block_on(async {
            let platform = serve::platform(config).await?;
            let verdict = export::verify(&platform.keys, &bytes);
            serve::close(&platform).await;
            Self::report(verdict)
        })
    }

    #[expect(clippy::print_stdout, reason = "the command's answer")]
    fn report(verdict: Verdict) -> Result<(), Failure> {
        match verdict {
            Verdict::Genuine(digest) => {
                println!("every figure is as it was signed");
                println!("digest of the figures: {digest}");
                Ok(())
            }
            Verdict::Changed => {
                Err("a figure was changed, or another installation signed the file".into())
            }
            Verdict::Unreadable => Err("this is no export in JSON or CSV of this version".into()),
        }
    }
}
