//! Ends a session at its owner's wish.

use sea_orm::EntityTrait;

use super::{SessionHash, own_event};
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
        own_event::write(&transaction, context, "sign_out").await?;
    }
    transaction.commit().await?;
    Ok(())
}
