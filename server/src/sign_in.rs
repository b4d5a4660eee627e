//! Signing in through an OpenID Connect provider: authorization code flow with PKCE, state,
//! nonce and issuer check, and signing out here and there.
//!
//! Tokens stay on this side; a browser only ever holds the session's cookie, and for ten minutes
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

pub use relying_party::RelyingParty;
pub use settings::{ProviderSettings, SettingsError};

use crate::state::AppState;

/// Where the provider sends people back to.
pub const CALLBACK: &str = "/sign-in/callback";

/// The three addresses of signing in and out. Nothing is asked of the provider until somebody
/// signs in.
pub fn router(state: &AppState) -> Router<AppState> {
    let party = RelyingParty::new(
        Arc::clone(&state.platform),
        ProviderSettings::of(&state.config),
    );
    Router::new()
        .route("/sign-in", get(begin::begin))
        .route(CALLBACK, get(callback::callback))
        .route("/sign-out", post(sign_out::sign_out))
        .layer(Extension(Arc::new(party)))
}
