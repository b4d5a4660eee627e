//! `?lang=` is a choice for all pages to come.

use app::language::Language;
use app::preferences::LANGUAGE_COOKIE;
use axum::Extension;
use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::http::header::SET_COOKIE;
use axum::middleware::Next;
use axum::response::Response;

use super::exchange::Exchange;
use crate::state::AppState;

/// Remembers the language that an address asks for, whatever page answers: its own, or the one
/// for what does not exist.
pub async fn remember(
    State(state): State<AppState>,
    Extension(exchange): Extension<Exchange>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = next.run(request).await;
    if exchange.reads
        && !exchange.prefetch
        && let Some(chosen) = asked_for(&exchange)
        && let Ok(value) = HeaderValue::from_str(&cookie(chosen, state.config.secure()))
    {
        response.headers_mut().append(SET_COOKIE, value);
    }
    response
}

fn asked_for(exchange: &Exchange) -> Option<Language> {
    let (_, value) = exchange.query.iter().find(|(name, _)| name == "lang")?;
    Language::from_code(value)
}

fn cookie(chosen: Language, secure: bool) -> String {
    let secure = if secure { "; Secure" } else { "" };
    let code = chosen.code();
    format!("{LANGUAGE_COOKIE}={code}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly{secure}")
}
