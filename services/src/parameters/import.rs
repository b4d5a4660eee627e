//! Takes benefit parameter sets from JSON into the store.

mod changes;
mod read;

use domain::settlement::parameters::{
    Notice, ParameterError, ParameterSet, Problem, notices, overlap, shipped_layers,
    shipped_parameter_texts,
};
use sea_orm::{ConnectionTrait, DatabaseTransaction, EntityTrait, QueryOrder};
use serde_json::Value;

use super::stage::TAKEN_BACK;
use crate::authorise;
use crate::context::RequestContext;
use crate::error::{FieldError, ServiceError};
use crate::listed::Listed;
use crate::store::entity::parameter_set;

use changes::Changes;

/// The state of a set that is in force on its days.
const ACTIVE: &str = "active";

/// What became of one set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is new.
    Added,
    /// The store has its figures; who reviewed them is new.
    Reviewed,
    /// The store has it without rules for some kinds of visits, or without clauses that figures rest
    /// on; those are new.
    Completed,
    /// The store has exactly this one already.
    Unchanged,
}

/// One set of an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// Its id, such as `BJ-2025`.
    pub id: String,
    /// What became of it.
    pub outcome: Outcome,
    /// Days that a new set leaves open around it; each is told of one set.
    pub notices: Vec<Notice>,
}

/// Takes the set, or the list of sets, in `text` into the store; all or none.
///
/// A set may inherit from another of the file, of the store or of those that come with the
/// product; what is stored is whole. The figures of a set that is in the store are never changed:
/// settlements name it and must stay explainable. Other values need another id and their own
/// dates. Only its review may come later, rules for kinds of visits that it says nothing about, and
/// clauses where it names none. No two sets of a region stand on the same days.
///
/// # Errors
/// `Invalid` with every problem (pointer into the file, name of the rule); `Forbidden`; or from
/// the store.
pub async fn import(context: &RequestContext, text: &str) -> Result<Vec<Imported>, ServiceError> {
    authorise::operator(context)?;
    let change = |transaction| take(context, transaction, text);
    written(context, context.platform.database.write(change).await?).await
}

/// Takes the sets that come with the product into a store that lacks them, and loads the book.
/// A set that the store holds stays as it is, but for what it says nothing about. One whose days
/// the store has filled with a set of its own is left out.
///
/// # Errors
/// From the store.
pub async fn import_shipped(context: &RequestContext) -> Result<Vec<Imported>, ServiceError> {
    authorise::operator(context)?;
    let change = |transaction| take_shipped(context, transaction);
    written(context, context.platform.database.write(change).await?).await
}

/// What became of the sets, and whether anything was written.
type Taken = (Vec<Imported>, bool);

async fn written(
    context: &RequestContext,
    (report, changed): Taken,
) -> Result<Vec<Imported>, ServiceError> {
    let platform = &context.platform;
    if changed {
        platform.parameters.read_again(&platform.database).await?;
    } else {
        platform.parameters.refresh(&platform.database).await?;
    }
    Ok(report)
}

async fn take(
    context: &RequestContext,
    transaction: DatabaseTransaction,
    text: &str,
) -> Result<Taken, ServiceError> {
    let store = Store::read(&transaction).await?;
    let (sets, mut errors) = read::read(text, &store.parents())?;
    let mut report = Vec::new();
    let mut changes = Changes::default();
    let mut added: Vec<ParameterSet> = Vec::new();
    for (pointer, set) in sets {
        let Some(outcome) = store.outcome(&set) else {
            errors.push(FieldError {
                pointer: format!("{pointer}/id"),
                code: "already_used",
                detail: format!(
                    "{} exists with other values; give the new ones a new id",
                    set.id
                ),
            });
            continue;
        };
        if outcome == Outcome::Added {
            let clashing = store.active().chain(&added).find(|one| overlap(one, &set));
            if let Some(other) = clashing {
                errors.push(overlapping(&pointer, other));
            }
            added.push(set.clone());
        }
        changes.take(context, &set, outcome)?;
        report.push(Imported {
            id: set.id,
            outcome,
            notices: Vec::new(),
        });
    }
    if !errors.is_empty() {
        return Err(ServiceError::Invalid(errors));
    }
    tell_open_days(&mut report, &store, &added);
    let changed = changes.write(context, transaction).await?;
    Ok((report, changed))
}

