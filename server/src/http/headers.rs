//! Headers that keep an answer from being misused by the pages around it.

use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;

use super::exchange::Exchange;
use crate::state::AppState;

const OPENER: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const RESOURCE: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const PERMISSIONS: HeaderName = HeaderName::from_static("permissions-policy");
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

const NO_DEVICES: HeaderValue = HeaderValue::from_static(
    "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
);
const NOTHING_AT_ALL: HeaderValue =
    HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'");

/// Writes them onto `response`. A policy that a handler set already stays.
pub fn secure(state: &AppState, exchange: &Exchange, response: &mut Response) {
    let machine = exchange.path.starts_with("/api/");
    let headers = response.headers_mut();
    if machine {
        set(headers, CONTENT_SECURITY_POLICY, NOTHING_AT_ALL);
    } else {
        if let Ok(policy) = HeaderValue::from_str(&policy(state, &exchange.nonce)) {
            set(headers, CONTENT_SECURITY_POLICY, policy);
        }
        set(headers, RESOURCE, HeaderValue::from_static("same-origin"));
        set(headers, PERMISSIONS, NO_DEVICES);
    }
    set(
        headers,
        X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    set(
        headers,
        REFERRER_POLICY,
        HeaderValue::from_static("same-origin"),
    );
    set(headers, OPENER, HeaderValue::from_static("same-origin"));
    set(headers, CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(id) = HeaderValue::from_str(&exchange.request_id) {
        headers.insert(REQUEST_ID, id);
    }
    if state.config.secure() {
        let year = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        headers.insert(STRICT_TRANSPORT_SECURITY, year);
    }
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: HeaderValue) {
    headers.entry(name).or_insert(value);
}

/// Forms may lead to the provider too: browsers apply `form-action` to redirects, and signing
/// out ends there.
fn policy(state: &AppState, nonce: &str) -> String {
    let provider = state
        .config
        .provider
        .as_ref()
        .map(|provider| format!(" {}", provider.origin()))
        .unwrap_or_default();
    format!(
        "default-src 'self'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; \
         style-src 'self'; img-src 'self' data:; connect-src 'self'; object-src 'none'; \
         base-uri 'none'; form-action 'self'{provider}; frame-ancestors 'none'"
    )
}
