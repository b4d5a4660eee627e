//! The HTTP side: one router, and the layers around it from the outermost inwards.

pub mod addresses;
pub mod admin;
pub mod assets;
pub mod body;
pub mod client;
pub mod compression;
pub mod exchange;
pub mod failure;
pub(crate) mod form;
pub mod front;
pub mod gauges;
pub mod headers;
pub mod health;
pub mod language;
mod other_hat;
pub mod overload;
pub mod pages;
pub mod rates;
pub mod readiness;
pub mod robots;
mod turned_away;
pub(crate) mod unsent;

use app::routes::{self, Route};
use axum::Router;
use axum::middleware::from_fn_with_state as layer;

use crate::state::AppState;
use crate::{api, csrf, demo_provider, session, sign_in};

/// Everything that browsers and machines can ask for, ready to serve.
pub fn router(state: &AppState) -> Router {
    router_of(state, routes::all())
}

/// The same with these pages: tests bring some of their own.
pub fn router_of(state: &AppState, pages: Vec<Route>) -> Router {
    Router::new()
        .merge(browser(state, pages))
        .merge(demo_provider::router(state))
        .merge(api::router())
        .merge(assets::router(state))
        .merge(addresses::router(health::SERVED))
        .merge(addresses::router(robots::SERVED))
        // The layer written last is the first to see a request.
        .layer(compression::layer())
        .layer(layer(state.clone(), body::limit))
        .layer(layer(state.clone(), rates::limit))
        .layer(layer(state.clone(), overload::shed))
        .layer(layer(state.clone(), front::door))
        .with_state(state.clone())
}

/// What reads cookies: pages, sign-in, and the page for addresses that do not exist.
fn browser(state: &AppState, pages: Vec<Route>) -> Router<AppState> {
    Router::new()
        .merge(pages::router(pages))
        .merge(sign_in::router(state))
        .merge(addresses::router(session::SERVED))
        .fallback(failure::not_found)
        .method_not_allowed_fallback(failure::method_not_allowed)
        .layer(layer(state.clone(), session::turn_away))
        .layer(layer(state.clone(), csrf::refuse_cross_site))
        .layer(layer(state.clone(), session::identify))
        .layer(layer(state.clone(), language::remember))
}
