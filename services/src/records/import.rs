//! Takes persons, enrolments, contributions and settlements from an NDJSON file.
//!
//! Two phases: everything is planned and checked first, and every line that is refused is told
//! in `FILE.rejected.ndjson`; only then are the good lines written, some people a transaction,
//! a person always whole. Killed at any point it goes on where it was: what is written is known
//! again by its natural key, and `import_run` remembers how far it came.

mod batch;
mod changes;
mod dossier;
mod employers;
mod groups;
mod known;
mod lines;
mod plan;
mod refused;
mod shape;
mod tally;

use std::io;
use std::path::{Path, PathBuf};

use sea_orm::EntityTrait;

use self::batch::{KIND, Reached};
use self::dossier::Dossier;
use self::employers::Employers;
use self::groups::{Found, Group};
use self::lines::Lines;
use self::tally::Tally;
use crate::authorise;
use crate::context::RequestContext;
use crate::error::{FieldError, ServiceError};
use crate::store::entity::import_run;

pub use refused::Refused;

/// People of one transaction.
const BATCH: usize = 200;

/// How far an import is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// People checked, of so many.
    Checked(usize, usize),
    /// People written, of so many.
    Written(usize, usize),
}

/// What an import did.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Report {
    /// Lines that hold a record.
    pub records: u64,
    /// Records that were new.
    pub added: u64,
    /// Records that were there and went on: paid, ended, moved, died.
    pub changed: u64,
    /// Records whose content was there already.
    pub unchanged: u64,
    /// Records that were refused, by line.
    pub refused: Vec<Refused>,
    /// Where the refused lines are told; `None` when there are none.
    pub rejected: Option<PathBuf>,
}

/// Imports `file`. With `check_only` nothing is written but the file of refused lines.
///
/// # Errors
/// `Forbidden`; `Invalid` when the file cannot be read; else from the store.
pub async fn import(
    context: &RequestContext,
    file: &Path,
    check_only: bool,
    progress: &(dyn Fn(Progress) + Send + Sync),
) -> Result<Report, ServiceError> {
    authorise::operator(context)?;
    context
        .platform
        .parameters
        .refresh(&context.platform.database)
        .await?;
    let mut lines = Lines::open(file).map_err(unreadable)?;
    let mut found = groups::group(&mut lines).map_err(unreadable)?;
    let named = std::mem::take(&mut found.employers);
    let mut employers = Employers::find(context, named).await?;
    let all = found.groups.len();

    // First phase: nothing is written.
    let mut tallies = Vec::new();
    for (number, groups) in found.groups.chunks(BATCH).enumerate() {
        let dossiers = read(context, &mut lines, groups)?;
        tallies.push(batch::check(context, &employers, &dossiers).await?);
        progress(Progress::Checked(number * BATCH + groups.len(), all));
    }
    let checked = report(&found, &tallies, file);
    tell(&checked, file, &mut lines).map_err(unreadable)?;
    if check_only {
        return Ok(checked);
    }

    // Second phase. What is written decides, should somebody have changed the store meanwhile.
    let digest = lines.digest.clone();
    let done = position(context, &digest).await?;
    let batches = found.groups.chunks(BATCH).zip(&mut tallies);
    for (number, (groups, tally)) in batches.enumerate() {
        let before = number * BATCH;
        let through = before + groups.len();
        if through <= done && tally.is_quiet() {
            continue;
        }
        let dossiers = read(context, &mut lines, groups)?;
        let reached = Reached {
            digest: &digest,
            people: (before, through),
            is_last: through == all,
            lines: (
                checked.added + checked.changed + checked.unchanged,
                checked.refused.len(),
            ),
        };
        *tally = batch::write(context, &mut employers, &dossiers, &reached).await?;
        progress(Progress::Written(through, all));
    }
    let written = report(&found, &tallies, file);
    if written.refused != checked.refused {
        tell(&written, file, &mut lines).map_err(unreadable)?;
    }
    Ok(written)
}

fn unreadable(error: io::Error) -> ServiceError {
    let (pointer, detail) = ("file".to_owned(), error.to_string());
    ServiceError::Invalid(vec![FieldError {
        pointer,
        code: "unreadable",
        detail,
    }])
}

fn read<'a>(
    context: &RequestContext,
    lines: &mut Lines,
    groups: &'a [Group],
) -> Result<Vec<Dossier<'a>>, ServiceError> {
    let keys = &context.platform.keys;
    let dossiers = groups.iter().map(|group| Dossier::read(keys, lines, group));
    dossiers.collect::<io::Result<_>>().map_err(unreadable)
}

/// The sum of all batches and of the lines that were no records.
fn report(found: &Found, tallies: &[Tally], file: &Path) -> Report {
    let mut sum = Tally::default();
    tallies.iter().for_each(|tally| sum.append(tally.clone()));
    let mut refused = found.refused.clone();
    refused.append(&mut sum.refused);
    refused.sort_by_key(|refused| refused.line);
    Report {
        records: found.records,
        added: sum.added,
        changed: sum.changed,
        unchanged: sum.unchanged,
        rejected: (!refused.is_empty()).then(|| refused::place(file)),
        refused,
    }
}

/// Writes the file of refused lines.
fn tell(report: &Report, file: &Path, lines: &mut Lines) -> io::Result<()> {
    refused::write(file, &report.refused, lines)
}

/// How many people an interrupted import of the same file has written.
async fn position(context: &RequestContext, digest: &[u8]) -> Result<usize, ServiceError> {
    let run = import_run::Entity::find_by_id((KIND.to_owned(), digest.to_vec()))
        .one(&context.platform.database.writer)
        .await?;
    let interrupted = run.filter(|run| run.phase != "done");
    Ok(interrupted.map_or(0, |run| usize::try_from(run.position).unwrap_or_default()))
}
