//! Takes benefit parameter sets from JSON into the store.

use domain::access::{Action, Relation};
use domain::settlement::parameters::{ParameterSet, shipped_parameter_texts};
use sea_orm::{ActiveValue::Set, EntityTrait, QuerySelect};

use crate::audit::{self, Event};
use crate::authorise;
use crate::context::RequestContext;
use crate::error::{FieldError, ServiceError};
use crate::listed::{self, Listed};
use crate::store::bulk::{self, OnConflict};
use crate::store::entity::parameter_set;

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
}

/// Takes the set, or the list of sets, in `text` into the store; all or none.
///
/// The figures of a set that is in the store are never changed: settlements name it and must stay
/// explainable. Other values need another id and their own dates. Only its review may come later,
/// rules for kinds of visits that it says nothing about, and clauses where it names none.
///
/// # Errors
/// `Invalid` with every problem (pointer into the file, name of the rule); `Forbidden`; or from
/// the store.
pub async fn import(context: &RequestContext, text: &str) -> Result<Vec<Imported>, ServiceError> {
    authorise::operator(context)?;
    let (sets, mut errors) = read(text)?;
    let known = known(context).await?;
    let mut report = Vec::new();
    let mut changes = Changes::default();
    for (pointer, set) in sets {
        let stored = known.iter().find(|stored| stored.id == set.id);
        let outcome = match stored {
            Some(stored) if *stored == set => Outcome::Unchanged,
            Some(stored) if stored.differs_in_review_only(&set) => Outcome::Reviewed,
            Some(stored) if stored.is_completed_by(&set) => Outcome::Completed,
            Some(_) => {
                errors.push(FieldError {
                    pointer: format!("{pointer}/id"),
                    code: "already_used",
                    detail: format!(
                        "{} exists with other values; give the new ones a new id",
                        set.id
                    ),
                });
                continue;
            }
            None => Outcome::Added,
        };
        if report.iter().any(|other: &Imported| other.id == set.id) {
            errors.push(FieldError {
                pointer: format!("{pointer}/id"),
                code: "duplicate",
                detail: format!("{} stands in the file twice", set.id),
            });
            continue;
        }
        changes.take(context, &set, outcome)?;
        report.push(Imported {
            id: set.id,
            outcome,
        });
    }
    if !errors.is_empty() {
        return Err(ServiceError::Invalid(errors));
    }
    changes.write(context).await?;
    Ok(report)
}

/// Takes the sets that come with the product into a store that lacks them, and loads the book.
/// A set that the store holds stays as it is, but for what it says nothing about.
///
/// # Errors
/// From the store.
pub async fn import_shipped(context: &RequestContext) -> Result<Vec<Imported>, ServiceError> {
    authorise::operator(context)?;
    let known = known(context).await?;
    let mut report = Vec::new();
    let mut changes = Changes::default();
    for text in shipped_parameter_texts() {
        let (sets, errors) = read(text)?;
        if !errors.is_empty() {
            return Err(ServiceError::Invalid(errors));
        }
        for (_, set) in sets {
            let outcome = match known.iter().find(|stored| stored.id == set.id) {
                Some(stored) if stored.is_completed_by(&set) => Outcome::Completed,
                Some(_) => Outcome::Unchanged,
                None => Outcome::Added,
            };
            changes.take(context, &set, outcome)?;
            report.push(Imported {
                id: set.id,
                outcome,
            });
        }
    }
    changes.write(context).await?;
    Ok(report)
}

/// Every set of the text with its place in it, and everything that is wrong.
fn read(text: &str) -> Result<Listed<ParameterSet>, ServiceError> {
    let (sets, mut errors) = listed::read::<ParameterSet>(text)?;
    for (pointer, set) in &sets {
        errors.extend(set.problems().into_iter().map(|problem| FieldError {
            pointer: format!("{pointer}{}", problem.pointer),
            code: problem.code.code(),
            detail: problem.to_string(),
        }));
    }
    Ok((sets, errors))
}

async fn known(context: &RequestContext) -> Result<Vec<ParameterSet>, ServiceError> {
    let bodies: Vec<String> = parameter_set::Entity::find()
        .select_only()
        .column(parameter_set::Column::Body)
        .into_tuple()
        .all(&context.platform.database.reader)
        .await?;
    bodies
        .iter()
        .map(|body| serde_json::from_str(body).map_err(ServiceError::internal))
        .collect()
}

/// What an import writes.
#[derive(Default)]
struct Changes {
    added: Vec<parameter_set::Model>,
    /// Reviewed or completed.
    changed: Vec<parameter_set::Model>,
}

impl Changes {
    fn take(
        &mut self,
        context: &RequestContext,
        set: &ParameterSet,
        outcome: Outcome,
    ) -> Result<(), ServiceError> {
        let rows = match outcome {
            Outcome::Added => &mut self.added,
            Outcome::Reviewed | Outcome::Completed => &mut self.changed,
            Outcome::Unchanged => return Ok(()),
        };
        rows.push(parameter_set::Model {
            parameter_set_id: set.id.clone(),
            region_code: set.region.to_string(),
            valid_from: set.effective.from,
            valid_until: set.effective.through,
            state: "active".to_owned(),
            body: serde_json::to_string(set).map_err(ServiceError::internal)?,
            created_at: context.now,
        });
        Ok(())
    }

    async fn write(self, context: &RequestContext) -> Result<(), ServiceError> {
        let platform = &context.platform;
        if self.added.is_empty() && self.changed.is_empty() {
            platform.parameters.refresh(&platform.database).await?;
            return Ok(());
        }
        let transaction = platform.database.begin().await?;
        let added = &self.added;
        bulk::insert::<parameter_set::Entity>(&transaction, added, OnConflict::Fail).await?;
        for row in &self.changed {
            // The instant tells other processes that there is something to read again.
            let change = parameter_set::ActiveModel {
                parameter_set_id: Set(row.parameter_set_id.clone()),
                body: Set(row.body.clone()),
                created_at: Set(row.created_at),
                ..Default::default()
            };
            parameter_set::Entity::update(change)
                .exec(&transaction)
                .await?;
        }
        for row in self.added.iter().chain(&self.changed) {
            let event = Event {
                subject: None,
                relation: Relation::Nobody,
                action: Action::Operate,
                object_kind: "parameter_set",
                object_id: &row.parameter_set_id,
            };
            audit::write(&transaction, context, event).await?;
        }
        transaction.commit().await?;
        platform.parameters.read_again(&platform.database).await
    }
}
