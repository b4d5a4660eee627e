//! Begins a session for somebody who has just proven who they are.

use std::sync::Arc;

use domain::ids::AccountId;
use services::{Platform, ServiceError};
use tower_sessions::Session;
use tower_sessions::session::{Error, Id};

use super::store::{ACCOUNT, Store, USER_AGENT};

/// The entry that holds the ID token, which the provider wants to see again at sign-out.
pub const ID_TOKEN: &str = "id_token";

/// A session about to begin.
#[derive(Clone, Copy, Debug)]
pub struct NewSession<'a> {
    /// Whose it is.
    pub account: AccountId,
    /// What the browser calls itself.
    pub user_agent: &'a str,
    /// The token that proved it, as it was sent.
    pub id_token: &'a str,
}

/// Makes the session under an id that did not exist before, whatever cookie the browser sent.
///
/// # Errors
/// `Unavailable` when the store does not take it.
pub async fn begin(platform: &Arc<Platform>, new: NewSession<'_>) -> Result<Id, ServiceError> {
    let store = Arc::new(Store::new(Arc::clone(platform)));
    let session = Session::new(None, store, None);
    let account = new.account.to_string();
    session.insert(ACCOUNT, account).await.map_err(away)?;
    session
        .insert(USER_AGENT, new.user_agent)
        .await
        .map_err(away)?;
    session.insert(ID_TOKEN, new.id_token).await.map_err(away)?;
    session.save().await.map_err(away)?;
    session.id().ok_or(ServiceError::Unavailable("sessions"))
}

/// The text kept under `name` with the session `id`.
///
/// # Errors
/// `Unavailable` when the store cannot be asked.
pub async fn kept(
    platform: &Arc<Platform>,
    id: Id,
    name: &str,
) -> Result<Option<String>, ServiceError> {
    let store = Arc::new(Store::new(Arc::clone(platform)));
    let session = Session::new(Some(id), store, None);
    session.get(name).await.map_err(away)
}

/// Ends the session `id`, if there is one.
///
/// # Errors
/// `Unavailable` when the store cannot be asked.
pub async fn end(platform: &Arc<Platform>, id: Id) -> Result<(), ServiceError> {
    let store = Arc::new(Store::new(Arc::clone(platform)));
    Session::new(Some(id), store, None)
        .flush()
        .await
        .map_err(away)
}

fn away(error: Error) -> ServiceError {
    tracing::error!(%error, "the session store failed");
    ServiceError::Unavailable("sessions")
}
