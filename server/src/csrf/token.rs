//! The hidden token of forms.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use services::keys::Keys;
use subtle::ConstantTimeEq;

/// The name of the hidden field.
pub const FIELD: &str = "form_token";

/// The token of every form shown to whoever holds `binding` (a session, or the value of a
/// cookie). It is worth nothing with another binding.
#[must_use]
pub fn token(keys: &Keys, binding: &str) -> String {
    URL_SAFE_NO_PAD.encode(keys.form_token(binding))
}

/// Whether the urlencoded form `body` carries the token of `binding`, exactly once.
pub(super) fn is_carried(keys: &Keys, binding: &str, body: &[u8]) -> bool {
    let Ok(fields) = serde_urlencoded::from_bytes::<Vec<(String, String)>>(body) else {
        return false;
    };
    let mut given = fields.iter().filter(|(name, _)| name == FIELD);
    let (Some((_, given)), None) = (given.next(), given.next()) else {
        return false;
    };
    token(keys, binding)
        .as_bytes()
        .ct_eq(given.as_bytes())
        .into()
}

#[cfg(test)]
mod tests {
    use services::keys::Keys;

    use super::{is_carried, token};

    #[test]
    fn a_token_is_bound_and_given_once() {
        let keys = Keys::from_master(b"only for this test, nothing else");
        let right = format!("a=1&form_token={}", token(&keys, "one"));
        assert!(is_carried(&keys, "one", right.as_bytes()));
        assert!(!is_carried(&keys, "two", right.as_bytes()));
        assert!(!is_carried(&keys, "one", b"a=1"));
        assert!(!is_carried(&keys, "one", b"form_token="));
        let twice = format!("{right}&form_token=x");
        assert!(!is_carried(&keys, "one", twice.as_bytes()));
    }
}
