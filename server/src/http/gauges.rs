//! What is under way, and the figures that `/metrics` shows, by route pattern.

use std::time::Duration;

use axum::http::Method;
use metrics::{counter, histogram};
use tokio::sync::Semaphore;

/// What is under way.
pub struct Gauges {
    /// One place a request that is worked on.
    pub places: Semaphore,
}

impl Gauges {
    /// Room for so many requests at once.
    #[must_use]
    pub fn new(requests: usize) -> Self {
        Self {
            places: Semaphore::new(requests),
        }
    }

    /// Counts one answer.
    pub fn count(&self, method: &Method, route: &str, status: u16, took: Duration) {
        let route = route.to_owned();
        let method = known(method);
        let class = class(status);
        counter!("http_requests_total", "method" => method, "route" => route.clone(), "status" => class)
            .increment(1);
        histogram!("http_request_seconds", "route" => route).record(took.as_secs_f64());
    }
}

/// Methods are a label, so an invented one must not make a new series.
fn known(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "POST" => "POST",
        "HEAD" => "HEAD",
        "OPTIONS" => "OPTIONS",
        _ => "other",
    }
}

fn class(status: u16) -> &'static str {
    match status {
        200..=299 => "2xx",
        300..=399 => "3xx",
        400..=499 => "4xx",
        _ => "5xx",
    }
}
