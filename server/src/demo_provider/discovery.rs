//! What the provider says of itself, and its public key.

use std::sync::Arc;

use axum::{Extension, Json};
use serde_json::{Value, json};

use super::DemoProvider;

/// `GET …/.well-known/openid-configuration`.
pub(super) async fn describe(Extension(provider): Extension<Arc<DemoProvider>>) -> Json<Value> {
    let issuer = &provider.issuer;
    Json(json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "jwks_uri": format!("{issuer}/jwks"),
        "end_session_endpoint": format!("{issuer}/end-session"),
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["EdDSA"],
        "token_endpoint_auth_methods_supported": ["none"],
        "code_challenge_methods_supported": ["S256"],
        "scopes_supported": ["openid", "profile"],
        "claims_supported": ["sub", "name", "auth_time"],
        "ui_locales_supported": ["zh-Hans", "en"],
        "authorization_response_iss_parameter_supported": true,
    }))
}

/// `GET …/jwks`.
pub(super) async fn keys(Extension(provider): Extension<Arc<DemoProvider>>) -> Json<Value> {
    Json(provider.signer.key_set())
}
