//! Begins a session for somebody who has just proven who they are.

use std::collections::HashMap;
use std::sync::Arc;

use domain::ids::AccountId;
use services::accounts::sessions::NewSession;
use services::{Platform, ServiceError};
use tower_sessions::Session;
use tower_sessions::session::{Error, Id};

use super::late_form::{LATE_FORM, Late};
use super::store::{ACCOUNT, Store};

/// The entry that holds the ID token, which the provider wants to see again at sign-out.
pub const ID_TOKEN: &str = "id_token";

/// A session about to begin, under an id that did not exist before, whatever cookie the browser
/// sent.
pub struct Beginning<'a> {
    /// The id that its cookie will hold.
    pub id: Id,
    store: Store,
    user_agent: &'a str,
    id_token: &'a str,
    late: Option<Late>,
}

impl<'a> Beginning<'a> {
    /// For a browser that calls itself `user_agent`, and with the token that proved who it is, as
    /// it was sent.
    #[must_use]
    pub fn new(platform: &Arc<Platform>, user_agent: &'a str, id_token: &'a str) -> Self {
        let store = Store::new(Arc::clone(platform));
        Self {
            id: store.new_id(),
            store,
            user_agent,
            id_token,
            late: None,
        }
    }

    /// Takes over a form that came too late for the session before, if there is one.
    #[must_use]
    pub fn with(mut self, late: Option<Late>) -> Self {
        self.late = late;
        self
    }

    /// Its row, for the store to take together with the admission of `account`.
    ///
    /// # Errors
    /// `Unavailable` when what is kept with it cannot be sealed.
    pub fn row(&self, account: AccountId) -> Result<NewSession, ServiceError> {
        let mut data = HashMap::from([
            (ACCOUNT.to_owned(), account.to_string().into()),
            (ID_TOKEN.to_owned(), self.id_token.into()),
        ]);
        // What somebody else typed is none of theirs.
        let late = self.late.as_ref().filter(|late| late.account == account);
        data.extend(late.map(|late| (LATE_FORM.to_owned(), late.form.clone())));
        let hash = super::store::hash(self.id);
        Ok(NewSession {
            hash,
            account,
            data: self
                .store
                .seal(hash, &data)
                .map_err(|error| away(error.into()))?,
            user_agent: self.user_agent.to_owned(),
        })
    }
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

pub(super) fn away(error: Error) -> ServiceError {
    tracing::error!(%error, "the session store failed");
    ServiceError::Unavailable("sessions")
}
