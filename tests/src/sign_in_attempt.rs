//! A sign-in at the provider that does what the test says.

use std::collections::BTreeMap;

use axum::http::StatusCode;

use crate::browser::{Answer, Browser};
use crate::forged_provider::ForgedProvider;
use crate::site::Site;

/// A sign-in that has come back, and the browser that made it.
pub struct Attempt {
    /// The answer of the callback.
    pub answer: Answer,
    /// The browser.
    pub browser: Browser,
}

/// The parameters of an address.
#[must_use]
pub fn query(address: &str) -> BTreeMap<String, String> {
    let query = address.split_once('?').map_or("", |(_, query)| query);
    serde_urlencoded::from_str(query).unwrap_or_default()
}

/// Begins a sign-in and tells the provider its nonce; what the request said.
///
/// # Panics
/// When the sign-in does not begin.
pub async fn begin(browser: &mut Browser, provider: &ForgedProvider) -> BTreeMap<String, String> {
    let begun = browser.get("/sign-in").await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{begun:?}");
    let asked = query(begun.location());
    provider.script().nonce = asked.get("nonce").cloned().unwrap_or_default();
    asked
}

/// The address at which the provider sends the browser back.
#[must_use]
pub fn callback(provider: &ForgedProvider, state: &str) -> String {
    let pairs = [
        ("code", "good"),
        ("state", state),
        ("iss", &provider.issuer),
    ];
    let query = serde_urlencoded::to_string(pairs).unwrap_or_default();
    format!("/sign-in/callback?{query}")
}

/// Signs in with a new browser.
pub async fn sign_in(site: &Site, provider: &ForgedProvider) -> Attempt {
    let mut browser = site.browser();
    let asked = begin(&mut browser, provider).await;
    let state = asked.get("state").map(String::as_str).unwrap_or_default();
    let answer = browser.get(&callback(provider, state)).await;
    Attempt { answer, browser }
}
