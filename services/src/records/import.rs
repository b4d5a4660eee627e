//! Takes persons, enrolments, contributions and settlements from an NDJSON file.
//!
//! Two phases: everything is planned and checked first, and every line that is refused is told
//! in `FILE.rejected.ndjson`; only then are the good lines written, some people a transaction,
//! a person always whole. Killed at any point it goes on where it was: what is written is known
//! again by its natural key, and `import_run` remembers how far it came.

mod groups;
mod known;
mod lines;
mod plan;
mod refused;
mod shape;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use domain::access::{Action, Relation};
use sea_orm::sea_query::OnConflict as Conflict;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

use self::groups::{Found, Group};
use self::lines::Lines;
use self::plan::{Plan, Setting, plan, stable_id};
use crate::audit::{self, Event};
use crate::authorise;
use crate::context::RequestContext;
use crate::error::{FieldError, ServiceError};
use crate::records::Rows;
use crate::records::private::Field;
use crate::store::bulk::{self, OnConflict};
use crate::store::entity::{employer, import_run, year_accumulator};

pub use refused::Refused;

/// People of one transaction.
const BATCH: usize = 200;
/// What the runs of this import are called in `import_run`.
const KIND: &str = "records";

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
    /// Records that were new, in this run or an interrupted one before it.
    pub added: u64,
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
    let unreadable = |error: std::io::Error| {
        let (pointer, detail) = ("file".to_owned(), error.to_string());
        ServiceError::Invalid(vec![FieldError {
            pointer,
            code: "unreadable",
            detail,
        }])
    };
    let mut lines = Lines::open(file).map_err(unreadable)?;
    let Found {
        groups,
        employers,
        refused,
        records,
    } = groups::group(&mut lines).map_err(unreadable)?;
    let employers = Employers::find(context, employers).await?;

    // First phase: nothing is written.
    let mut report = Report {
        records,
        refused,
        ..Report::default()
    };
    let mut run = Run {
        context,
        lines: &mut lines,
        employers: &employers.ids,
    };
    for (number, batch) in groups.chunks(BATCH).enumerate() {
        for plan in run.plan(batch).await? {
            report.added += plan.added;
            report.unchanged += plan.unchanged;
            report.refused.extend(plan.refused);
        }
        progress(Progress::Checked(
            (number * BATCH + batch.len()).min(groups.len()),
            groups.len(),
        ));
    }
    report.refused.sort_by_key(|refused| refused.line);
    refused::write(file, &report.refused, run.lines).map_err(unreadable)?;
    report.rejected = (!report.refused.is_empty()).then(|| refused::place(file));
    if check_only {
        return Ok(report);
    }

    // Second phase.
    employers.write(context).await?;
    let digest = run.lines.digest.clone();
    let done = position(context, &digest).await?;
    for (number, batch) in groups.chunks(BATCH).enumerate() {
        let reached = number * BATCH + batch.len();
        if reached <= done {
            continue;
        }
        let plans = run.plan(batch).await?;
        let phase = if reached == groups.len() {
            "done"
        } else {
            "writing"
        };
        write(context, &digest, plans, (reached, phase), &report).await?;
        progress(Progress::Written(reached, groups.len()));
    }
    Ok(report)
}

struct Run<'a> {
    context: &'a RequestContext,
    lines: &'a mut Lines,
    employers: &'a HashMap<String, Uuid>,
}

impl Run<'_> {
    /// Plans the people of `batch` against what the store holds now.
    async fn plan(&mut self, batch: &[Group]) -> Result<Vec<Plan>, ServiceError> {
        let platform = &self.context.platform;
        let index = |group: &Group| Field::IdNumber.index(&platform.keys, &group.number);
        let indexes: Vec<Vec<u8>> = batch.iter().map(index).collect();
        let mut known = known::known(&platform.database.reader, &indexes).await?;
        let setting = Setting {
            platform,
            now: self.context.now,
            today: self.context.today(),
            employers: self.employers,
        };
        let mut plans = Vec::with_capacity(batch.len());
        for (group, index) in batch.iter().zip(indexes) {
            let mut records = Vec::with_capacity(group.lines.len());
            for line in &group.lines {
                let line = usize::try_from(*line).unwrap_or_default();
                let text = self.lines.read(line).map_err(ServiceError::internal)?;
                let record = groups::read(line, &text.unwrap_or_default());
                records.extend(record.ok().map(|record| (line, record)));
            }
            plans.push(plan(
                &setting,
                group,
                records,
                known.remove(&index).unwrap_or_default(),
            )?);
        }
        Ok(plans)
    }
}

