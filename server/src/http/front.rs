//! The front door: every request gets an id and an answer, whatever happens behind it.

use std::panic::AssertUnwindSafe;
use std::time::Instant;

use app::pages::error::Failure;
use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use futures_util::FutureExt;

use super::exchange::Exchange;
use super::{failure, headers};
use crate::state::AppState;

/// Gives the request its [`Exchange`], survives a panic behind it, writes the security headers,
/// counts and logs. What is logged is the route's pattern: no address, no query, nobody's id.
pub async fn door(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let started = Instant::now();
    let exchange = Exchange::begin(&state, &request);
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    request.extensions_mut().insert(exchange.clone());

    let mut response = AssertUnwindSafe(next.run(request))
        .catch_unwind()
        .await
        .unwrap_or_else(|_| panicked(&state, &exchange));

    headers::secure(&state, &exchange, &mut response);
    let route = route.as_ref().map_or("none", MatchedPath::as_str);
    let status = response.status().as_u16();
    let took = started.elapsed();
    state.gauges.count(&method, route, status, took);
    if !exchange.prefetch {
        tracing::info!(
            request_id = exchange.request_id,
            method = method.as_str(),
            route,
            status,
            took_us = u64::try_from(took.as_micros()).unwrap_or(u64::MAX),
            "answered"
        );
    }
    response
}

/// The hook that prints panics has said where; the person gets a page with the id.
fn panicked(state: &AppState, exchange: &Exchange) -> Response {
    tracing::error!(request_id = exchange.request_id, "a handler panicked");
    failure::respond(state, exchange, Failure::Internal)
}
