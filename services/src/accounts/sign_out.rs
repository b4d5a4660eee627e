//! Ends a session at its owner's wish.

use domain::access::{Action, Relation};
use sea_orm::EntityTrait;
use uuid::Uuid;

use super::SessionHash;
use crate::audit::{self, Event};
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::store::entity::session;

/// Deletes the session of the actor and writes that to the audit trail, both or neither.
///
/// # Errors
/// From the store; the session is still there then.
pub async fn sign_out(context: &RequestContext, hash: SessionHash) -> Result<(), ServiceError> {
    let transaction = context.platform.database.begin().await?;
    let done = session::Entity::delete_by_id(hash.as_bytes().to_vec())
        .exec(&transaction)
        .await?;
    if done.rows_affected > 0 {
        let actor = &context.actor;
        let object_id = actor.account.map(|id| Uuid::from(id).to_string());
        let event = Event {
            subject: actor.person,
            relation: if actor.person.is_some() {
                Relation::Oneself
            } else {
                Relation::Nobody
            },
            action: Action::SignIn,
            object_kind: "sign_out",
            object_id: object_id.as_deref().unwrap_or_default(),
        };
        audit::write(&transaction, context, event).await?;
    }
    transaction.commit().await?;
    Ok(())
}
