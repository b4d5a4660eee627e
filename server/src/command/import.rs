//! `import policies|records|parameters|products|institutions|drugs`: what others wrote, from
//! files.

mod drugs;
mod institutions;
mod parameters;
mod policies;
mod products;
mod records;

use std::path::{Path, PathBuf};

use clap::Subcommand;

use services::catalogue::Report;

use crate::config::Config;
use crate::serve::Failure;

/// The largest file of the catalogue, in bytes: it is read whole.
const LARGEST: u64 = 256 << 20;

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
    /// Designated institutions: one JSON record a line
    Institutions {
        /// The file (NDJSON); taken whole or not at all, safe to repeat
        file: PathBuf,
    },
    /// Drugs, products and what is paid first of them: one JSON record a line
    Drugs {
        /// The file (NDJSON); taken whole or not at all, safe to repeat
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
            Self::Institutions { file } => institutions::run(config, &file),
            Self::Drugs { file } => drugs::run(config, &file),
        }
    }
}

/// What a file of the catalogue did to the store.
#[expect(clippy::print_stdout, reason = "the command's answer")]
fn tell(file: &Path, report: Report) {
    println!(
        "{}: {} added, {} changed, {} unchanged",
        file.display(),
        report.added,
        report.changed,
        report.unchanged
    );
}

/// The bytes of a file of the catalogue, or a message with its name.
fn read_bytes(file: &Path) -> Result<Vec<u8>, Failure> {
    let name = file.display();
    let size = std::fs::metadata(file).map_err(|error| format!("{name}: {error}"))?;
    if size.len() > LARGEST {
        return Err(format!("{name}: larger than {} MB; divide it", LARGEST >> 20).into());
    }
    std::fs::read(file).map_err(|error| format!("{name}: {error}").into())
}

/// The text of a file, or a message with its name.
fn read(file: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()).into())
}
