//! `POST /sign-out`: ends the session here, or all of the account, then at the provider.

use std::sync::Arc;

use app::page::Flash;
use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderName, HeaderValue};
use axum::response::Response;
use bytes::Bytes;
use services::accounts::{SessionFacts, own_sessions, sign_out as accounts};

use super::begin::see_other;
use super::problem::Problem;
use super::relying_party::RelyingParty;
use crate::http::exchange::Exchange;
use crate::session::{self, CookieJar, ID_TOKEN, Presented, leave_flash};
use crate::state::AppState;

const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");
/// What the browser forgets. Not the cookies: language and elder mode are to survive.
const FORGET: HeaderValue = HeaderValue::from_static("\"cache\", \"storage\"");

/// Signs out. A provider that does not answer does not keep anybody signed in here.
pub(super) async fn sign_out(
    State(state): State<AppState>,
    Extension(exchange): Extension<Exchange>,
    Extension(party): Extension<Arc<RelyingParty>>,
    presented: Option<Extension<Presented>>,
    facts: Option<Extension<SessionFacts>>,
    form: Bytes,
) -> Response {
    let session = presented.zip(facts);
    let mut token = None;
    if let Some((Extension(Presented(id)), Extension(facts))) = session {
        // A hint that cannot be read only costs a question at the provider.
        token = session::kept(&state.platform, id, ID_TOKEN)
            .await
            .ok()
            .flatten();
        let mut context = exchange.page_request(&state).context;
        context.reason = "sign-out";
        let done = if is_everywhere(&form) {
            own_sessions::end_all(&context).await.map(drop)
        } else {
            accounts::sign_out(&context, facts.hash).await
        };
        if let Err(error) = done {
            return Problem::from(error).respond(&state, &exchange);
        }
    }
    let there = match &token {
        Some(token) => end_session(&party, token).await,
        None => None,
    };
    let jar = CookieJar::new(state.config.secure());
    // What is removed comes last: curl forgets the removal when another cookie follows it.
    let cookies = [
        leave_flash(jar, Flash::SignedOut),
        jar.remove(jar.session()),
    ];
    let mut response = see_other(there.as_deref().unwrap_or("/"), &cookies);
    response.headers_mut().insert(CLEAR_SITE_DATA, FORGET);
    response
}

/// Whether the form asks to end the account's sessions on all devices.
fn is_everywhere(form: &[u8]) -> bool {
    let fields: Vec<(String, String)> = serde_urlencoded::from_bytes(form).unwrap_or_default();
    let wish = ("everywhere", "yes");
    fields
        .iter()
        .any(|(name, value)| (name.as_str(), value.as_str()) == wish)
}

/// Where the browser goes to sign out at the provider, which sends it back to our home page.
async fn end_session(party: &RelyingParty, token: &str) -> Option<String> {
    let provider = party.provider().await.ok()?;
    let endpoint = provider
        .metadata
        .additional_metadata()
        .end_session_endpoint
        .as_ref();
    let mut url = endpoint?.clone();
    url.query_pairs_mut()
        .append_pair("id_token_hint", token)
        .append_pair("client_id", &party.settings.client_id)
        .append_pair(
            "post_logout_redirect_uri",
            &format!("{}/", party.settings.public_url),
        );
    Some(url.into())
}
