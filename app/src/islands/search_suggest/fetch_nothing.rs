//! On the server nobody types.

use super::Suggestion;

pub(super) fn ask(_question: &str, _language: &str, _then: impl Fn(Vec<Suggestion>) + 'static) {}
