//! Which kinds of body a form may send.

use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;

/// The kinds that forms of ours declare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FormKind {
    /// `application/x-www-form-urlencoded`.
    Urlencoded,
    /// `multipart/form-data` with a boundary.
    Multipart,
}

/// The declared kind; `None` for every other, which a form of ours never sends.
pub(super) fn declared(headers: &HeaderMap) -> Option<FormKind> {
    let mut values = headers.get_all(CONTENT_TYPE).iter();
    let (Some(value), None) = (values.next(), values.next()) else {
        return None;
    };
    let text = value.to_str().ok()?;
    let (kind, parameters) = text.split_once(';').unwrap_or((text, ""));
    match kind.trim().to_ascii_lowercase().as_str() {
        "application/x-www-form-urlencoded" => Some(FormKind::Urlencoded),
        "multipart/form-data" if parameters.to_ascii_lowercase().contains("boundary=") => {
            Some(FormKind::Multipart)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderValue};

    use super::{FormKind, declared};

    #[test]
    fn only_forms_are_forms() {
        let of = |text: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert("content-type", HeaderValue::from_static(text));
            declared(&headers)
        };
        let plain = "application/x-www-form-urlencoded";
        assert_eq!(of(plain), Some(FormKind::Urlencoded));
        assert_eq!(
            of("Application/X-WWW-Form-Urlencoded; charset=UTF-8"),
            Some(FormKind::Urlencoded)
        );
        assert_eq!(
            of("multipart/form-data; boundary=x"),
            Some(FormKind::Multipart)
        );
        for other in ["text/plain", "application/json", "multipart/form-data", ""] {
            assert_eq!(of(other), None, "{other}");
        }
        assert_eq!(declared(&HeaderMap::new()), None);
    }
}
