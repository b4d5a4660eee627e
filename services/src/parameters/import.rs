//! Takes benefit parameter sets from JSON into the store.

use domain::settlement::parameters::{ParameterSet, shipped_parameter_texts};
use sea_orm::{EntityTrait, QuerySelect};
use serde_json::Value;

use crate::audit::{self, Event};
use crate::authorise;
use crate::context::RequestContext;
use crate::error::{FieldError, ServiceError};
use crate::store::bulk::{self, OnConflict};
use crate::store::entity::parameter_set;
use domain::access::{Action, Relation};

/// What became of one set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is new.
    Added,
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
/// A set that is in the store is never changed: settlements name it and must stay explainable.
/// Other values need another id and their own dates.
///
/// # Errors
/// `Invalid` with every problem (pointer into the file, name of the rule); `Forbidden`; or from
/// the store.
pub async fn import(context: &RequestContext, text: &str) -> Result<Vec<Imported>, ServiceError> {
    authorise::operator(context)?;
    let sets = read(text)?;
    let known = known(context).await?;
    let mut errors = Vec::new();
    let mut report = Vec::new();
    let mut rows: Vec<parameter_set::Model> = Vec::new();
    for (pointer, set) in sets {
        let body = serde_json::to_string(&set).map_err(ServiceError::internal)?;
        let stored = known
            .iter()
            .find(|(id, _)| *id == set.id)
            .map(|(_, body)| body);
        let twice = rows.iter().any(|row| row.parameter_set_id == set.id);
        match stored {
            Some(stored) if *stored == body => {
                report.push(Imported {
                    id: set.id,
                    outcome: Outcome::Unchanged,
                });
            }
            Some(_) => errors.push(FieldError {
                pointer: format!("{pointer}/id"),
                code: "already_used",
                detail: format!(
                    "{} exists with other values; give the new ones a new id",
                    set.id
                ),
            }),
            None if twice => errors.push(FieldError {
                pointer: format!("{pointer}/id"),
                code: "duplicate",
                detail: format!("{} stands in the file twice", set.id),
            }),
            None => {
                report.push(Imported {
                    id: set.id.clone(),
                    outcome: Outcome::Added,
                });
                rows.push(row(context, &set, body));
            }
        }
    }
    if !errors.is_empty() {
        return Err(ServiceError::Invalid(errors));
    }
    write(context, &rows).await?;
    Ok(report)
}

/// Takes the sets that come with the product into a store that lacks them, and loads the book.
/// A set that the store holds stays as it is.
///
/// # Errors
/// From the store.
pub async fn import_shipped(context: &RequestContext) -> Result<Vec<Imported>, ServiceError> {
    authorise::operator(context)?;
    let known = known(context).await?;
    let mut report = Vec::new();
    let mut rows = Vec::new();
    for text in shipped_parameter_texts() {
        for (_, set) in read(text)? {
            let is_known = known.iter().any(|(id, _)| *id == set.id);
            let outcome = if is_known {
                Outcome::Unchanged
            } else {
                Outcome::Added
            };
            if !is_known {
                let body = serde_json::to_string(&set).map_err(ServiceError::internal)?;
                rows.push(row(context, &set, body));
            }
            report.push(Imported {
                id: set.id,
                outcome,
            });
        }
    }
    write(context, &rows).await?;
    Ok(report)
}

/// Every set of the text with its place in it.
fn read(text: &str) -> Result<Vec<(String, ParameterSet)>, ServiceError> {
    let invalid = |pointer: &str, error: &serde_json::Error| FieldError {
        pointer: pointer.to_owned(),
        code: "unreadable",
        detail: error.to_string(),
    };
    let value: Value = serde_json::from_str(text)
        .map_err(|error| ServiceError::Invalid(vec![invalid("", &error)]))?;
    let (list, single) = match value {
        Value::Array(list) => (list, false),
        one => (vec![one], true),
    };
    let mut errors = Vec::new();
    let mut sets = Vec::new();
    for (place, value) in list.into_iter().enumerate() {
        let pointer = if single {
            String::new()
        } else {
            format!("/{place}")
        };
        match serde_json::from_value::<ParameterSet>(value) {
            Ok(set) => {
                errors.extend(set.problems().into_iter().map(|problem| FieldError {
                    pointer: format!("{pointer}{}", problem.pointer),
                    code: problem.code.code(),
                    detail: problem.to_string(),
                }));
                sets.push((pointer, set));
            }
            Err(error) => errors.push(invalid(&pointer, &error)),
        }
    }
    if errors.is_empty() {
        Ok(sets)
    } else {
        Err(ServiceError::Invalid(errors))
    }
}

async fn known(context: &RequestContext) -> Result<Vec<(String, String)>, ServiceError> {
    Ok(parameter_set::Entity::find()
        .select_only()
        .column(parameter_set::Column::ParameterSetId)
        .column(parameter_set::Column::Body)
        .into_tuple()
        .all(&context.platform.database.reader)
        .await?)
}

fn row(context: &RequestContext, set: &ParameterSet, body: String) -> parameter_set::Model {
    parameter_set::Model {
        parameter_set_id: set.id.clone(),
        region_code: set.region.to_string(),
        valid_from: set.effective.from,
        valid_until: set.effective.through,
        state: "active".to_owned(),
        body,
        created_at: context.now,
    }
}

async fn write(
    context: &RequestContext,
    rows: &[parameter_set::Model],
) -> Result<(), ServiceError> {
    let platform = &context.platform;
    if !rows.is_empty() {
        let transaction = platform.database.begin().await?;
        bulk::insert::<parameter_set::Entity>(&transaction, rows, OnConflict::Fail).await?;
        for row in rows {
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
    }
    platform.parameters.refresh(&platform.database).await?;
    Ok(())
}
