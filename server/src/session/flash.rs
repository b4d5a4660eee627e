//! Messages that a form leaves for the page after it, as a short code in a cookie.

use app::page::Flash;
use axum::http::HeaderMap;

use super::cookie::{CookieJar, only};

/// The code of a message in its cookie.
#[must_use]
pub const fn flash_code(flash: Flash) -> &'static str {
    match flash {
        Flash::SignedOut => "signed-out",
        Flash::SignInFailed => "sign-in-failed",
        Flash::SessionEnded => "session-ended",
    }
}

pub(super) fn read(headers: &HeaderMap, jar: CookieJar) -> Option<Flash> {
    let code = only(headers, jar.flash())?;
    [Flash::SignedOut, Flash::SignInFailed, Flash::SessionEnded]
        .into_iter()
        .find(|flash| flash_code(*flash) == code)
}
