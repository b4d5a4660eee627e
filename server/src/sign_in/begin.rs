//! `GET /sign-in?next=…`: sends the browser to the provider.

use std::sync::Arc;

use app::page::LocalPath;
use axum::Extension;
use axum::extract::State;
use axum::http::header::{HOST, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use services::accounts::attempts::LIFETIME;

use super::authorize;
use super::note::Note;
use super::problem::Problem;
use super::relying_party::RelyingParty;
use crate::http::exchange::Exchange;
use crate::session::{CookieJar, cookies};
use crate::state::AppState;

/// Where people go on to when they did not come from anywhere.
const HOME: &str = "/me";
/// So many sign-ins under way are kept when another one begins, and older ones are forgotten:
/// cookies have to fit into a request.
const KEPT_ATTEMPTS: usize = 3;

/// Begins a sign-in. What `next` names is visited afterwards, when it is a path of this site.
pub(super) async fn begin(
    State(state): State<AppState>,
    Extension(exchange): Extension<Exchange>,
    Extension(party): Extension<Arc<RelyingParty>>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    if exchange.prefetch {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    if let Some(address) = under_our_name(&state, &uri, &headers) {
        return see_other(&address, &[]);
    }
    match redirect(&state, &exchange, &party, &headers).await {
        Ok(response) => response,
        Err(problem) => problem.respond(&state, &exchange),
    }
}

async fn redirect(
    state: &AppState,
    exchange: &Exchange,
    party: &RelyingParty,
    headers: &HeaderMap,
) -> Result<Response, Problem> {
    let provider = party.provider().await?;
    let client = authorize::client(&party.settings, &provider)?;
    let next = next(exchange);
    let note = Note::new(
        &state.platform,
        &party.settings.issuer,
        next.as_deref().unwrap_or(HOME),
        exchange.now,
    );
    let language = exchange.preferences.language.tag();
    let address = authorize::address(&client, &note, language);
    let jar = CookieJar::new(state.config.secure());
    let name = jar.attempt(&Note::tag(&note.state));
    let cookie = jar.set(
        &name,
        &note.seal(&state.platform)?,
        Some(LIFETIME.num_seconds()),
    );
    let mut cookies = forget_old_attempts(jar, headers);
    cookies.push(cookie);
    Ok(see_other(address.as_str(), &cookies))
}

/// In a demonstration people reach this machine as `localhost` too; cookies and the way back from
/// the provider are those of one name, so a sign-in begins under that.
fn under_our_name(state: &AppState, uri: &Uri, headers: &HeaderMap) -> Option<String> {
    let ours = &state.site.public_url;
    let (_, name) = ours.split_once("://")?;
    let asked = headers.get(HOST)?.to_str().ok()?;
    let query = uri.path_and_query()?.as_str();
    let local = is_this_machine(asked) && is_this_machine(name);
    (state.config.demo() && local && asked != name).then(|| format!("{ours}{query}"))
}

fn is_this_machine(authority: &str) -> bool {
    let (host, _) = authority.rsplit_once(':').unwrap_or((authority, ""));
    matches!(host, "localhost" | "127.0.0.1" | "[::1]")
}

/// The wish, when it is a path of this site that is not about signing in itself.
fn next(exchange: &Exchange) -> Option<String> {
    let mut wishes = exchange.query.iter().filter(|(name, _)| name == "next");
    let (_, wish) = wishes.next()?;
    let path = LocalPath::parse(wish).filter(|_| wishes.next().is_none())?;
    (!path.as_str().starts_with("/sign-")).then(|| path.as_str().to_owned())
}

/// Browsers name cookies in the order in which they were set.
fn forget_old_attempts(jar: CookieJar, headers: &HeaderMap) -> Vec<String> {
    let open: Vec<&str> = cookies(headers)
        .map(|(name, _)| name)
        .filter(|name| name.starts_with(jar.attempts()))
        .filter(|name| name.bytes().all(|byte| byte.is_ascii_graphic()))
        .collect();
    let old = open.len().saturating_sub(KEPT_ATTEMPTS);
    let old = open.into_iter().take(old);
    old.map(|name| jar.remove(name)).collect()
}

/// 303 to `address` with `cookies`.
pub(super) fn see_other(address: &str, cookies: &[String]) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    let headers = response.headers_mut();
    if let Ok(value) = HeaderValue::from_str(address) {
        headers.insert(LOCATION, value);
    }
    for cookie in cookies {
        if let Ok(value) = HeaderValue::from_str(cookie) {
            headers.append(SET_COOKIE, value);
        }
    }
    response
}
