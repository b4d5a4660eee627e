//! Verifies the ID token, check by check.

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Duration, Utc};
use openidconnect::core::{
    CoreIdToken, CoreIdTokenClaims, CoreIdTokenVerifier, CoreJwsSigningAlgorithm as Algorithm,
    CoreTokenResponse,
};
use openidconnect::{
    AccessTokenHash, ClaimsVerificationError as Failed, ClientId, IssuerUrl, Nonce,
    OAuth2TokenResponse, SignatureVerificationError as BadSignature, TokenResponse,
};
use serde::Deserialize;

use super::problem::Problem;
use super::provider::Provider;
use super::relying_party::RelyingParty;

/// Clocks may differ so much.
const LEEWAY: Duration = Duration::seconds(60);
/// A token is redeemed at once; one that was made earlier than this is a stored one.
const OLDEST: Duration = Duration::minutes(10);

/// The algorithms that tokens may be signed with: public keys only, no `none`, no shared secret.
const ALGORITHMS: [Algorithm; 5] = [
    Algorithm::RsaSsaPkcs1V15Sha256,
    Algorithm::RsaSsaPssSha256,
    Algorithm::EcdsaP256Sha256,
    Algorithm::EcdsaP384Sha384,
    Algorithm::EdDsa,
];

/// What a verified token says.
pub(super) struct Proven {
    /// The provider's `sub`.
    pub(super) subject: String,
    /// The provider's `name`.
    pub(super) name: Option<String>,
    /// The token as it was sent.
    pub(super) raw: String,
}

/// Verifies the token in `tokens`. When it names a key that is not known, the provider is asked
/// for its keys once.
///
/// # Errors
/// `Refused` with the name of the check that failed.
pub(super) async fn verify(
    party: &RelyingParty,
    provider: Arc<Provider>,
    tokens: &CoreTokenResponse,
    nonce: &str,
) -> Result<Proven, Problem> {
    let token = tokens.id_token().ok_or(Problem::Refused("no ID token"))?;
    let nonce = Nonce::new(nonce.to_owned());
    let now = party.platform.clock.now();
    match check(party, &provider, tokens, token, &nonce, now) {
        Err(Problem::Refused(UNKNOWN_KEY)) => {
            let renewed = party.with_new_keys(&provider).await?;
            check(party, &renewed, tokens, token, &nonce, now)
        }
        other => other,
    }
}

const UNKNOWN_KEY: &str = "unknown key";

fn check(
    party: &RelyingParty,
    provider: &Provider,
    tokens: &CoreTokenResponse,
    token: &CoreIdToken,
    nonce: &Nonce,
    now: DateTime<Utc>,
) -> Result<Proven, Problem> {
    let client_id = ClientId::new(party.settings.client_id.clone());
    let issuer = IssuerUrl::new(party.settings.issuer.clone())
        .map_err(|_| Problem::Refused("issuer setting"))?;
    // As for a public client, whatever we are: with a shared secret nobody signs for us.
    let verifier = CoreIdTokenVerifier::new_public_client(client_id, issuer, provider.keys.clone())
        .set_allowed_algs(ALGORITHMS)
        .set_time_fn(move || now - LEEWAY)
        .set_issue_time_verifier_fn(move |issued| {
            let in_time = issued <= now + LEEWAY && issued >= now - OLDEST;
            in_time.then_some(()).ok_or_else(|| "iat".to_owned())
        });
    let claims = token
        .claims(&verifier, nonce)
        .map_err(|error| refused(&error))?;
    check_party(claims, &party.settings.client_id)?;
    check_access_token(claims, token, &verifier, tokens)?;
    let raw = token.to_string();
    check_not_before(&raw, now)?;
    let subject = claims.subject().as_str();
    if subject.is_empty() || subject.len() > 255 {
        return Err(Problem::Refused("sub"));
    }
    let name = claims.name().and_then(|name| name.get(None));
    Ok(Proven {
        subject: subject.to_owned(),
        name: name.map(|name| name.as_str().to_owned()),
        raw,
    })
}

/// The name of the check that failed; never what the token held.
fn refused(error: &Failed) -> Problem {
    Problem::Refused(match error {
        Failed::Expired(_) => "exp or iat",
        Failed::InvalidAudience(_) => "aud",
        Failed::InvalidIssuer(_) => "iss",
        Failed::InvalidNonce(_) => "nonce",
        Failed::InvalidSubject(_) => "sub",
        Failed::SignatureVerification(BadSignature::NoMatchingKey) => UNKNOWN_KEY,
        Failed::SignatureVerification(
            BadSignature::DisallowedAlg(_)
            | BadSignature::UnsupportedAlg(_)
            | BadSignature::NoSignature,
        ) => "alg",
        Failed::SignatureVerification(_) => "signature",
        _ => "claims",
    })
}

/// `azp` names us when it names anybody, and has to when there are several audiences.
fn check_party(claims: &CoreIdTokenClaims, client_id: &str) -> Result<(), Problem> {
    let right = claims
        .authorized_party()
        .map_or(claims.audiences().len() == 1, |party| {
            party.as_str() == client_id
        });
    right.then_some(()).ok_or(Problem::Refused("azp"))
}

/// `at_hash`, where it is given, belongs to the access token that came along.
fn check_access_token(
    claims: &CoreIdTokenClaims,
    token: &CoreIdToken,
    verifier: &CoreIdTokenVerifier<'_>,
    tokens: &CoreTokenResponse,
) -> Result<(), Problem> {
    let Some(expected) = claims.access_token_hash() else {
        return Ok(());
    };
    let algorithm = token.signing_alg().map_err(|_| Problem::Refused("alg"))?;
    let key = token
        .signing_key(verifier)
        .map_err(|_| Problem::Refused(UNKNOWN_KEY))?;
    let actual = AccessTokenHash::from_token(tokens.access_token(), algorithm, key)
        .map_err(|_| Problem::Refused("at_hash"))?;
    (actual == *expected)
        .then_some(())
        .ok_or(Problem::Refused("at_hash"))
}

/// `nbf`, which the library does not read. The signature over `raw` was verified before.
fn check_not_before(raw: &str, now: DateTime<Utc>) -> Result<(), Problem> {
    #[derive(Deserialize)]
    struct Claims {
        nbf: Option<serde_json::Number>,
    }
    let unreadable = Problem::Refused("nbf");
    let payload = raw
        .split('.')
        .nth(1)
        .and_then(|part| URL_SAFE_NO_PAD.decode(part).ok());
    let claims = payload.and_then(|text| serde_json::from_slice::<Claims>(&text).ok());
    let Some(claims) = claims else {
        return Err(unreadable);
    };
    let Some(not_before) = claims.nbf else {
        return Ok(());
    };
    let latest = (now + LEEWAY).timestamp();
    match not_before.as_i64() {
        Some(seconds) if seconds <= latest => Ok(()),
        _ => Err(unreadable),
    }
}
