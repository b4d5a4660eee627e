//! What the browser says of where a request comes from.

use axum::http::header::ORIGIN;
use axum::http::{HeaderMap, HeaderName};

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Where a request comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// From a page of this site.
    Ours,
    /// From elsewhere, or from where nobody would say.
    Elsewhere,
    /// The browser is too old to tell.
    Untold,
}

/// Reads the two headers; `our_origin` is `scheme://host[:port]` as configured.
pub(super) fn source(headers: &HeaderMap, our_origin: &str) -> Source {
    for (name, ours) in [(SEC_FETCH_SITE, "same-origin"), (ORIGIN, our_origin)] {
        let mut values = headers.get_all(name).iter();
        let Some(value) = values.next() else {
            continue;
        };
        let right = values.next().is_none() && value.as_bytes() == ours.as_bytes();
        return if right {
            Source::Ours
        } else {
            Source::Elsewhere
        };
    }
    Source::Untold
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderName, HeaderValue};

    use super::{Source, source};

    #[test]
    fn the_newer_header_decides_and_nothing_but_equality_will_do() {
        let of = |pairs: &[(&'static str, &'static str)]| {
            let mut headers = HeaderMap::new();
            for (name, value) in pairs {
                headers.append(
                    HeaderName::from_static(name),
                    HeaderValue::from_static(value),
                );
            }
            source(&headers, "https://ybt.example")
        };
        assert_eq!(of(&[("sec-fetch-site", "same-origin")]), Source::Ours);
        for other in ["cross-site", "same-site", "none", "", "same-origin, none"] {
            let pairs = [("sec-fetch-site", other), ("origin", "https://ybt.example")];
            assert_eq!(of(&pairs), Source::Elsewhere, "{other}");
        }
        assert_eq!(of(&[("origin", "https://ybt.example")]), Source::Ours);
        for other in [
            "null",
            "http://ybt.example",
            "https://ybt.example.evil.example",
            "https://ybt.example:8443",
            "https://evil.example",
        ] {
            assert_eq!(of(&[("origin", other)]), Source::Elsewhere, "{other}");
        }
        let twice = [("origin", "https://ybt.example"), ("origin", "null")];
        assert_eq!(of(&twice), Source::Elsewhere);
        assert_eq!(of(&[]), Source::Untold);
    }
}
