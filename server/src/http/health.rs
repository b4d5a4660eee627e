//! `/healthz`: the process lives. `/readyz`: database and migrations are in order; the state of
//! the search index is told, not waited for.

use std::time::Duration;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use domain::access::Action;
use migrations::Migrator;
use sea_orm_migration::MigratorTrait;
use serde_json::{Value, json};

use super::addresses::Served;
use crate::state::AppState;

/// How long the database may take to answer a ping.
const PATIENCE: Duration = Duration::from_secs(2);

/// Both addresses.
pub const SERVED: &[Served] = &[
    Served::new("GET", "/healthz", Action::ReadPublic, || {
        get(async || "ok\n")
    }),
    Served::new("GET", "/readyz", Action::ReadPublic, || get(ready)),
];

async fn ready(State(state): State<AppState>) -> (StatusCode, Json<Value>) {
    let reader = &state.platform.database.reader;
    let database = tokio::time::timeout(PATIENCE, reader.ping())
        .await
        .is_ok_and(|ping| ping.is_ok());
    let pending = if database {
        let steps = Migrator::get_pending_migrations_read_only(reader);
        let steps = tokio::time::timeout(PATIENCE, steps).await;
        steps.ok().and_then(Result::ok).map(|steps| steps.len())
    } else {
        None
    };
    let ready = pending == Some(0);
    let status = if ready {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    };
    let index = state.platform.search.state();
    let report = json!({
        "ready": ready,
        "database": database,
        "pending_migrations": pending,
        "index": { "revision": index.revision, "building": index.building },
    });
    (status, Json(report))
}
