//! Takes a file, a folder or an archive into the library.

use std::path::{Path, PathBuf};

use futures_util::StreamExt;
use tokio::sync::mpsc;

use super::describe::{Draft, describe};
use super::write::batch;
use crate::authorise;
use crate::context::RequestContext;
use crate::documents::{
    Extractor, Kind, Member, Refusal, clean, decode, extract, read_source, recognise, structure,
};
use crate::error::ServiceError;

/// What to import, and with which helper PDF and DOCX are read.
#[derive(Clone, Debug)]
pub struct Import {
    /// A file, a folder or an archive.
    pub path: PathBuf,
    /// The helper process.
    pub extractor: Extractor,
}

/// What became of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A document that the library did not have.
    Added,
    /// Another version of a document that the library has.
    NewVersion,
    /// A new text or description for a version that the library has.
    Changed,
    /// Known already, to the letter.
    Unchanged,
}

/// A file that was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Its name within what was imported.
    pub name: String,
    /// Why.
    pub reason: Refusal,
}

/// How far an import has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Files read so far.
    pub files: u64,
    /// Documents added.
    pub added: u64,
    /// Versions added to known documents.
    pub versions: u64,
    /// Versions whose text or description changed.
    pub changed: u64,
    /// Files that were known already.
    pub unchanged: u64,
    /// Files refused.
    pub refused: u64,
}

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The counts.
    pub progress: Progress,
    /// Every refused file.
    pub refused: Vec<Refused>,
}

/// Documents of one transaction.
const BATCH: usize = 64;
/// Bytes of text of one transaction.
const BATCH_BYTES: usize = 2_000_000;
/// Files read ahead of the writer.
const AHEAD: usize = 16;
/// Files taken apart at once.
const AT_ONCE: usize = 4;

/// Imports `what`, telling `progress` after every transaction. Each document is checked as a
/// whole before it is written; an import that was cut off is simply repeated.
///
/// # Errors
/// `Forbidden` for everybody but the operator; `Invalid` when the path cannot be opened; what the
/// store says. Refused files are no error.
pub async fn import(
    context: &RequestContext,
    what: &Import,
    mut progress: impl FnMut(&Progress),
) -> Result<Report, ServiceError> {
    authorise::operator(context)?;
    let (sender, receiver) = mpsc::channel::<Member>(AHEAD);
    let path = what.path.clone();
    let reading = tokio::task::spawn_blocking(move || {
        read_source(&path, |member| sender.blocking_send(member).is_ok())
    });
    let members = futures_util::stream::unfold(receiver, |mut receiver| async {
        receiver.recv().await.map(|member| (member, receiver))
    });
    let mut prepared = std::pin::pin!(
        members
            .map(|member| prepare(member, &what.extractor))
            .buffered(AT_ONCE)
    );
    let mut report = Report::default();
    let mut pending = Pending::default();
    while let Some(next) = prepared.next().await {
        report.progress.files += 1;
        match next {
            Ok(draft) => pending.push(draft),
            Err(refused) => {
                report.progress.refused += 1;
                report.refused.push(refused);
            }
        }
        if pending.full() {
            pending.write(context, &mut report).await?;
            progress(&report.progress);
        }
    }
    pending.write(context, &mut report).await?;
    progress(&report.progress);
    match reading.await {
        Ok(Ok(())) => Ok(report),
        Ok(Err(error)) => Err(unreadable(&what.path, &error)),
        Err(error) => Err(ServiceError::internal(error)),
    }
}

fn unreadable(path: &Path, error: &std::io::Error) -> ServiceError {
    ServiceError::Invalid(vec![crate::error::FieldError {
        pointer: "path".to_owned(),
        code: "unreadable",
        detail: format!("{} cannot be read: {error}", path.display()),
    }])
}

async fn prepare(member: Member, extractor: &Extractor) -> Result<Draft, Refused> {
    let name = member.name;
    let refuse = |reason| Refused {
        name: name.clone(),
        reason,
    };
    let bytes = member.bytes.map_err(refuse)?;
    let kind = recognise(&name, &bytes).map_err(refuse)?;
    let ready = match kind {
        Kind::Markdown | Kind::Text => Err(bytes),
        _ => Ok(extract(&name, bytes, extractor).await.map_err(refuse)?),
    };
    let source = name.clone();
    let work = tokio::task::spawn_blocking(move || {
        let text = match ready {
            Ok(text) => text,
            Err(bytes) => clean(&decode(&bytes)?),
        };
        draft(&source, &text, false)
    });
    match work.await {
        Ok(draft) => draft.map_err(refuse),
        Err(_) => Err(refuse(Refusal::Damaged)),
    }
}

/// Takes `text` apart and describes it.
pub(super) fn draft(source: &str, text: &str, shipped: bool) -> Result<Draft, Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    Ok(describe(source, structure(text)?, shipped))
}

#[derive(Default)]
struct Pending {
    drafts: Vec<Draft>,
    bytes: usize,
}

impl Pending {
    fn push(&mut self, draft: Draft) {
        self.bytes += draft
            .articles
            .iter()
            .map(|article| article.body.len())
            .sum::<usize>();
        self.drafts.push(draft);
    }

    fn full(&self) -> bool {
        self.drafts.len() >= BATCH || self.bytes >= BATCH_BYTES
    }

    async fn write(
        &mut self,
        context: &RequestContext,
        report: &mut Report,
    ) -> Result<(), ServiceError> {
        let drafts = std::mem::take(&mut self.drafts);
        self.bytes = 0;
        if drafts.is_empty() {
            return Ok(());
        }
        for outcome in batch(context, &drafts).await? {
            let count = match outcome {
                Outcome::Added => &mut report.progress.added,
                Outcome::NewVersion => &mut report.progress.versions,
                Outcome::Changed => &mut report.progress.changed,
                Outcome::Unchanged => &mut report.progress.unchanged,
            };
            *count += 1;
        }
        Ok(())
    }
}
