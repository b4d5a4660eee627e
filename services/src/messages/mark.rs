//! Marks messages read, or unread again.

use domain::access::Action;
use domain::ids::{MessageId, PersonId};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, DatabaseTransaction, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{Topic, list};
use crate::audit::{self, Event};
use crate::authorise::{self, Authorised};
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::store::entity::message;

/// Marks one message of `person` read or unread. One that is so already writes nothing.
///
/// # Errors
/// `NotFound` when there is none, or for everybody but the person.
pub async fn one(
    context: &RequestContext,
    person: PersonId,
    message: MessageId,
    read: bool,
) -> Result<(), ServiceError> {
    // Tells a message that is so already from one that is not there.
    list::one(context, person, message).await?;
    let which = message::Column::MessageId.eq(Uuid::from(message));
    let which = Condition::all().add(which);
    change(context, person, which, read, &message.to_string()).await
}

/// Marks every message of `person` read that is about `topic` (all when there is none) and not
/// newer than `seen`: what has come since the page was shown stays unread.
///
/// # Errors
/// `NotFound` for everybody but the person.
pub async fn all(
    context: &RequestContext,
    person: PersonId,
    seen: MessageId,
    topic: Option<Topic>,
) -> Result<(), ServiceError> {
    let which = message::Column::MessageId.lte(Uuid::from(seen));
    let of_topic = topic.map(|topic| message::Column::Topic.eq(topic.code()));
    let which = Condition::all().add(which).add_option(of_topic);
    change(context, person, which, true, "").await
}

async fn change(
    context: &RequestContext,
    person: PersonId,
    which: Condition,
    read: bool,
    object_id: &str,
) -> Result<(), ServiceError> {
    let authorised = authorise::decide(context, person, Action::KeepMessages).await?;
    let once = |transaction| {
        write(
            context,
            transaction,
            authorised,
            which.clone(),
            read,
            object_id,
        )
    };
    context.platform.database.write(once).await
}

async fn write(
    context: &RequestContext,
    transaction: DatabaseTransaction,
    authorised: Authorised,
    which: Condition,
    read: bool,
    object_id: &str,
) -> Result<(), ServiceError> {
    let differs = if read {
        message::Column::ReadAt.is_null()
    } else {
        message::Column::ReadAt.is_not_null()
    };
    let done = message::Entity::update_many()
        .col_expr(
            message::Column::ReadAt,
            Expr::value(read.then_some(context.now)),
        )
        .filter(message::Column::PersonId.eq(Uuid::from(authorised.person())))
        .filter(which)
        .filter(differs)
        .exec(&transaction)
        .await?;
    if done.rows_affected > 0 {
        let event = Event {
            subject: Some(authorised.person()),
            relation: authorised.relation(),
            action: Action::KeepMessages,
            object_kind: "message",
            object_id,
        };
        audit::write(&transaction, context, event).await?;
    }
    transaction.commit().await?;
    Ok(())
}
