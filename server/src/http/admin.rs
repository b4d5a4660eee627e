//! The admin listener: figures for the people who run the site, on an address of its own.

use axum::Router;
use axum::extract::State;
use axum::routing::get;
use domain::access::Action;
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};

use super::addresses::{self, Served};

/// Bounds of the buckets of request times, in seconds.
const BOUNDS: &[f64] = &[
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0,
];

/// Begins to collect figures. Once a process.
///
/// # Errors
/// When the process collects them already.
pub fn collect() -> Result<PrometheusHandle, Box<dyn std::error::Error + Send + Sync>> {
    let builder = PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), BOUNDS)?;
    Ok(builder.install_recorder()?)
}

/// The addresses of the admin listener.
pub const SERVED: &[Served<PrometheusHandle>] = &[
    Served::new("GET", "/metrics", Action::ReadOperations, || get(figures)),
    Served::new("GET", "/healthz", Action::ReadPublic, || {
        get(async || "ok\n")
    }),
];

/// The router of these addresses, with the figures that [`collect`] gathers.
pub fn router(figures: PrometheusHandle) -> Router {
    addresses::router(SERVED).with_state(figures)
}

async fn figures(State(figures): State<PrometheusHandle>) -> String {
    figures.render()
}
