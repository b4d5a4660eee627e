//! The audit event of what somebody does to their own account.

use domain::access::{Action, Relation};
use sea_orm::{ConnectionTrait, DbErr};
use uuid::Uuid;

use crate::audit::{self, Event};
use crate::context::RequestContext;

/// Writes that the actor did `action` of the kind `object_kind`, through the transaction that
/// does it.
pub(super) async fn write(
    connection: &impl ConnectionTrait,
    context: &RequestContext,
    action: Action,
    object_kind: &str,
) -> Result<(), DbErr> {
    let actor = &context.actor;
    let object_id = actor.account.map(|id| Uuid::from(id).to_string());
    let event = Event {
        subject: actor.person,
        relation: if actor.person.is_some() {
            Relation::Oneself
        } else {
            Relation::Nobody
        },
        action,
        object_kind,
        object_id: object_id.as_deref().unwrap_or_default(),
    };
    audit::write(connection, context, event).await
}
