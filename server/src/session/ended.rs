//! A session that the browser still knows of and the store does not.

use app::page::Flash;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderValue};

use super::cookie::{CookieJar, all};
use super::leave_flash;

/// Whether the request came with a session's cookie, valid or not.
#[must_use]
pub fn was_presented(headers: &HeaderMap, jar: CookieJar) -> bool {
    all(headers).any(|(name, _)| name == jar.session())
}

/// Says on the next page that the session has ended, and lets the browser forget its cookie,
/// unless a late form waits with that session.
pub fn say_it_ended(jar: CookieJar, headers: &mut HeaderMap, forget: bool) {
    // What is removed comes last: curl forgets the removal when another cookie follows it.
    let removed = forget.then(|| jar.remove(jar.session()));
    let said = leave_flash(jar, Flash::SessionEnded);
    for cookie in std::iter::once(said).chain(removed) {
        if let Ok(value) = HeaderValue::from_str(&cookie) {
            headers.append(SET_COOKIE, value);
        }
    }
}
