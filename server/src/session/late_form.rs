//! A form that came after its session had ended: kept with the ended session, and brought back by
//! the next sign-in of the same account.

use std::collections::HashMap;
use std::sync::Arc;

use app::page::{Answer, LocalPath, PageError};
use app::pages::late_form::{self, LateForm};
use app::respond;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use chrono::{DateTime, Utc};
use domain::ids::AccountId;
use serde_json::{Value, json};
use services::accounts::ended_sessions;
use services::error::InLog;
use services::{Platform, ServiceError};
use tower_sessions::Session;

use super::begin::away;
use super::identify::Presented;
use super::store::{ACCOUNT, Store};
use crate::http::exchange::Exchange;
use crate::state::AppState;

/// The entry of a session that holds such a form.
pub(super) const LATE_FORM: &str = "late_form";
/// Where it comes back.
pub(super) const ADDRESS: &str = "/late-form";
/// The hidden field by which it is known when it is sent at last.
pub use app::pages::late_form::SENT;

/// A form that came too late, and whose it is.
pub struct Late {
    pub(super) account: AccountId,
    pub(super) form: Value,
}

/// Keeps `form` with the session that ended. `false` when that session is not known any more, or
/// the store does not answer.
pub async fn late(
    platform: &Arc<Platform>,
    presented: Option<Presented>,
    form: &LateForm,
    now: DateTime<Utc>,
) -> bool {
    let Some(presented) = presented else {
        return false;
    };
    match keep(platform, presented, form, now).await {
        Ok(kept) => kept,
        Err(error) => {
            tracing::warn!(error = error.in_log(), "a late form was not kept");
            false
        }
    }
}

async fn keep(
    platform: &Arc<Platform>,
    presented: Presented,
    form: &LateForm,
    now: DateTime<Utc>,
) -> Result<bool, ServiceError> {
    let hash = presented.hash();
    let found = ended_sessions::find(&platform.database, hash, now).await?;
    let Some(account) = found.and_then(|row| row.account_id) else {
        return Ok(false);
    };
    let data = HashMap::from([
        (
            ACCOUNT.to_owned(),
            AccountId::from(account).to_string().into(),
        ),
        (LATE_FORM.to_owned(), json!([form.action, form.fields])),
    ]);
    let store = Store::new(Arc::clone(platform));
    let data = store
        .seal(hash, &data)
        .map_err(|error| away(error.into()))?;
    Ok(ended_sessions::replace_data(&platform.database, hash, data, now).await?)
}

/// The form that waits with the session that the browser had until now, for the one that begins.
/// A sign-in never fails because of it.
pub async fn take_over(
    platform: &Arc<Platform>,
    presented: Option<Presented>,
    now: DateTime<Utc>,
) -> Option<Late> {
    let hash = presented?.hash();
    let found = ended_sessions::find(&platform.database, hash, now).await;
    let row = found
        .inspect_err(|error| tracing::warn!(error = error.in_log(), "a late form was not found"))
        .ok()??;
    let store = Store::new(Arc::clone(platform));
    let mut data = store.open(hash, &row.data).ok()?;
    Some(Late {
        account: AccountId::from(row.account_id?),
        form: data.remove(LATE_FORM)?,
    })
}

/// Forgets the form: it was sent, or is not wanted any more.
pub async fn sent(platform: &Arc<Platform>, presented: Option<Presented>) {
    if let Some(presented) = presented
        && let Err(error) = forget(platform, presented).await
    {
        tracing::warn!(error = error.in_log(), "a late form was not forgotten");
    }
}

async fn forget(platform: &Arc<Platform>, presented: Presented) -> Result<(), ServiceError> {
    let session = session(platform, presented);
    let had: Option<Value> = session.remove(LATE_FORM).await.map_err(away)?;
    if had.is_some() {
        session.save().await.map_err(away)?;
    }
    Ok(())
}

fn session(platform: &Arc<Platform>, presented: Presented) -> Session {
    let store = Arc::new(Store::new(Arc::clone(platform)));
    Session::new(Some(presented.0), store, None)
}

/// `GET /late-form`: the form, to be sent with one press. When none waits, one's own first page.
pub(super) async fn show(
    State(state): State<AppState>,
    Extension(exchange): Extension<Exchange>,
    presented: Option<Extension<Presented>>,
) -> Response {
    let request = exchange.page_request(&state);
    let (true, Some(Extension(presented))) = (request.signed_in(), presented) else {
        return respond::respond(&request, Err(PageError::SignIn));
    };
    let session = session(&state.platform, presented);
    let found = session.get::<(String, Vec<(String, String)>)>(LATE_FORM);
    match found.await.map_err(away) {
        Ok(Some((action, fields))) => {
            let page = late_form::ready(&request, &LateForm { action, fields });
            respond::respond(&request, Ok(page.into()))
        }
        Ok(None) => to_me(&request),
        Err(error) => respond::respond(&request, Err(error.into())),
    }
}

/// `POST /late-form/discard`: it is not wanted any more.
pub(super) async fn discard(
    State(state): State<AppState>,
    Extension(exchange): Extension<Exchange>,
    presented: Option<Extension<Presented>>,
) -> Response {
    let presented = presented.map(|Extension(presented)| presented);
    sent(&state.platform, presented).await;
    to_me(&exchange.page_request(&state))
}

fn to_me(request: &app::page::PageRequest) -> Response {
    let result = LocalPath::parse("/me")
        .map(|path| Answer::SeeOther(path, Vec::new()))
        .ok_or(PageError::Service(ServiceError::NotFound));
    respond::respond(request, result)
}
