//! Instants to the minute, as text.

use chrono::{DateTime, Utc};
use services::context::clock_in_china;

use crate::language::Language;
use crate::ui::date_text;

/// `2026年6月3日 10:21`, `3 June 2026, 10:21`, in China.
#[must_use]
pub(crate) fn moment(at: DateTime<Utc>, language: Language) -> String {
    let clock = clock_in_china(at);
    let day = date_text(clock.date(), language);
    let time = clock.format("%H:%M");
    match language {
        Language::Chinese => format!("{day} {time}"),
        Language::English => format!("{day}, {time}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_told_in_china() {
        let at = "2026-06-02T16:05:00Z".parse().unwrap();
        assert_eq!(moment(at, Language::Chinese), "2026年6月3日 00:05");
        assert_eq!(moment(at, Language::English), "3 June 2026, 00:05");
    }
}
