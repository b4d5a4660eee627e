//! The JSON API, `/api/v1`: public, without cookies, the same for every client.

mod add_ons;
mod estimates;
mod language;
pub mod openapi;
mod policies;
pub mod problem;
mod query;
mod regions;
mod schema;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{any, get, post};
use domain::access::Action;

use crate::http::addresses::{self, Served};
use crate::http::failure;
use crate::state::AppState;

/// Every address of the API.
pub const SERVED: &[Served] = &[
    Served::new("GET", "/api/v1/add-ons", Action::ReadPublic, || {
        get(add_ons::list)
    }),
    Served::new("GET", "/api/v1/add-ons/{id}", Action::ReadPublic, || {
        get(add_ons::one)
    }),
    Served::new("POST", "/api/v1/estimates", Action::Estimate, || {
        post(estimates::post)
    }),
    Served::new("GET", "/api/v1/openapi.json", Action::ReadPublic, || {
        get(openapi::get)
    }),
    Served::new("GET", "/api/v1/policies", Action::ReadPublic, || {
        get(policies::search)
    }),
    Served::new("GET", "/api/v1/policies/{id}", Action::ReadPublic, || {
        get(policies::one)
    }),
    Served::new("GET", "/api/v1/regions", Action::ReadPublic, || {
        get(regions::list)
    }),
];

/// Every other address below `/api`: there is no such thing, said as a problem document.
pub const ELSEWHERE: &[Served] = &[Served::new(
    "ANY",
    "/api/{*rest}",
    Action::ReadPublic,
    || any(failure::not_found),
)];

/// All addresses of the API.
pub fn router() -> Router<AppState> {
    addresses::router(SERVED)
        .merge(addresses::router(ELSEWHERE))
        .method_not_allowed_fallback(failure::method_not_allowed)
        // The layer for bodies around the whole site has limited it already.
        .layer(DefaultBodyLimit::disable())
}
