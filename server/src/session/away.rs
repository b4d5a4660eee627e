//! Requests that came with a session while the store could not be asked whose it is: "try again",
//! never "signed out", and what was typed stays on the page.

use app::pages::error::Failure;
use axum::Extension;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;

use super::FormBinding;
use crate::csrf;
use crate::http::exchange::Exchange;
use crate::http::{failure, form, unsent};
use crate::state::AppState;

/// In the extensions of a request of which nobody could say who asks.
#[derive(Clone, Copy)]
pub(super) struct StoreAway;

/// Answers 503 to such a request. Stands inside the refusal of cross-site changes, so that the form
/// it shows again came from a page of this site.
pub async fn turn_away(
    State(state): State<AppState>,
    Extension(exchange): Extension<Exchange>,
    request: Request,
    next: Next,
) -> Response {
    if request.extensions().get::<StoreAway>().is_none() {
        return next.run(request).await;
    }
    if exchange.reads {
        return failure::respond(&state, &exchange, Failure::Unavailable);
    }
    let (parts, body) = request.into_parts();
    let fields = match form::read(&exchange.path, &parts.headers, body).await {
        Ok(fields) => fields,
        Err(refused) => return failure::respond(&state, &exchange, refused),
    };
    let mut page = exchange.page_request(&state);
    if let Some(FormBinding(binding)) = parts.extensions.get() {
        page.form_token = csrf::token(&state.platform.keys, binding);
    }
    unsent::answer(&state, &exchange, page, fields)
}
