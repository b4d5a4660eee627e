//! `/healthz`: the process lives. `/readyz`: database and migrations are in order; the state of
//! the search index is told, not waited for.

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use axum::{Extension, Json};
use domain::access::Action;
use serde_json::{Value, json};

use super::addresses::Served;
use super::exchange::Exchange;
use crate::state::AppState;

/// Both addresses.
pub const SERVED: &[Served] = &[
    Served::new("GET", "/healthz", Action::ReadPublic, || {
        get(async || "ok\n")
    }),
    Served::new("GET", "/readyz", Action::ReadPublic, || get(ready)),
];

async fn ready(
    State(state): State<AppState>,
    Extension(exchange): Extension<Exchange>,
) -> (StatusCode, Json<Value>) {
    let found = state.readiness.at(&state.platform, exchange.now).await;
    let status = if found.ready() {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    };
    let index = state.platform.search.state();
    let report = json!({
        "ready": found.ready(),
        "database": found.database,
        "pending_migrations": found.pending_migrations,
        "index": { "revision": index.revision, "building": index.building },
    });
    (status, Json(report))
}
