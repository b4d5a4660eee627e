//! Tells a stretch of persons something that a job found, each once.

use chrono::{DateTime, Utc};
use domain::ids::PersonId;
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

use super::compose::row;
use super::generate::Span;
use super::{Template, queries};
use crate::error::ServiceError;
use crate::store::bulk::{self, OnConflict};
use crate::store::entity::message;

/// Something to tell somebody.
pub(crate) struct Told {
    /// Whom.
    pub person: PersonId,
    /// What.
    pub template: Template,
    /// Why, in a word that is the same each time it is found.
    pub occasion: String,
}

#[derive(FromQueryResult)]
struct Muted {
    person_id: Uuid,
    topic: String,
}

/// Sends `told` to persons of `span` through `connection`, the transaction of a job's step. Whoever
/// switched the topic off gets nothing but what puts an earlier message right, and nobody a second message for the same occasion. Returns
/// how many are new.
///
/// # Errors
/// From the store; the caller's transaction must not be committed then.
pub(crate) async fn tell(
    connection: &impl ConnectionTrait,
    span: Span,
    now: DateTime<Utc>,
    told: &[Told],
) -> Result<u64, ServiceError> {
    if told.is_empty() {
        return Ok(0);
    }
    let values = [span.after.into(), span.through.into()];
    let muted: Vec<Muted> = queries::MUTED_BY.all(connection, values).await?;
    let wants = |one: &&Told| {
        let topic = one.template.topic();
        let person = Uuid::from(one.person);
        one.template.corrects()
            || topic.is_mandatory()
            || !muted
                .iter()
                .any(|muted| muted.person_id == person && muted.topic == topic.code())
    };
    let rows = told
        .iter()
        .filter(wants)
        .map(|one| row(one.person, &one.template, &one.occasion, now));
    let rows = rows.collect::<Result<Vec<message::Model>, _>>()?;
    Ok(bulk::insert::<message::Entity>(connection, &rows, OnConflict::Keep).await?)
}