/// One transaction: some people, and how far the import is.
async fn write(
    context: &RequestContext,
    digest: &[u8],
    plans: Vec<Plan>,
    (position, phase): (usize, &str),
    report: &Report,
) -> Result<(), ServiceError> {
    let transaction = context.platform.database.begin().await?;
    let mut rows = Rows::default();
    plans.into_iter().for_each(|plan| rows.append(plan.rows));
    for year in &rows.year_accumulators {
        let key = (year.person_id, year.benefit_year, year.scheme.clone());
        year_accumulator::Entity::delete_by_id(key)
            .exec(&transaction)
            .await?;
    }
    rows.write(&transaction, OnConflict::Fail).await?;
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let run = import_run::Model {
        kind: KIND.to_owned(),
        file_hash: digest.to_vec(),
        phase: phase.to_owned(),
        position: count(position),
        accepted: i64::try_from(report.added + report.unchanged).unwrap_or(i64::MAX),
        refused: count(report.refused.len()),
        updated_at: context.now,
    };
    let update = Conflict::columns([import_run::Column::Kind, import_run::Column::FileHash])
        .update_columns([
            import_run::Column::Phase,
            import_run::Column::Position,
            import_run::Column::Accepted,
            import_run::Column::Refused,
            import_run::Column::UpdatedAt,
        ])
        .to_owned();
    import_run::Entity::insert(run.into_active_model())
        .on_conflict(update)
        .exec_without_returning(&transaction)
        .await?;
    if phase == "done" {
        let event = Event {
            subject: None,
            relation: Relation::Nobody,
            action: Action::Operate,
            object_kind: "records",
            object_id: &hex::encode(digest),
        };
        audit::write(&transaction, context, event).await?;
    }
    transaction.commit().await?;
    Ok(())
}

/// How many people an interrupted import of the same file has written.
async fn position(context: &RequestContext, digest: &[u8]) -> Result<usize, ServiceError> {
    let run = import_run::Entity::find_by_id((KIND.to_owned(), digest.to_vec()))
        .one(&context.platform.database.writer)
        .await?;
    let interrupted = run.filter(|run| run.phase != "done");
    Ok(interrupted.map_or(0, |run| usize::try_from(run.position).unwrap_or_default()))
}

/// The employers that the file names.
struct Employers {
    ids: HashMap<String, Uuid>,
    new: Vec<employer::Model>,
}

impl Employers {
    async fn find(
        context: &RequestContext,
        named: Vec<(String, Option<String>)>,
    ) -> Result<Self, ServiceError> {
        let platform = &context.platform;
        let mut found = Self {
            ids: HashMap::new(),
            new: Vec::new(),
        };
        for chunk in named.chunks(BATCH) {
            let index = |code: &str| Field::CreditCode.index(&platform.keys, code);
            let indexes: Vec<Vec<u8>> = chunk.iter().map(|(code, _)| index(code)).collect();
            let stored = employer::Entity::find()
                .filter(employer::Column::CreditCodeIndex.is_in(indexes.iter().cloned()))
                .all(&platform.database.reader)
                .await?;
            for ((code, name), index) in chunk.iter().zip(indexes) {
                let known = stored.iter().find(|row| row.credit_code_index == index);
                if let Some(known) = known {
                    found.ids.insert(code.clone(), known.employer_id);
                } else if let Some(name) = name {
                    let id = stable_id(context.today(), &[b"employer", &index]);
                    found.ids.insert(code.clone(), id);
                    found.new.push(employer::Model {
                        employer_id: id,
                        credit_code_cipher: Field::CreditCode.seal_on(platform, code)?,
                        credit_code_index: index,
                        name: name.clone(),
                        kind: "enterprise".to_owned(),
                        region_code: code.get(2..8).unwrap_or_default().to_owned(),
                        state: "active".to_owned(),
                        created_at: context.now,
                    });
                }
            }
        }
        Ok(found)
    }

    async fn write(&self, context: &RequestContext) -> Result<(), ServiceError> {
        let transaction = context.platform.database.begin().await?;
        bulk::insert::<employer::Entity>(&transaction, &self.new, OnConflict::Fail).await?;
        transaction.commit().await?;
        Ok(())
    }
}
