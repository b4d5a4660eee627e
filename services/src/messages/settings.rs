//! Which topics a person wants to hear about.

use domain::access::Action;
use domain::ids::PersonId;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, FromQueryResult, QueryFilter};
use uuid::Uuid;

use super::{Topic, queries};
use crate::audit::{self, Event};
use crate::authorise::{self, Authorised, Object};
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::store::bulk::{self, OnConflict};
use crate::store::entity::muted_topic;

#[derive(FromQueryResult)]
struct Row {
    topic: String,
}

/// The topics that `person` gets, in the order of pages; those that are mandatory always.
///
/// # Errors
/// `NotFound` for everybody but the person.
pub async fn of(context: &RequestContext, person: PersonId) -> Result<Vec<Topic>, ServiceError> {
    let authorised =
        authorise::person(context, person, Action::ReadMessages, Object::Person).await?;
    let values = [Uuid::from(authorised.person()).into()];
    let rows: Vec<Row> = queries::MUTED
        .all(&context.platform.database.reader, values)
        .await?;
    let muted = |topic: &Topic| rows.iter().any(|row| row.topic == topic.code());
    let wanted = |topic: &Topic| topic.is_mandatory() || !muted(topic);
    Ok(Topic::ALL.into_iter().filter(wanted).collect())
}

/// Keeps that `person` wants to hear about `topics` and no others. What is mandatory stays,
/// whether it is named or not. A wish that is kept already writes nothing.
///
/// # Errors
/// `NotFound` for everybody but the person.
pub async fn keep(
    context: &RequestContext,
    person: PersonId,
    topics: &[Topic],
) -> Result<(), ServiceError> {
    let authorised = authorise::decide(context, person, Action::KeepMessages).await?;
    let once = |transaction| write(context, transaction, authorised, topics);
    context.platform.database.write(once).await
}

async fn write(
    context: &RequestContext,
    transaction: DatabaseTransaction,
    authorised: Authorised,
    topics: &[Topic],
) -> Result<(), ServiceError> {
    let person_id = Uuid::from(authorised.person());
    let unwanted = |topic: &Topic| !topic.is_mandatory() && !topics.contains(topic);
    let unwanted: Vec<Topic> = Topic::ALL.into_iter().filter(unwanted).collect();
    let row = |topic: &Topic| muted_topic::Model {
        person_id,
        topic: topic.code().to_owned(),
        since: context.now,
    };
    let rows: Vec<muted_topic::Model> = unwanted.iter().map(row).collect();
    let muted = bulk::insert::<muted_topic::Entity>(&transaction, &rows, OnConflict::Keep).await?;
    let codes = unwanted.iter().map(|topic| topic.code());
    let heard = muted_topic::Entity::delete_many()
        .filter(muted_topic::Column::PersonId.eq(person_id))
        .filter(muted_topic::Column::Topic.is_not_in(codes))
        .exec(&transaction)
        .await?;
    if muted + heard.rows_affected > 0 {
        let event = Event {
            subject: Some(authorised.person()),
            relation: authorised.relation(),
            action: Action::KeepMessages,
            object_kind: "message_topics",
            object_id: "",
        };
        audit::write(&transaction, context, event).await?;
    }
    transaction.commit().await?;
    Ok(())
}
