//! Messages that a form leaves for the page after it, as a short code in a cookie.

use app::page::Flash;
use axum::http::HeaderMap;
use chrono::Duration;
use domain::access::Role;
use services::accounts::attempts::LIFETIME;

use super::cookie::{CookieJar, only};

/// So long a message waits for its page: as long as a sign-in may take.
const WAITS: Duration = LIFETIME;

const ALL: [Flash; 4] = [
    Flash::SignedOut,
    Flash::SessionEnded,
    Flash::HatChanged,
    Flash::AuditChecked,
];

/// The `Set-Cookie` value that leaves `flash` for the next page, whoever reads it.
#[must_use]
pub fn leave_flash(jar: CookieJar, flash: Flash) -> String {
    jar.set(jar.flash(), code(flash), Some(WAITS.num_seconds()))
}

/// The same for who acts as `role` only.
#[must_use]
pub fn leave_flash_for(jar: CookieJar, flash: Flash, role: Role) -> String {
    let value = format!("{}~{}", code(flash), role.code());
    jar.set(jar.flash(), &value, Some(WAITS.num_seconds()))
}

/// The message for who acts as `acting`.
pub(super) fn read(headers: &HeaderMap, jar: CookieJar, acting: Option<Role>) -> Option<Flash> {
    let given = only(headers, jar.flash())?;
    let given = match given.split_once('~') {
        Some((given, role)) if acting.is_some_and(|acting| acting.code() == role) => given,
        Some(_) => return None,
        None => given,
    };
    ALL.into_iter().find(|flash| code(*flash) == given)
}

const fn code(flash: Flash) -> &'static str {
    match flash {
        Flash::SignedOut => "signed-out",
        Flash::SessionEnded => "session-ended",
        Flash::HatChanged => "hat",
        Flash::AuditChecked => "checked",
    }
}

#[cfg(test)]
mod tests {
    use app::page::Flash;
    use axum::http::{HeaderMap, HeaderValue};
    use domain::access::Role;

    use super::{CookieJar, leave_flash, leave_flash_for, read};

    #[test]
    fn a_message_for_one_hat_is_not_read_in_another() {
        let jar = CookieJar::new(false);
        let read = |set: &str, acting| {
            let mut headers = HeaderMap::new();
            let pair = set.split(';').next().unwrap();
            headers.insert("cookie", HeaderValue::from_str(pair).unwrap());
            read(&headers, jar, acting)
        };
        let bound = leave_flash_for(jar, Flash::HatChanged, Role::Auditor);
        assert_eq!(read(&bound, Some(Role::Auditor)), Some(Flash::HatChanged));
        assert_eq!(read(&bound, Some(Role::Resident)), None);
        assert_eq!(read(&bound, None), None);
        let free = leave_flash(jar, Flash::SignedOut);
        assert_eq!(read(&free, None), Some(Flash::SignedOut));
        assert_eq!(read("flash=hat~", Some(Role::Auditor)), None);
    }
}
