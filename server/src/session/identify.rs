//! Who asks: read once for each request that may show something personal.

use std::sync::Arc;

use app::page::Flash;
use axum::Extension;
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_TYPE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use services::accounts::{SessionFacts, SessionHash, identify, sessions};
use services::error::InLog;
use services::{Actor, Platform};
use tower_sessions::session::Id;

use super::away::StoreAway;
use super::cookie::{CookieJar, only, parse_id};
use super::{flash, store};
use crate::csrf;
use crate::http::exchange::Exchange;
use crate::identity::Identity;
use crate::state::AppState;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// The session id that the browser presented, valid or not. In the extensions of a request that
/// carries one.
#[derive(Clone, Copy)]
pub struct Presented(pub Id);

impl Presented {
    /// The key of its row, if there is one.
    #[must_use]
    pub fn hash(self) -> SessionHash {
        store::hash(self.0)
    }
}

/// What the form tokens of this request are bound to. In the extensions of every request that
/// has such a thing.
#[derive(Clone)]
pub struct FormBinding(pub Arc<str>);

/// Puts who asks into the request's [`Exchange`], and [`SessionFacts`], [`Presented`] and
/// [`FormBinding`] into its extensions. One statement for a request with a session cookie, none
/// without. A store that cannot be asked means 503, never "signed out" ([`turn_away`](super::turn_away)).
pub async fn identify(
    State(state): State<AppState>,
    Extension(exchange): Extension<Exchange>,
    mut request: Request,
    next: Next,
) -> Response {
    let jar = CookieJar::new(state.config.secure());
    let headers = request.headers();
    let presented = only(headers, jar.session()).and_then(parse_id);
    let mut signed_in = None;
    if let Some(id) = presented {
        let asked = identify::by_session(&state.platform.database, store::hash(id), exchange.now);
        match asked.await {
            Ok(found) => signed_in = found,
            Err(_) => {
                let value = session_binding(store::hash(id));
                request.extensions_mut().insert(FormBinding(value.into()));
                request.extensions_mut().insert(StoreAway);
                return next.run(request).await;
            }
        }
    }
    let binding = Binding::of(&state.platform, jar, headers, presented);
    let acting = signed_in.as_ref().map(|found| found.actor.role);
    // A page that somebody looks at says once that the session they came with has ended.
    let looked_at = *request.method() == Method::GET && !exchange.prefetch;
    let ended = presented.filter(|_| looked_at && signed_in.is_none());
    let ended = ended.map(store::hash);
    let flash = flash::read(headers, jar, acting).or_else(|| {
        let untold = ended.is_some_and(|hash| !flash::was_told(headers, jar, hash));
        untold.then_some(Flash::SessionEnded)
    });
    let form_token = binding
        .value
        .as_deref()
        .map(|value| csrf::token(&state.platform.keys, value))
        .unwrap_or_default();
    let facts = signed_in.as_ref().map(|found| found.session.clone());
    exchange.identify(Identity {
        actor: signed_in.map_or_else(Actor::visitor, |found| found.actor),
        roles: facts.as_ref().map(SessionFacts::held).unwrap_or_default(),
        ended: facts.as_ref().and_then(|facts| facts.hat.ended),
        session: facts.as_ref().map(|facts| facts.hash),
        form_token,
        session_end: facts
            .as_ref()
            .map(|facts| sessions::end_after_use(facts, exchange.now)),
        flash,
        elder_mode: facts.as_ref().is_some_and(|facts| facts.elder_mode),
        unread: facts.as_ref().map_or(0, |facts| facts.unread),
    });
    let extensions = request.extensions_mut();
    if let Some(id) = presented {
        extensions.insert(Presented(id));
    }
    if let Some(value) = binding.value {
        extensions.insert(FormBinding(value));
    }
    if let Some(facts) = facts {
        touch(&state.platform, &exchange, &facts);
        extensions.insert(facts);
    }
    let mut response = next.run(request).await;
    if is_page(&response) && !exchange.prefetch {
        match (flash, ended) {
            (Some(Flash::SessionEnded), Some(hash)) => {
                append(&mut response, &flash::told(jar, hash));
            }
            (Some(_), _) => append(&mut response, &jar.remove(jar.flash())),
            (None, _) => {}
        }
        if let Some(cookie) = binding.new_cookie {
            append(&mut response, &cookie);
        }
    }
    response
}

/// Writes down that the session is in use, beside the request: nobody waits for it.
fn touch(platform: &Arc<Platform>, exchange: &Exchange, facts: &SessionFacts) {
    if exchange.prefetch || !sessions::wants_touch(facts, exchange.now) {
        return;
    }
    let platform = Arc::clone(platform);
    let (facts, now) = (facts.clone(), exchange.now);
    tokio::spawn(async move {
        if let Err(error) = sessions::touch(&platform.database, &facts, now).await {
            tracing::warn!(
                error = error.in_log(),
                "the use of a session was not written down"
            );
        }
    });
}

/// What form tokens are bound to: the session, ended or not, else a value in a cookie of its own. Browsers
/// that send `Sec-Fetch-Site` need no token, so they get no such cookie.
struct Binding {
    value: Option<Arc<str>>,
    new_cookie: Option<String>,
}

impl Binding {
    fn of(platform: &Platform, jar: CookieJar, headers: &HeaderMap, presented: Option<Id>) -> Self {
        // An ended session counts too: its forms may still come, and are kept.
        if let Some(id) = presented {
            return Self::to(&session_binding(store::hash(id)), None);
        }
        if let Some(value) = only(headers, jar.form()).filter(|value| value.len() == 22) {
            return Self::to(value, None);
        }
        if headers.contains_key(SEC_FETCH_SITE) {
            return Self {
                value: None,
                new_cookie: None,
            };
        }
        let mut random = [0_u8; 16];
        platform.random.fill(&mut random);
        let value = URL_SAFE_NO_PAD.encode(random);
        let cookie = jar.set(jar.form(), &value, None);
        Self::to(&value, Some(cookie))
    }

    fn to(value: &str, new_cookie: Option<String>) -> Self {
        Self {
            value: Some(Arc::from(value)),
            new_cookie,
        }
    }
}

fn session_binding(hash: SessionHash) -> String {
    format!("session/{}", URL_SAFE_NO_PAD.encode(hash.as_bytes()))
}

fn is_page(response: &Response) -> bool {
    response
        .headers()
        .get(CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

fn append(response: &mut Response, cookie: &str) {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(SET_COOKIE, value);
    }
}
