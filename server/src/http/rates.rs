//! How often one client may ask. The count is by address, a /64 for IPv6, in four classes.

use std::net::IpAddr;
use std::num::NonZeroU32;

use app::pages::error::Failure;
use axum::Extension;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use super::client::counted_as;
use super::exchange::Exchange;
use super::failure;
use crate::config::RateLimits;
use crate::state::AppState;

type Limiter = Option<DefaultKeyedRateLimiter<IpAddr>>;

/// One limiter a class of addresses.
pub struct Rates {
    sign_in: Limiter,
    api: Limiter,
    pages: Limiter,
    search: Limiter,
    clock: DefaultClock,
}

impl Rates {
    /// Limiters for these limits.
    #[must_use]
    pub fn new(limits: RateLimits) -> Self {
        let limiter =
            |rate| NonZeroU32::new(rate).map(|rate| RateLimiter::keyed(Quota::per_minute(rate)));
        Self {
            sign_in: limiter(limits.sign_in),
            api: limiter(limits.api),
            pages: limiter(limits.pages),
            search: limiter(limits.search),
            clock: DefaultClock::default(),
        }
    }

    /// How many seconds the client has to wait before it may ask for this; `None` is not at all.
    fn wait(&self, exchange: &Exchange) -> Option<u64> {
        let limiter = self.class(exchange).as_ref()?;
        let refused = limiter.check_key(&counted_as(exchange.client)).err()?;
        Some(refused.wait_time_from(self.clock.now()).as_secs() + 1)
    }

    fn class(&self, exchange: &Exchange) -> &Limiter {
        let path = exchange.path.as_str();
        let searches = matches!(path, "/policies" | "/api/v1/policies")
            && exchange.query.iter().any(|(name, _)| name == "q");
        match path {
            _ if searches => &self.search,
            _ if path.starts_with("/api/") => &self.api,
            _ if path.starts_with("/sign-in") => &self.sign_in,
            "/healthz" | "/readyz" | "/robots.txt" => &None,
            _ if path.starts_with("/pkg/") => &None,
            _ => &self.pages,
        }
    }

    /// Forgets clients that have not asked for a while.
    pub fn forget_the_idle(&self) {
        let all = [&self.sign_in, &self.api, &self.pages, &self.search];
        for limiter in all.into_iter().flatten() {
            limiter.retain_recent();
            limiter.shrink_to_fit();
        }
    }
}

/// Answers 429 with `Retry-After` to a client that asks too often.
pub async fn limit(
    State(state): State<AppState>,
    Extension(exchange): Extension<Exchange>,
    request: Request,
    next: Next,
) -> Response {
    match state.rates.wait(&exchange) {
        None => next.run(request).await,
        Some(seconds) => failure::respond(&state, &exchange, Failure::TooMany(seconds)),
    }
}
