//! Why a sign-in did not complete, for the log; a person sees one of five pages.

use app::pages::sign_in_failed::{self, SignInFailure};
use app::respond;
use axum::response::Response;
use services::ServiceError;

use crate::http::exchange::Exchange;
use crate::state::AppState;

/// Why a sign-in did not complete. The names of checks go to the log, so that a wrong setting at
/// the provider is found in minutes; tokens and what people typed never do.
#[derive(Debug)]
pub(super) enum Problem {
    /// It was not begun in this browser, lies more than twenty minutes back, or was used before.
    Stale(&'static str),
    /// The person turned back at the provider.
    Cancelled,
    /// What came back does not hold.
    Refused(&'static str),
    /// The provider does not answer, or not in time.
    Away(&'static str),
    /// The account has no role in force.
    Closed,
    /// A part of our own failed.
    Service(ServiceError),
}

impl From<ServiceError> for Problem {
    fn from(error: ServiceError) -> Self {
        Self::Service(error)
    }
}

impl Problem {
    /// Its kind and the check that failed.
    const fn named(&self) -> (&'static str, &'static str) {
        match self {
            Self::Stale(check) => ("stale", check),
            Self::Cancelled => ("cancelled", ""),
            Self::Refused(check) => ("refused", check),
            Self::Away(check) => ("away", check),
            Self::Closed => ("closed", ""),
            Self::Service(_) => ("service", ""),
        }
    }

    /// The page for it.
    pub(super) fn respond(self, state: &AppState, exchange: &Exchange) -> Response {
        let request_id = &exchange.request_id;
        let (kind, check) = self.named();
        tracing::warn!(request_id, kind, check, "a sign-in did not complete");
        // This answer counts once, and its address holds what was sent in.
        let request = exchange.page_request(state).without_its_address();
        let failure = match self {
            Self::Stale(_) => SignInFailure::Stale,
            Self::Cancelled => SignInFailure::Cancelled,
            Self::Refused(_) => SignInFailure::NotProven,
            Self::Away(_) => SignInFailure::ProviderAway,
            Self::Closed => SignInFailure::Closed,
            Self::Service(error) => return respond::respond(&request, Err(error.into())),
        };
        let page = sign_in_failed::page(&request, failure);
        respond::respond(&request, Ok(page.into()))
    }
}
