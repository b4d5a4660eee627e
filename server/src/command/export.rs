//! `export person ID`: everything that the platform knows of a person.

use std::fs::{File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use clap::{Subcommand, ValueEnum};
use domain::ids::PersonId;
use domain::language::Language;
use services::export::{self, Format};
use uuid::Uuid;

use super::operator;
use crate::config::Config;
use crate::serve::Failure;

#[derive(Subcommand)]
pub(super) enum What {
    /// One person
    Person {
        /// The platform's id of the person
        id: Uuid,
        /// In which form
        #[arg(long, value_enum, default_value_t = Form::Json)]
        format: Form,
        /// In which language, for CSV and PDF: `zh` or `en`
        #[arg(long, default_value = "zh", value_parser = language)]
        language: Language,
        /// A font with Chinese letters, for PDF (default: the first of the usual places)
        #[arg(long)]
        font: Option<PathBuf>,
        /// The file to write (default: standard output)
        #[arg(long)]
        output: Option<PathBuf>,
    },
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum Form {
    /// One JSON object, amounts in fen
    Json,
    /// Comma-separated values
    Csv,
    /// A tagged PDF
    Pdf,
}

fn language(code: &str) -> Result<Language, &'static str> {
    Language::from_code(code).ok_or("must be zh or en")
}

impl What {
    pub(super) fn run(self, config: &Config) -> Result<(), Failure> {
        let Self::Person {
            id,
            format,
            language,
            font,
            output,
        } = self;
        let format = match format {
            Form::Json => Format::Json,
            Form::Csv => Format::Csv,
            Form::Pdf => app::pages::me::export::pdf(font),
        };
        operator::run(config, "export", async |context| {
            let bytes = export::person(context, PersonId::from(id), &format, language).await?;
            match &output {
                Some(file) => private(file)
                    .and_then(|mut file| file.write_all(&bytes))
                    .map_err(|error| format!("{}: {error}", file.display()))?,
                None => io::stdout().write_all(&bytes)?,
            }
            Ok(())
        })
    }
}

/// Opens a file that nobody but its owner may read, whether it is new or not.
fn private(path: &Path) -> io::Result<File> {
    let file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(path)?;
    if file.metadata()?.is_file() {
        file.set_permissions(Permissions::from_mode(0o600))?;
    }
    Ok(file)
}
