//! The language of an answer of the API: what `Accept-Language` says, and nothing else.

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use domain::language::Language;

/// The language that the headers ask for; Chinese when they ask for neither.
pub(super) fn asked_for(headers: &HeaderMap) -> Language {
    let header = headers
        .get(ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    match app::language::Language::from_accept_language(header) {
        app::language::Language::Chinese => Language::Zh,
        app::language::Language::English => Language::En,
    }
}
