//! Too much at once is turned away at the door, and nothing is worked on for ever.

use app::pages::error::Failure;
use axum::Extension;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;

use super::exchange::Exchange;
use super::failure;
use crate::state::AppState;

/// Answers 503 at once when too many requests are under way, and when one takes too long.
pub async fn shed(
    State(state): State<AppState>,
    Extension(exchange): Extension<Exchange>,
    request: Request,
    next: Next,
) -> Response {
    let Ok(_place) = state.gauges.places.try_acquire() else {
        return failure::respond(&state, &exchange, Failure::Unavailable);
    };
    let patience = state.config.limits.request_time;
    match tokio::time::timeout(patience, next.run(request)).await {
        Ok(response) => response,
        Err(_) => {
            tracing::warn!(request_id = exchange.request_id, "took too long");
            failure::respond(&state, &exchange, Failure::Unavailable)
        }
    }
}
