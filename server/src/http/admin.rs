//! The admin listener: figures for the people who run the site, on an address of its own.

use axum::Router;
use axum::routing::get;
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};

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

/// `/metrics` and `/healthz`.
pub fn router(figures: PrometheusHandle) -> Router {
    Router::new()
        .route("/metrics", get(async move || figures.render()))
        .route("/healthz", get(async || "ok\n"))
}
