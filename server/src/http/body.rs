//! How much may be sent in, and reading it.

use std::time::Duration;

use app::pages::error::Failure;
use axum::Extension;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::CONTENT_LENGTH;
use axum::middleware::Next;
use axum::response::Response;
use bytes::Bytes;
use http_body_util::{BodyExt, LengthLimitError, Limited};

use super::exchange::Exchange;
use super::failure;
use crate::state::AppState;

/// What is read and thrown away of a body that is too large. A browser shows our answer only
/// when it was allowed to finish sending.
const DRAINED: usize = 32 * 1024 * 1024;
const DRAIN_TIME: Duration = Duration::from_secs(5);

/// Answers 413 to a body that announces itself as too large, and cuts off one that turns out so.
pub async fn limit(
    State(state): State<AppState>,
    Extension(exchange): Extension<Exchange>,
    request: Request,
    next: Next,
) -> Response {
    let limits = &state.config.limits;
    let most = if exchange.path.starts_with("/api/") {
        limits.api_body
    } else {
        limits.body
    };
    let announced = request
        .headers()
        .get(CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    if announced.is_some_and(|length| length > most) {
        drain(request.into_body()).await;
        return failure::respond(&state, &exchange, Failure::TooLarge);
    }
    if announced.is_some() {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let request = Request::from_parts(parts, Body::new(Limited::new(body, most)));
    next.run(request).await
}

async fn drain(body: Body) {
    let mut limited = Limited::new(body, DRAINED);
    let all = async { while let Some(Ok(_)) = limited.frame().await {} };
    // Whoever sends more, or more slowly, is cut off.
    let _ = tokio::time::timeout(DRAIN_TIME, all).await;
}

/// Reads a whole body.
///
/// # Errors
/// `TooLarge` when the limit was reached, `Invalid` when the sender broke off.
pub async fn read(body: Body) -> Result<Bytes, Failure> {
    match body.collect().await {
        Ok(collected) => Ok(collected.to_bytes()),
        Err(error) => {
            let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(&error);
            while let Some(inner) = cause {
                if inner.is::<LengthLimitError>() {
                    return Err(Failure::TooLarge);
                }
                cause = inner.source();
            }
            Err(Failure::Invalid)
        }
    }
}
