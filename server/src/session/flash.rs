//! Messages that a form leaves for the page after it, as a short code in a cookie.

use app::page::Flash;
use app::pages::admin::parameters::ParametersDone;
use app::pages::me::family::Done;
use axum::http::HeaderMap;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::Duration;
use domain::access::Role;
use services::accounts::SessionHash;
use services::accounts::attempts::LIFETIME;

use super::cookie::{CookieJar, only};

/// So long a message waits for its page: as long as a sign-in may take.
const WAITS: Duration = LIFETIME;

/// Every message that says nothing but itself.
const ALL: [Flash; 13] = [
    Flash::SignedOut,
    Flash::SessionEnded,
    Flash::AuditChecked,
    Flash::MessagesRead,
    Flash::TopicsKept,
    Flash::OtherSessionsEnded,
    Flash::ReportReceived,
    Flash::QuerySent,
    Flash::QueryWithdrawn,
    Flash::QueryTaken,
    Flash::QueryAnswered,
    Flash::ConsentGiven,
    Flash::ConsentWithdrawn,
];

/// The `Set-Cookie` value that leaves `flash` for the next page, whoever reads it.
#[must_use]
pub fn leave_flash(jar: CookieJar, flash: Flash) -> String {
    jar.set(jar.flash(), code(flash), Some(WAITS.num_seconds()))
}

/// The same after a form that was carried out as `acting`, for who acts so only; for a change of
/// the role, who acts in the new one.
#[must_use]
pub fn leave_flash_as(jar: CookieJar, flash: Flash, acting: Role) -> String {
    let role = match flash {
        Flash::HatChanged(role) => role,
        _ => acting,
    };
    let value = format!("{}~{}", code(flash), role.code());
    jar.set(jar.flash(), &value, Some(WAITS.num_seconds()))
}

/// The `Set-Cookie` value that remembers, until the browser closes, that the end of the session
/// `hash` was told. The session's own cookie stays: forms of it may still come, and are kept.
pub(super) fn told(jar: CookieJar, hash: SessionHash) -> String {
    jar.set(jar.flash(), &mark(hash), None)
}

/// Whether the end of the session `hash` was told.
pub(super) fn was_told(headers: &HeaderMap, jar: CookieJar, hash: SessionHash) -> bool {
    only(headers, jar.flash()).is_some_and(|given| given == mark(hash))
}

/// No message has this code, so that it is read as none.
fn mark(hash: SessionHash) -> String {
    let short = hash.as_bytes().get(..6).unwrap_or_default();
    format!("told~{}", URL_SAFE_NO_PAD.encode(short))
}

/// The message for who acts as `acting`; `None` for visitors.
pub(super) fn read(headers: &HeaderMap, jar: CookieJar, acting: Option<Role>) -> Option<Flash> {
    let given = only(headers, jar.flash())?;
    let given = match given.split_once('~') {
        Some((given, role)) if acting.is_some_and(|acting| acting.code() == role) => given,
        Some(_) => return None,
        None => given,
    };
    let family = Done::ALL.into_iter().map(Flash::Family);
    let parameters = ParametersDone::ALL.into_iter().map(Flash::Parameters);
    ALL.into_iter()
        .chain(family)
        .chain(parameters)
        .chain(acting.map(Flash::HatChanged))
        .find(|flash| code(*flash) == given)
}

const fn code(flash: Flash) -> &'static str {
    match flash {
        Flash::SignedOut => "signed-out",
        Flash::SessionEnded => "session-ended",
        Flash::HatChanged(_) => "hat",
        Flash::AuditChecked => "checked",
        Flash::MessagesRead => "messages-read",
        Flash::TopicsKept => "topics-kept",
        Flash::OtherSessionsEnded => "other-sessions-ended",
        Flash::ReportReceived => "report-received",
        Flash::QuerySent => "query-sent",
        Flash::QueryWithdrawn => "query-withdrawn",
        Flash::QueryTaken => "query-taken",
        Flash::QueryAnswered => "query-answered",
        Flash::ConsentGiven => "consent-given",
        Flash::ConsentWithdrawn => "consent-withdrawn",
        Flash::Family(done) => done.code(),
        Flash::Parameters(done) => done.code(),
    }
}

#[cfg(test)]
mod tests {
    use app::page::Flash;
    use axum::http::{HeaderMap, HeaderValue};
    use domain::access::Role;

    use super::{ALL, CookieJar, Done, leave_flash, leave_flash_as, read};

    fn read_back(set: &str, acting: Option<Role>) -> Option<Flash> {
        let mut headers = HeaderMap::new();
        let pair = set.split(';').next().unwrap();
        headers.insert("cookie", HeaderValue::from_str(pair).unwrap());
        read(&headers, CookieJar::new(false), acting)
    }

    #[test]
    fn a_message_for_one_hat_is_not_read_in_another() {
        let jar = CookieJar::new(false);
        let changed = Flash::HatChanged(Role::Auditor);
        let bound = leave_flash_as(jar, changed, Role::Resident);
        assert_eq!(read_back(&bound, Some(Role::Auditor)), Some(changed));
        assert_eq!(read_back(&bound, Some(Role::Resident)), None);
        assert_eq!(read_back(&bound, None), None);
        let free = leave_flash(jar, Flash::SignedOut);
        assert_eq!(read_back(&free, None), Some(Flash::SignedOut));
        assert_eq!(read_back("flash=hat~", Some(Role::Auditor)), None);
        assert_eq!(read_back("flash=hat", None), None);
    }

    #[test]
    fn every_message_is_read_as_it_was_left() {
        let jar = CookieJar::new(false);
        let family = Done::ALL.into_iter().map(Flash::Family);
        let parameters = super::ParametersDone::ALL
            .into_iter()
            .map(Flash::Parameters);
        for flash in ALL.into_iter().chain(family).chain(parameters) {
            let bound = leave_flash_as(jar, flash, Role::Resident);
            assert_eq!(read_back(&bound, Some(Role::Resident)), Some(flash));
            assert_eq!(read_back(&bound, Some(Role::Editor)), None);
        }
    }
}
