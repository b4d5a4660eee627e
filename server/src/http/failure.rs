//! What went wrong, as a page for people and as a problem document for machines.

use app::page::PageRequest;
use app::pages::error::Failure;
use app::respond;
use axum::Extension;
use axum::extract::State;
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, Method};
use axum::response::Response;

use super::exchange::Exchange;
use crate::api::problem;
use crate::state::AppState;

/// The answer for `failure`, in the form that the asked-for address speaks.
#[must_use]
pub fn respond(state: &AppState, exchange: &Exchange, failure: Failure) -> Response {
    // A button that did nothing must not look as if it had.
    let failure = match failure {
        Failure::Unavailable if !exchange.reads => Failure::NotDone,
        other => other,
    };
    let mut response = if exchange.path.starts_with("/api/") {
        problem::of_failure(failure, &exchange.request_id)
    } else {
        respond::show_failure(&page_request(state, exchange, failure), failure)
    };
    if let Failure::TooMany(seconds) = failure {
        response
            .headers_mut()
            .insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

fn page_request(state: &AppState, exchange: &Exchange, failure: Failure) -> PageRequest {
    let request = exchange.page_request(state);
    match failure {
        Failure::WrongMethod => request.without_its_address(),
        // A link can ask for what only shows.
        Failure::TakesNoForm => request,
        _ => exchange.to_come_back_to(request),
    }
}

/// For addresses that do not exist.
pub async fn not_found(
    State(state): State<AppState>,
    Extension(exchange): Extension<Exchange>,
) -> Response {
    respond(&state, &exchange, Failure::NotFound)
}

/// For addresses that exist, asked for in a way they do not know. Every address of a browser knows
/// one of reading and posting, so that whoever posts in vain could have read.
pub async fn method_not_allowed(
    State(state): State<AppState>,
    Extension(exchange): Extension<Exchange>,
    method: Method,
) -> Response {
    let failure = if method == Method::POST {
        Failure::TakesNoForm
    } else {
        Failure::WrongMethod
    };
    respond(&state, &exchange, failure)
}
