//! Ends a session at its owner's wish.

use domain::access::Action;

use super::{SessionHash, own_event, sessions};
use crate::context::RequestContext;
use crate::error::ServiceError;

/// Deletes the session of the actor and writes that to the audit trail, both or neither.
///
/// # Errors
/// From the store; the session is still there then.
pub async fn sign_out(context: &RequestContext, hash: SessionHash) -> Result<(), ServiceError> {
    let transaction = context.platform.database.begin().await?;
    if sessions::remove(&transaction, hash).await? {
        own_event::write(&transaction, context, Action::SignIn, "sign_out").await?;
    }
    transaction.commit().await?;
    Ok(())
}
