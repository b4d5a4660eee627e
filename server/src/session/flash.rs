//! Messages that a form leaves for the page after it, as a short code in a cookie.

use app::page::Flash;
use app::pages::me::family::Done;
use axum::http::HeaderMap;
use chrono::Duration;
use services::accounts::attempts::LIFETIME;

use super::cookie::{CookieJar, only};

/// So long a message waits for its page: as long as a sign-in may take.
const WAITS: Duration = LIFETIME;

const ALL: [Flash; 8] = [
    Flash::SignedOut,
    Flash::SessionEnded,
    Flash::MessagesRead,
    Flash::TopicsKept,
    Flash::OtherSessionsEnded,
    Flash::ReportReceived,
    Flash::ConsentGiven,
    Flash::ConsentWithdrawn,
];

/// The `Set-Cookie` value that leaves `flash` for the next page.
#[must_use]
pub fn leave_flash(jar: CookieJar, flash: Flash) -> String {
    jar.set(jar.flash(), code(flash), Some(WAITS.num_seconds()))
}

pub(super) fn read(headers: &HeaderMap, jar: CookieJar) -> Option<Flash> {
    let given = only(headers, jar.flash())?;
    let family = Done::ALL.into_iter().map(Flash::Family);
    ALL.into_iter()
        .chain(family)
        .find(|flash| code(*flash) == given)
}

const fn code(flash: Flash) -> &'static str {
    match flash {
        Flash::SignedOut => "signed-out",
        Flash::SessionEnded => "session-ended",
        Flash::MessagesRead => "messages-read",
        Flash::TopicsKept => "topics-kept",
        Flash::OtherSessionsEnded => "other-sessions-ended",
        Flash::ReportReceived => "report-received",
        Flash::ConsentGiven => "consent-given",
        Flash::ConsentWithdrawn => "consent-withdrawn",
        Flash::Family(done) => done.code(),
    }
}
