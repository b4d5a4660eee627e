//! Codes that were given out: each is redeemed once, within a minute.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Duration, Utc};

const LIFETIME: Duration = Duration::seconds(60);
const MOST: usize = 1000;

/// What a code stands for.
#[derive(Clone, Debug)]
pub(super) struct Grant {
    /// Who signed in.
    pub(super) subject: &'static str,
    /// The nonce of the request.
    pub(super) nonce: String,
    /// The PKCE challenge (S256) of the request.
    pub(super) challenge: String,
    /// When.
    pub(super) given_at: DateTime<Utc>,
}

/// The codes that were given out and not redeemed yet.
#[derive(Default)]
pub(super) struct Codes(Mutex<HashMap<String, Grant>>);

impl Codes {
    /// Keeps `grant` under `code`. `false` when too many are under way.
    pub(super) fn keep(&self, code: String, grant: Grant) -> bool {
        let mut codes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let now = grant.given_at;
        codes.retain(|_, kept| now - kept.given_at <= LIFETIME);
        if codes.len() >= MOST {
            return false;
        }
        codes.insert(code, grant);
        true
    }

    /// Takes the grant of `code` out, if it is there and young enough.
    pub(super) fn redeem(&self, code: &str, now: DateTime<Utc>) -> Option<Grant> {
        let mut codes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        codes
            .remove(code)
            .filter(|grant| now - grant.given_at <= LIFETIME)
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Duration};

    use super::{Codes, Grant, MOST};

    #[test]
    fn a_code_is_redeemed_once_and_soon() {
        let given_at = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let grant = Grant {
            subject: "resident-employee",
            nonce: String::new(),
            challenge: String::new(),
            given_at,
        };
        let codes = Codes::default();
        assert!(codes.keep("a".to_owned(), grant.clone()));
        assert!(
            codes
                .redeem("a", given_at + Duration::seconds(60))
                .is_some()
        );
        assert!(codes.redeem("a", given_at).is_none());
        assert!(codes.keep("b".to_owned(), grant.clone()));
        assert!(
            codes
                .redeem("b", given_at + Duration::seconds(61))
                .is_none()
        );
        for number in 0..MOST {
            assert!(codes.keep(number.to_string(), grant.clone()));
        }
        assert!(!codes.keep("one too many".to_owned(), grant));
    }
}
