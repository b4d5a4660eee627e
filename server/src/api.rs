//! The JSON API, `/api/v1`: public, without cookies, the same for every client.

pub mod problem;

use axum::Router;

use crate::http::failure;
use crate::state::AppState;

/// All addresses of the API.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/api/{*rest}", axum::routing::any(failure::not_found))
        .method_not_allowed_fallback(failure::method_not_allowed)
}
