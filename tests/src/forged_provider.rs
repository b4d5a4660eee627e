//! An OpenID provider that does what the test says: forged tokens, wrong keys, silence.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signer, SigningKey};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;
use tokio::net::TcpListener;

use crate::platform::noon;

/// How this site is registered.
pub const CLIENT_ID: &str = "yibaotong";
/// The secret of the registration.
pub const CLIENT_SECRET: &str = "a secret between two";

/// How a token is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signature {
    /// With the provider's key.
    Right,
    /// With a key that the provider does not publish.
    OtherKey,
    /// HMAC with the provider's public key for a secret.
    HmacOfPublicKey,
    /// HMAC with the client's secret.
    HmacOfClientSecret,
    /// Not at all: nothing after the last dot.
    Empty,
    /// With the provider's key, but one bit is turned.
    Garbled,
}

/// A token about to be signed.
pub struct Token {
    /// The header.
    pub header: Value,
    /// The claims.
    pub claims: Value,
    /// The signature.
    pub signature: Signature,
    /// Claims that take the place of the signed ones afterwards.
    pub swapped_claims: Option<Value>,
}

/// What the provider does instead of answering well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Answers.
    Good,
    /// Takes a minute.
    Slow,
    /// Sends a redirect to itself with a right answer behind it.
    Redirects,
    /// Sends a megabyte of nothing.
    Endless,
}

/// What the test tells the provider, and what the provider tells the test.
pub struct Script {
    /// Changes the token.
    pub forge: Box<dyn Fn(&mut Token) + Send>,
    /// Changes the answer of the token endpoint.
    pub answer: Box<dyn Fn(&mut Value) + Send>,
    /// Changes the description.
    pub describe: Box<dyn Fn(&mut Value) + Send>,
    /// The status of the token endpoint.
    pub token_status: StatusCode,
    /// How the description is delivered.
    pub manner: Manner,
    /// The nonce of the sign-in under way.
    pub nonce: String,
    /// The provider's key.
    pub key: SigningKey,
    /// Its id.
    pub kid: String,
    /// How often the keys were asked for.
    pub keys_asked: u32,
    /// How often a code was redeemed.
    pub codes_redeemed: u32,
    /// The body of the last request for tokens.
    pub last_request: String,
}

/// The provider.
pub struct ForgedProvider {
    /// Its issuer.
    pub issuer: String,
    script: Arc<Mutex<Script>>,
}

#[derive(Clone)]
struct Shared {
    issuer: String,
    script: Arc<Mutex<Script>>,
}

impl Shared {
    fn script(&self) -> MutexGuard<'_, Script> {
        self.script.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl ForgedProvider {
    /// Starts a provider that behaves well until told otherwise.
    ///
    /// # Panics
    /// When it cannot listen.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let issuer = format!("http://{}", listener.local_addr().expect("an address"));
        let script = Arc::new(Mutex::new(Script {
            forge: Box::new(|_| {}),
            answer: Box::new(|_| {}),
            describe: Box::new(|_| {}),
            token_status: StatusCode::OK,
            manner: Manner::Good,
            nonce: String::new(),
            key: SigningKey::from_bytes(&[7; 32]),
            kid: "first".to_owned(),
            keys_asked: 0,
            codes_redeemed: 0,
            last_request: String::new(),
        }));
        let shared = Shared {
            issuer: issuer.clone(),
            script: Arc::clone(&script),
        };
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(describe))
            .route("/elsewhere", get(elsewhere))
            .route("/jwks", get(keys))
            .route("/token", post(token))
            .with_state(shared);
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { issuer, script }
    }

    /// The settings with which a site uses this provider.
    #[must_use]
    pub fn settings(&self) -> Vec<(&str, &str)> {
        vec![
            ("oidc.name", "forged"),
            ("oidc.issuer", &self.issuer),
            ("oidc.client_id", CLIENT_ID),
            ("oidc.client_secret", CLIENT_SECRET),
        ]
    }

    /// The script, to read or to change.
    pub fn script(&self) -> MutexGuard<'_, Script> {
        self.script.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn describe(State(shared): State<Shared>) -> Response {
    let manner = shared.script().manner;
    match manner {
        Manner::Good => description(&shared),
        Manner::Slow => {
            tokio::time::sleep(Duration::from_secs(60)).await;
            description(&shared)
        }
        Manner::Redirects => (StatusCode::FOUND, [("location", "/elsewhere")]).into_response(),
        Manner::Endless => {
            let body = " ".repeat(1024 * 1024);
            ([(CONTENT_TYPE, "application/json")], body).into_response()
        }
    }
}

async fn elsewhere(State(shared): State<Shared>) -> Response {
    description(&shared)
}

fn description(shared: &Shared) -> Response {
    let issuer = &shared.issuer;
    let mut value = json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "jwks_uri": format!("{issuer}/jwks"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["EdDSA", "HS256", "none"],
        "authorization_response_iss_parameter_supported": true,
    });
    (shared.script().describe)(&mut value);
    Json(value).into_response()
}

async fn keys(State(shared): State<Shared>) -> Json<Value> {
    let mut script = shared.script();
    script.keys_asked += 1;
    let public = URL_SAFE_NO_PAD.encode(script.key.verifying_key().as_bytes());
    Json(json!({ "keys": [
        { "kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA", "kid": script.kid, "x": public },
    ] }))
}

async fn token(State(shared): State<Shared>, body: String) -> Response {
    let mut script = shared.script();
    script.codes_redeemed += 1;
    script.last_request = body;
    let now = noon().timestamp();
    let mut token = Token {
        header: json!({ "alg": "EdDSA", "typ": "JWT", "kid": script.kid }),
        claims: json!({
            "iss": shared.issuer, "sub": "somebody", "aud": CLIENT_ID, "nonce": script.nonce,
            "iat": now, "exp": now + 300,
        }),
        signature: Signature::Right,
        swapped_claims: None,
    };
    (script.forge)(&mut token);
    let mut answer = json!({
        "access_token": "access", "token_type": "Bearer", "expires_in": 300,
        "id_token": sign(&script.key, &token),
    });
    (script.answer)(&mut answer);
    (script.token_status, Json(answer)).into_response()
}

fn sign(key: &SigningKey, token: &Token) -> String {
    let encode = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let message = format!("{}.{}", encode(&token.header), encode(&token.claims));
    let bytes = message.as_bytes();
    let signature = match token.signature {
        Signature::Right => key.sign(bytes).to_bytes().to_vec(),
        Signature::OtherKey => SigningKey::from_bytes(&[9; 32])
            .sign(bytes)
            .to_bytes()
            .to_vec(),
        Signature::HmacOfPublicKey => hmac(key.verifying_key().as_bytes(), bytes),
        Signature::HmacOfClientSecret => hmac(CLIENT_SECRET.as_bytes(), bytes),
        Signature::Empty => Vec::new(),
        Signature::Garbled => {
            let mut signature = key.sign(bytes).to_bytes();
            signature[3] ^= 1;
            signature.to_vec()
        }
    };
    let shown = token.swapped_claims.as_ref().unwrap_or(&token.claims);
    let message = format!("{}.{}", encode(&token.header), encode(shown));
    format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature))
}

fn hmac(key: &[u8], message: &[u8]) -> Vec<u8> {
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(key).expect("any length");
    mac.update(message);
    mac.finalize().into_bytes().to_vec()
}
