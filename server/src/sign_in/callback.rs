//! `GET /sign-in/callback`: the browser comes back from the provider.

use std::sync::Arc;

use app::hats;
use axum::Extension;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::USER_AGENT;
use axum::response::Response;
use services::accounts::admit::admit;
use services::accounts::{Admission, Arrival, ProvenIdentity, attempts};

use super::begin::see_other;
use super::exchange_code::exchange_code;
use super::id_token;
use super::note::Note;
use super::problem::Problem;
use super::relying_party::RelyingParty;
use crate::http::exchange::Exchange;
use crate::session::{self, Beginning, CookieJar, Presented, only_cookie};
use crate::state::AppState;

/// Ends a sign-in: the answer is checked, the code redeemed, the token verified, the account
/// found or opened, and a session begun under a new id.
pub(super) async fn callback(
    State(state): State<AppState>,
    Extension(exchange): Extension<Exchange>,
    Extension(party): Extension<Arc<RelyingParty>>,
    presented: Option<Extension<Presented>>,
    headers: HeaderMap,
) -> Response {
    let presented = presented.map(|Extension(presented)| presented);
    match complete(&state, &exchange, &party, presented, &headers).await {
        Ok(response) => response,
        Err(problem) => problem.respond(&state, &exchange),
    }
}

async fn complete(
    state: &AppState,
    exchange: &Exchange,
    party: &RelyingParty,
    presented: Option<Presented>,
    headers: &HeaderMap,
) -> Result<Response, Problem> {
    let answer = Answer::read(exchange)?;
    let jar = CookieJar::new(state.config.secure());
    let attempt = jar.attempt(&Note::tag(answer.state));
    let note = only_cookie(headers, &attempt)
        .and_then(|value| Note::open(&state.platform, value, answer.state, exchange.now))
        .ok_or(Problem::Stale("no note for this state"))?;
    let first = attempts::use_up(&state.platform.database, answer.state, exchange.now).await?;
    if !first {
        return Err(Problem::Stale("used before"));
    }
    let provider = party.provider().await?;
    let issuer = party.settings.issuer.as_str();
    let named = provider
        .metadata
        .additional_metadata()
        .authorization_response_iss_parameter_supported;
    answer.check_issuer(issuer, &note.issuer, named)?;
    let code = answer.code()?;
    let tokens = exchange_code(party, &provider, code, &note.verifier).await?;
    let proven = id_token::verify(party, provider, &tokens, &note.nonce).await?;

    let mut context = exchange.page_request(state).context;
    context.reason = "sign-in";
    let identity = ProvenIdentity {
        provider: &party.settings.name,
        subject: &proven.subject,
        name: proven.name.as_deref(),
    };
    let user_agent = headers
        .get(USER_AGENT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let late = session::take_over(&state.platform, presented, exchange.now).await;
    let beginning = Beginning::new(&state.platform, user_agent, &proven.raw).with(late);
    let arrival = Arrival {
        before: presented.map(Presented::hash),
        session: &|account| beginning.row(account),
    };
    let Admission::Granted { roles, .. } = admit(&context, &identity, &arrival).await? else {
        return Err(Problem::Closed);
    };
    tracing::info!(request_id = exchange.request_id, "signed in");
    let cookies = [
        jar.set(jar.session(), &beginning.id.to_string(), None),
        jar.remove(&attempt),
    ];
    Ok(see_other(&hats::landing(&note.next, &roles), &cookies))
}

/// What the provider sent the browser back with.
struct Answer<'a> {
    state: &'a str,
    code: Option<&'a str>,
    error: Option<&'a str>,
    issuer: Option<&'a str>,
}

impl<'a> Answer<'a> {
    fn read(exchange: &'a Exchange) -> Result<Self, Problem> {
        let value = |name: &'static str| {
            let mut values = exchange.query.iter().filter(|(key, _)| key == name);
            let first = values.next().map(|(_, value)| value.as_str());
            match values.next() {
                None => Ok(first),
                Some(_) => Err(Problem::Refused("a parameter given twice")),
            }
        };
        Ok(Self {
            state: value("state")?
                .filter(|state| state.len() <= 128)
                .ok_or(Problem::Stale("no state"))?,
            code: value("code")?,
            error: value("error")?,
            issuer: value("iss")?,
        })
    }

    /// The answer has to come from whom we asked (RFC 9207), who has to be whom we ask today.
    fn check_issuer(&self, ours: &str, asked: &str, named: bool) -> Result<(), Problem> {
        if asked != ours {
            return Err(Problem::Stale("another provider was asked"));
        }
        match self.issuer {
            Some(issuer) if issuer == ours => Ok(()),
            Some(_) => Err(Problem::Refused("iss of the answer")),
            None if named => Err(Problem::Refused("no iss in the answer")),
            None => Ok(()),
        }
    }

    fn code(&self) -> Result<&'a str, Problem> {
        match (self.error, self.code) {
            (Some("access_denied"), _) => Err(Problem::Cancelled),
            (Some("temporarily_unavailable" | "server_error"), _) => {
                Err(Problem::Away("error in the answer"))
            }
            (Some(_), _) => Err(Problem::Refused("error in the answer")),
            (None, Some(code)) if !code.is_empty() && code.len() <= 4096 => Ok(code),
            (None, _) => Err(Problem::Refused("no code")),
        }
    }
}
