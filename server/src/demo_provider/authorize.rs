//! The page of invented people, and what a press on one does.

use std::sync::Arc;

use app::pages::error::Failure;
use app::pages::sign_in_demo;
use app::respond;
use axum::Extension;
use axum::extract::State;
use axum::http::header::LOCATION;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use services::accounts::demo_identities;

use super::codes::Grant;
use super::{CLIENT_ID, DemoProvider};
use crate::http::exchange::Exchange;
use crate::http::failure;
use crate::state::AppState;

const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");

/// What is handed on from the request to the form, and from the form to the answer.
const HANDED_ON: [&str; 8] = [
    "client_id",
    "redirect_uri",
    "response_type",
    "scope",
    "state",
    "nonce",
    "code_challenge",
    "code_challenge_method",
];

/// `GET …/authorize`: lists everybody; with `sub`, goes back to the site with a code for them.
pub(super) async fn authorize(
    State(state): State<AppState>,
    Extension(exchange): Extension<Exchange>,
    Extension(provider): Extension<Arc<DemoProvider>>,
) -> Response {
    let Some(asked) = Asked::read(&provider, &exchange) else {
        // Nobody is sent anywhere by a request that does not name our own site.
        return failure::respond(&state, &exchange, Failure::Invalid);
    };
    if let Err(error) = asked.check() {
        return asked.answer(&provider, &[("error", error)]);
    }
    let Some(subject) = only(&exchange, "sub") else {
        return list(&state, &exchange);
    };
    let Some(identity) = demo_identities::find(subject) else {
        return asked.answer(&provider, &[("error", "access_denied")]);
    };
    let mut random = [0_u8; 32];
    provider.platform.random.fill(&mut random);
    let code = URL_SAFE_NO_PAD.encode(random);
    let grant = Grant {
        subject: identity.subject,
        nonce: asked.nonce.unwrap_or_default().to_owned(),
        challenge: asked.challenge.unwrap_or_default().to_owned(),
        given_at: provider.platform.clock.now(),
    };
    if provider.codes.keep(code.clone(), grant) {
        asked.answer(&provider, &[("code", &code)])
    } else {
        asked.answer(&provider, &[("error", "temporarily_unavailable")])
    }
}

fn list(state: &AppState, exchange: &Exchange) -> Response {
    let request = exchange.page_request(state);
    let hidden = HANDED_ON
        .into_iter()
        .filter_map(|name| Some((name, only(exchange, name)?.to_owned())))
        .collect();
    let page = sign_in_demo::page(&request, exchange.path.clone(), hidden);
    let mut response = respond::respond(&request, Ok(page.into()));
    let headers = response.headers_mut();
    headers.insert(ROBOTS, HeaderValue::from_static("noindex, nofollow"));
    response
}

/// The value of `name` in the query, when it is given exactly once.
fn only<'a>(exchange: &'a Exchange, name: &str) -> Option<&'a str> {
    let mut values = exchange.query.iter().filter(|(key, _)| key == name);
    let (_, value) = values.next()?;
    values.next().is_none().then_some(value)
}

/// A request of our own site.
struct Asked<'a> {
    response_type: Option<&'a str>,
    scope: &'a str,
    state: Option<&'a str>,
    nonce: Option<&'a str>,
    challenge: Option<&'a str>,
    method: Option<&'a str>,
}

impl<'a> Asked<'a> {
    fn read(provider: &DemoProvider, exchange: &'a Exchange) -> Option<Self> {
        let ours = only(exchange, "client_id")? == CLIENT_ID
            && only(exchange, "redirect_uri")? == provider.redirect_uri;
        ours.then(|| Self {
            response_type: only(exchange, "response_type"),
            scope: only(exchange, "scope").unwrap_or_default(),
            state: only(exchange, "state"),
            nonce: only(exchange, "nonce"),
            challenge: only(exchange, "code_challenge"),
            method: only(exchange, "code_challenge_method"),
        })
    }

    /// The OAuth error of a request that lacks something.
    fn check(&self) -> Result<(), &'static str> {
        if self.response_type != Some("code") {
            return Err("unsupported_response_type");
        }
        if !self.scope.split(' ').any(|scope| scope == "openid") {
            return Err("invalid_scope");
        }
        let proves = self.method == Some("S256")
            && self
                .challenge
                .is_some_and(|challenge| challenge.len() == 43);
        if proves && self.nonce.is_some() && self.state.is_some() {
            Ok(())
        } else {
            Err("invalid_request")
        }
    }

    /// Sends the browser back to our site.
    fn answer(&self, provider: &DemoProvider, pairs: &[(&str, &str)]) -> Response {
        let mut all = pairs.to_vec();
        all.push(("iss", &provider.issuer));
        if let Some(state) = self.state {
            all.push(("state", state));
        }
        let query = serde_urlencoded::to_string(&all).unwrap_or_default();
        let mut response = StatusCode::SEE_OTHER.into_response();
        if let Ok(address) = HeaderValue::from_str(&format!("{}?{query}", provider.redirect_uri)) {
            response.headers_mut().insert(LOCATION, address);
        }
        response
    }
}
