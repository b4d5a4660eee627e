//! Everything that the platform knows of a person, as JSON, CSV or PDF, with the same figures
//! in each.
//!
//! Equal stores give equal bytes: no clock and no chance goes into an export. One signature over
//! the figures stands in every form, the same in each; [`verify()`] computes the figures of a
//! JSON or CSV file again and holds them against it.

mod csv;
mod dossier;
mod json;
pub(crate) mod pdf;
mod sections;
mod signature;
mod verify;

use std::path::PathBuf;

use domain::access::Action;
use domain::ids::PersonId;
use domain::language::Language;

use crate::audit::{self, Event};
use crate::authorise;
use crate::context::RequestContext;
use crate::error::ServiceError;

pub use dossier::{Cell, Dossier, Place, Section, Words};
pub use verify::{Verdict, verify};

/// What is away when no PDF can be made.
pub const NO_FONT: &str = "a font with Chinese letters";

/// In which form.
#[derive(Clone, Debug)]
pub enum Format {
    /// One JSON object: amounts in fen.
    Json,
    /// Comma-separated values, one block a section, UTF-8 with a mark for spreadsheets; text
    /// that a spreadsheet could take for a formula is guarded.
    Csv,
    /// A tagged PDF for reading and printing: the same figures, codes in the reader's words,
    /// times of day in China.
    Pdf {
        /// A font with Chinese letters; `None`: the first of the usual places.
        font: Option<PathBuf>,
        /// The reader's words.
        words: Words,
    },
}

/// The export of `person` in `language`. Written to the audit trail.
///
/// # Errors
/// `NotFound` when there is no such person or the actor may not; `Unavailable` when a PDF is
/// asked for and no Chinese font is found; else from the store.
pub async fn person(
    context: &RequestContext,
    person: PersonId,
    format: &Format,
    language: Language,
) -> Result<Vec<u8>, ServiceError> {
    let authorised = authorise::decide(context, person, Action::ExportPerson).await?;
    let dossier = sections::collect(context, authorised).await?;
    // A long life fills hundreds of pages: others are answered meanwhile.
    let format = format.clone();
    let written = tokio::task::spawn_blocking(move || write(&dossier, &format, language));
    let bytes = written.await.map_err(ServiceError::internal)??;
    let event = Event {
        subject: Some(person),
        relation: authorised.relation(),
        action: Action::ExportPerson,
        object_kind: "person",
        object_id: "",
    };
    audit::write(&context.platform.database.writer, context, event).await?;
    Ok(bytes)
}

fn write(dossier: &Dossier, format: &Format, language: Language) -> Result<Vec<u8>, ServiceError> {
    match format {
        Format::Json => json::write(dossier),
        Format::Csv => Ok(csv::write(dossier, language)),
        Format::Pdf { font, words } => pdf::write(dossier, *words, language, font.as_deref()),
    }
}
