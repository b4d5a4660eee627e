//! `import policies|records|parameters|products`: what others wrote, from files.

mod parameters;
mod policies;
mod products;
mod records;

use std::path::{Path, PathBuf};

use clap::Subcommand;

use crate::config::Config;
use crate::serve::Failure;

#[derive(Subcommand)]
pub(super) enum What {
    /// Policy texts: a file, a folder or an archive of Markdown, HTML, text, PDF or DOCX
    Policies {
        /// What to import; safe to repeat
        path: PathBuf,
    },
    /// People, insurance, contributions and settlements: one JSON record a line
    Records {
        /// The file (NDJSON); refused lines go to FILE.rejected.ndjson
        file: PathBuf,
        /// Only check: write nothing
        #[arg(long)]
        check: bool,
    },
    /// Benefit parameter sets (JSON)
    Parameters {
        /// The file
        file: PathBuf,
    },
    /// Commercial add-on products (JSON)
    Products {
        /// The file
        file: PathBuf,
    },
}

impl What {
    pub(super) fn run(self, config: &Config) -> Result<(), Failure> {
        match self {
            Self::Policies { path } => policies::run(config, path),
            Self::Records { file, check } => records::run(config, &file, check),
            Self::Parameters { file } => parameters::run(config, &file),
            Self::Products { file } => products::run(config, &file),
        }
    }
}

/// The text of a file, or a message with its name.
fn read(file: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()).into())
}
