//! The cookies that the server sets: names and attributes.

use axum::http::HeaderMap;
use axum::http::header::COOKIE;
use tower_sessions::session::Id;

/// Names and attributes of our cookies. On https every name begins with `__Host-`, so that no
/// other host and no plain connection can plant one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CookieJar {
    secure: bool,
}

impl CookieJar {
    /// For a site that browsers reach over TLS (`secure`) or, in a demonstration, without.
    #[must_use]
    pub const fn new(secure: bool) -> Self {
        Self { secure }
    }

    /// The session.
    #[must_use]
    pub const fn session(self) -> &'static str {
        if self.secure { "__Host-sid" } else { "sid" }
    }

    /// The value that form tokens of visitors are bound to.
    #[must_use]
    pub const fn form(self) -> &'static str {
        if self.secure { "__Host-form" } else { "form" }
    }

    /// The message for the page after a form.
    #[must_use]
    pub const fn flash(self) -> &'static str {
        if self.secure { "__Host-flash" } else { "flash" }
    }

    /// What the names of sign-ins under way begin with.
    #[must_use]
    pub const fn attempts(self) -> &'static str {
        if self.secure {
            "__Host-sign-in-"
        } else {
            "sign-in-"
        }
    }

    /// A sign-in under way; several tabs may have one each.
    #[must_use]
    pub fn attempt(self, tag: &str) -> String {
        format!("{}{tag}", self.attempts())
    }

    /// A `Set-Cookie` value. Without `seconds` the cookie goes when the browser closes.
    #[must_use]
    pub fn set(self, name: &str, value: &str, seconds: Option<i64>) -> String {
        let age = seconds.map_or_else(String::new, |age| format!("; Max-Age={age}"));
        let secure = if self.secure { "; Secure" } else { "" };
        format!("{name}={value}; Path=/{age}; HttpOnly; SameSite=Lax{secure}")
    }

    /// A `Set-Cookie` value that removes the cookie.
    #[must_use]
    pub fn remove(self, name: &str) -> String {
        self.set(name, "", Some(0))
    }
}

/// Every cookie of a request, in order.
pub fn all(headers: &HeaderMap) -> impl Iterator<Item = (&str, &str)> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
}

/// The value of the cookie `name`, when the request has exactly one.
pub fn only<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let mut values = all(headers).filter(|(key, _)| *key == name);
    let (_, value) = values.next()?;
    values.next().is_none().then_some(value)
}

/// The session id written as `text`: 128 bits as 22 characters of URL-safe base64.
#[must_use]
pub fn parse_id(text: &str) -> Option<Id> {
    if text.len() == 22 {
        text.parse().ok()
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderValue};

    use super::{CookieJar, only, parse_id};

    #[test]
    fn cookies_are_host_bound_on_https_and_plain_on_loopback() {
        let set = CookieJar::new(true).set("__Host-sid", "x", None);
        assert_eq!(set, "__Host-sid=x; Path=/; HttpOnly; SameSite=Lax; Secure");
        let set = CookieJar::new(false).set("sid", "x", Some(60));
        assert_eq!(set, "sid=x; Path=/; Max-Age=60; HttpOnly; SameSite=Lax");
        assert_eq!(CookieJar::new(true).attempt("a"), "__Host-sign-in-a");
    }

    #[test]
    fn a_cookie_given_twice_is_none() {
        let mut headers = HeaderMap::new();
        headers.append("cookie", HeaderValue::from_static("a=1; sid=x"));
        assert_eq!(only(&headers, "sid"), Some("x"));
        headers.append("cookie", HeaderValue::from_static("sid=y"));
        assert_eq!(only(&headers, "sid"), None);
    }

    #[test]
    fn ids_have_one_spelling() {
        let id = tower_sessions::session::Id(7).to_string();
        assert!(parse_id(&id).is_some());
        for bad in [
            "",
            "AAAA",
            "AAAAAAAAAAAAAAAAAAAAAAA",
            "!!!!!!!!!!!!!!!!!!!!!!",
            "AAAAAAAAAAAAAAAAAAAAAB",
        ] {
            assert!(parse_id(bad).is_none(), "{bad}");
        }
    }
}
