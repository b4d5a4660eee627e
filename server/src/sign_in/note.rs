//! The note of a sign-in under way: kept by the browser, encrypted, for twenty minutes.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Duration, TimeZone, Utc};
use serde::{Deserialize, Serialize};
use services::accounts::attempts::LIFETIME;
use services::keys::Purpose;
use services::{Platform, ServiceError};
use subtle::ConstantTimeEq;

const LEEWAY: Duration = Duration::seconds(60);
const PLACE: &str = "cookie.sign_in";

/// What has to be known again when the browser comes back.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Note {
    /// Ties the answer to this browser.
    pub(super) state: String,
    /// Ties the token to this sign-in.
    pub(super) nonce: String,
    /// Proves that whoever redeems the code asked for it (PKCE).
    pub(super) verifier: String,
    /// The issuer that was asked, and no other may answer.
    pub(super) issuer: String,
    /// The local path to go on to.
    pub(super) next: String,
    /// When it began, in seconds since 1970.
    pub(super) begun_at: i64,
}

impl Note {
    /// A note with new secrets.
    pub(super) fn new(platform: &Platform, issuer: &str, next: &str, now: DateTime<Utc>) -> Self {
        Self {
            state: secret(platform),
            nonce: secret(platform),
            verifier: secret(platform),
            issuer: issuer.to_owned(),
            next: next.to_owned(),
            begun_at: now.timestamp(),
        }
    }

    /// The end of the cookie's name: several tabs may sign in side by side.
    pub(super) fn tag(state: &str) -> String {
        state
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .take(8)
            .collect()
    }

    /// The cookie's value.
    ///
    /// # Errors
    /// Never for a note of ours.
    pub(super) fn seal(&self, platform: &Platform) -> Result<String, ServiceError> {
        let text = serde_json::to_string(self).map_err(ServiceError::internal)?;
        let sealed = platform
            .keys
            .seal(&*platform.random, Purpose::Token, PLACE, &text)?;
        Ok(URL_SAFE_NO_PAD.encode(sealed))
    }

    /// Reads a cookie's value: our own, young enough, and made for `state`.
    pub(super) fn open(
        platform: &Platform,
        value: &str,
        state: &str,
        now: DateTime<Utc>,
    ) -> Option<Self> {
        let sealed = URL_SAFE_NO_PAD.decode(value).ok()?;
        let text = platform.keys.open(Purpose::Token, PLACE, &sealed).ok()?;
        let note: Self = serde_json::from_str(&text).ok()?;
        let begun = Utc.timestamp_opt(note.begun_at, 0).single()?;
        let same = bool::from(note.state.as_bytes().ct_eq(state.as_bytes()));
        // Another node's clock may be a little ahead of ours.
        let young = now - begun <= LIFETIME && begun - now <= LEEWAY;
        (same && young).then_some(note)
    }
}

/// 256 unpredictable bits as 43 characters.
fn secret(platform: &Platform) -> String {
    let mut bytes = [0_u8; 32];
    platform.random.fill(&mut bytes);
    URL_SAFE_NO_PAD.encode(bytes)
}
