//! `POST …/token`: a code for an ID token, between servers.

use std::sync::Arc;

use axum::http::StatusCode;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use axum::{Extension, Form, Json};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;
use serde_json::json;
use services::accounts::demo_identities;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::codes::Grant;
use super::{CLIENT_ID, DemoProvider};

const TOKEN_SECONDS: i64 = 300;

/// What the client sends.
#[derive(Deserialize)]
pub(super) struct Asked {
    grant_type: String,
    code: String,
    redirect_uri: String,
    client_id: String,
    code_verifier: String,
}

/// Redeems a code; each is gone after the first try, whatever came of it.
pub(super) async fn token(
    Extension(provider): Extension<Arc<DemoProvider>>,
    Form(asked): Form<Asked>,
) -> Response {
    if asked.grant_type != "authorization_code" {
        return refuse("unsupported_grant_type");
    }
    if asked.client_id != CLIENT_ID {
        return refuse("invalid_client");
    }
    let now = provider.platform.clock.now();
    let grant = provider
        .codes
        .redeem(&asked.code, now)
        .filter(|grant| asked.redirect_uri == provider.redirect_uri && proves(&asked, grant));
    let Some(grant) = grant else {
        return refuse("invalid_grant");
    };
    let name = demo_identities::find(grant.subject).map_or("", |identity| identity.name_zh);
    let claims = json!({
        "iss": provider.issuer,
        "sub": grant.subject,
        "aud": CLIENT_ID,
        "iat": now.timestamp(),
        "exp": now.timestamp() + TOKEN_SECONDS,
        "auth_time": grant.given_at.timestamp(),
        "nonce": grant.nonce,
        "name": name,
    });
    let mut random = [0_u8; 32];
    provider.platform.random.fill(&mut random);
    let answer = json!({
        // Good for nothing: this provider serves no data but the ID token.
        "access_token": URL_SAFE_NO_PAD.encode(random),
        "token_type": "Bearer",
        "expires_in": TOKEN_SECONDS,
        "scope": "openid profile",
        "id_token": provider.signer.sign(&claims),
    });
    ([(CACHE_CONTROL, "no-store")], Json(answer)).into_response()
}

/// Whether the verifier belongs to the challenge of the request (RFC 7636, S256).
fn proves(asked: &Asked, grant: &Grant) -> bool {
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(asked.code_verifier.as_bytes()));
    challenge
        .as_bytes()
        .ct_eq(grant.challenge.as_bytes())
        .into()
}

fn refuse(error: &'static str) -> Response {
    (StatusCode::BAD_REQUEST, Json(json!({ "error": error }))).into_response()
}
