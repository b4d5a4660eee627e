//! Audit events: written in the transaction of what they record, sealed later by one sealer.

use domain::access::{Action, Relation};
use domain::ids::PersonId;
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, IntoActiveModel};
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
pub(crate) fn row(context: &RequestContext, event: Event<'_>) -> audit_event::Model {
    let now = context.platform.clock.now();
    audit_event::Model {
        subject_id: event.subject.map_or(Uuid::nil(), Uuid::from),
        event_id: context.platform.new_id(now),
        occurred_at: now,
        account_id: context.actor.account.map(Uuid::from),
        actor_name: context.actor.name.clone(),
        role: context.actor.role.code().to_owned(),
        relation: event.relation.code().to_owned(),
        action: event.action.code().to_owned(),
        object_kind: event.object_kind.to_owned(),
        object_id: event.object_id.to_owned(),
        reason: context.reason.to_owned(),
        request_id: context.request_id.clone(),
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
    row: audit_event::Model,
) -> Result<(), DbErr> {
    audit_event::Entity::insert(row.into_active_model())
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
    let rows = events
        .iter()
        .map(|event| row(context, *event).into_active_model());
    audit_event::Entity::insert_many(rows)
        .exec_without_returning(connection)
        .await?;
    Ok(())
}
