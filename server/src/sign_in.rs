//! Signing in through an OpenID Connect provider: authorization code flow with PKCE, state,
//! nonce and issuer check, and signing out here and there.
//!
//! Tokens stay on this side; a browser only ever holds the session's cookie, and for twenty minutes
//! the encrypted note of a sign-in under way.

mod authorize;
mod begin;
mod callback;
mod exchange_code;
mod fetch;
mod id_token;
mod note;
mod problem;
mod provider;
mod relying_party;
mod settings;
mod sign_out;

use std::sync::Arc;

use axum::routing::{get, post};
use axum::{Extension, Router};
use domain::access::Action;

pub use relying_party::RelyingParty;
pub use settings::{ProviderSettings, SettingsError};

use crate::http::addresses::{self, Served};
use crate::state::AppState;

/// Where the provider sends people back to.
pub const CALLBACK: &str = "/sign-in/callback";

/// The addresses of signing in and out.
pub const SERVED: &[Served] = &[
    Served::new("GET", "/sign-in", Action::SignIn, || get(begin::begin)),
    Served::new("GET", CALLBACK, Action::SignIn, || get(callback::callback)),
    Served::new("POST", "/sign-out", Action::SignIn, || {
        post(sign_out::sign_out)
    }),
];

/// The router of these addresses. Nothing is asked of the provider until somebody signs in.
pub fn router(state: &AppState) -> Router<AppState> {
    let settings = ProviderSettings::of(&state.config);
    let party = RelyingParty::new(Arc::clone(&state.platform), settings);
    addresses::router(SERVED).layer(Extension(Arc::new(party)))
}
