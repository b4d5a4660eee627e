//! Audit events: written in the transaction of what they record, sealed later by one sealer.

use domain::access::{Action, Relation};
use domain::ids::PersonId;
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait};
use uuid::Uuid;

use crate::context::RequestContext;
use crate::store::entity::audit_event;

/// What happened to what.
#[derive(Clone, Copy, Debug)]
pub struct Event<'a> {
    /// Whose data; `None` when it is nobody's.
    pub subject: Option<PersonId>,
    /// How the actor stands to that person.
    pub relation: Relation,
    /// What was done.
    pub action: Action,
    /// The kind of thing it was done to (`settlement`).
    pub object_kind: &'a str,
    /// Its id, or an empty text.
    pub object_id: &'a str,
}

/// The row of an event of this request, which happens now and not when the request began: the
/// sealer does not look back as far as a command may last.
pub(crate) fn row(context: &RequestContext, event: Event<'_>) -> audit_event::ActiveModel {
    let now = context.platform.clock.now();
    audit_event::ActiveModel {
        subject_id: Set(event.subject.map_or(Uuid::nil(), Uuid::from)),
        event_id: Set(context.platform.new_id(now)),
        occurred_at: Set(now),
        account_id: Set(context.actor.account.map(Uuid::from)),
        actor_name: Set(context.actor.name.clone()),
        role: Set(context.actor.role.code().to_owned()),
        relation: Set(event.relation.code().to_owned()),
        action: Set(event.action.code().to_owned()),
        object_kind: Set(event.object_kind.to_owned()),
        object_id: Set(event.object_id.to_owned()),
        reason: Set(context.reason.to_owned()),
        request_id: Set(context.request_id.clone()),
    }
}

/// Writes `event` through `connection`, normally the transaction of the change it records.
///
/// # Errors
/// Whatever the store says; the caller's transaction must not be committed then.
pub async fn write(
    connection: &impl ConnectionTrait,
    context: &RequestContext,
    event: Event<'_>,
) -> Result<(), DbErr> {
    insert(connection, row(context, event)).await
}

/// Writes the row of an event.
///
/// # Errors
/// As [`write`].
pub(crate) async fn insert(
    connection: &impl ConnectionTrait,
    row: audit_event::ActiveModel,
) -> Result<(), DbErr> {
    audit_event::Entity::insert(row)
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

/// Writes several events together, as [`write`] does one.
///
/// # Errors
/// As [`write`].
pub async fn write_all(
    connection: &impl ConnectionTrait,
    context: &RequestContext,
    events: &[Event<'_>],
) -> Result<(), DbErr> {
    if events.is_empty() {
        return Ok(());
    }
    let rows = events.iter().map(|event| row(context, *event));
    audit_event::Entity::insert_many(rows)
        .exec_without_returning(connection)
        .await?;
    Ok(())
}