async fn take_shipped(
    context: &RequestContext,
    transaction: DatabaseTransaction,
) -> Result<Taken, ServiceError> {
    let store = Store::read(&transaction).await?;
    let mut report = Vec::new();
    let mut changes = Changes::default();
    for text in shipped_parameter_texts() {
        let (sets, errors) = read::read(text, &[])?;
        if !errors.is_empty() {
            return Err(ServiceError::Invalid(errors));
        }
        for (_, set) in sets {
            let outcome = match store.outcome(&set) {
                Some(Outcome::Completed) => Outcome::Completed,
                Some(Outcome::Added) if store.active().any(|one| overlap(one, &set)) => continue,
                Some(Outcome::Added) => Outcome::Added,
                _ => Outcome::Unchanged,
            };
            changes.take(context, &set, outcome)?;
            report.push(Imported {
                id: set.id,
                outcome,
                notices: Vec::new(),
            });
        }
    }
    let changed = changes.write(context, transaction).await?;
    Ok((report, changed))
}

/// Every set of a draft's text with its place in it, whole, and everything that is wrong: read as
/// [`import`] reads a file.
///
/// # Errors
/// `Invalid` when the text is no JSON at all; else from the store.
pub(super) async fn read_draft(
    connection: &impl ConnectionTrait,
    text: &str,
) -> Result<Listed<ParameterSet>, ServiceError> {
    read::read(text, &Store::read(connection).await?.parents())
}

/// The sets of the store as they stand.
struct Store {
    sets: Vec<Kept>,
}

struct Kept {
    /// As its text has it.
    set: ParameterSet,
    body: Value,
    /// With the days on which it serves; `None` when it was taken back.
    serving: Option<ParameterSet>,
}

impl Store {
    async fn read(connection: &impl ConnectionTrait) -> Result<Self, ServiceError> {
        let rows = parameter_set::Entity::find()
            .order_by_asc(parameter_set::Column::ParameterSetId)
            .all(connection)
            .await?;
        let sets = rows.iter().map(|row| {
            let set: ParameterSet = serde_json::from_str(&row.body)?;
            let serving = (row.state != TAKEN_BACK).then(|| {
                let mut serving = set.clone();
                serving.effective.through = row.valid_until;
                serving
            });
            Ok(Kept {
                set,
                body: serde_json::from_str(&row.body)?,
                serving,
            })
        });
        let sets: Result<_, serde_json::Error> = sets.collect();
        Ok(Self {
            sets: sets.map_err(ServiceError::internal)?,
        })
    }

    fn active(&self) -> impl Iterator<Item = &ParameterSet> {
        self.sets.iter().filter_map(|kept| kept.serving.as_ref())
    }

    /// What a set may inherit from besides those of its file.
    fn parents(&self) -> Vec<Value> {
        let active = self.sets.iter().filter(|kept| kept.serving.is_some());
        active
            .map(|kept| kept.body.clone())
            .chain(shipped_layers().iter().cloned())
            .collect()
    }

    /// What becomes of `set` here; `None` when its name has other figures.
    fn outcome(&self, set: &ParameterSet) -> Option<Outcome> {
        match self.sets.iter().find(|kept| kept.set.id == set.id) {
            None => Some(Outcome::Added),
            Some(kept) if kept.set == *set => Some(Outcome::Unchanged),
            Some(kept) if kept.set.differs_in_review_only(set) => Some(Outcome::Reviewed),
            Some(kept) if kept.set.is_completed_by(set) => Some(Outcome::Completed),
            Some(_) => None,
        }
    }
}

fn overlapping(pointer: &str, other: &ParameterSet) -> FieldError {
    let days = other.effective;
    let last = days
        .through
        .map_or_else(|| "null".to_owned(), |last| last.to_string());
    let about = [other.id.clone(), days.from.to_string(), last];
    let at = format!("{pointer}/effective");
    let problem = Problem::about(at.clone(), ParameterError::Overlaps, about);
    read::error(at, &problem)
}

/// Names the open days around each new set, each once.
fn tell_open_days(report: &mut [Imported], store: &Store, added: &[ParameterSet]) {
    let all: Vec<&ParameterSet> = store.active().chain(added).collect();
    let mut told = Vec::new();
    for set in added {
        let Some(one) = report.iter_mut().find(|one| one.id == set.id) else {
            continue;
        };
        for notice in notices(set, &all) {
            let open = (set.region, notice.clone());
            if !told.contains(&open) {
                told.push(open);
                one.notices.push(notice);
            }
        }
    }
}
