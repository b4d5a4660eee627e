//! What the privacy notice says. Each sentence is about this program as it is built.

mod en;
mod zh;

use crate::language::Language;

/// The words of the page.
pub(super) struct PrivacyText {
    pub title: &'static str,
    pub description: &'static str,
    pub short_title: &'static str,
    pub short: &'static [&'static str],
    pub kept_title: &'static str,
    pub kept_columns: [&'static str; 3],
    pub kept: &'static [[&'static str; 3]],
    pub kept_more: &'static [&'static str],
    pub basis_title: &'static str,
    pub basis_columns: [&'static str; 2],
    pub basis: &'static [[&'static str; 2]],
    pub time_title: &'static str,
    pub time_columns: [&'static str; 2],
    pub time: &'static [[&'static str; 2]],
    pub time_more: &'static [&'static str],
    pub who_title: &'static str,
    pub who: &'static [&'static str],
    pub who_more: &'static [&'static str],
    pub rights_title: &'static str,
    pub contact: fn(&str, &str) -> String,
    pub rights_columns: [&'static str; 3],
    pub rights: &'static [[&'static str; 3]],
    pub to_access: &'static str,
    pub to_family: &'static str,
    pub to_sessions: &'static str,
    pub call: fn(&str) -> String,
    pub rights_more: &'static [&'static str],
    pub third_title: &'static str,
    pub third: &'static [&'static str],
    pub cookies_title: &'static str,
    pub cookies_lead: &'static str,
}

impl PrivacyText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&zh::TEXT, &en::TEXT)
    }
}
