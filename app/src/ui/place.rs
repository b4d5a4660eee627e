//! A place by its name.

use domain::identifiers::RegionCode;
use leptos::prelude::*;

use super::IntoWritten;
use crate::language::Language;
use crate::ui::Look;

/// The name of the region `code`; in English the English name, and the full Chinese name after it
/// where the English one says less.
#[component]
pub fn Place(
    /// A six-digit region code.
    #[prop(into)]
    code: String,
) -> impl IntoView {
    let look = Look::current();
    let Some(region) = known(&code) else {
        return code.written();
    };
    let chinese = region.full_name();
    match (look.language, region.english_name()) {
        (Language::English, Some(english)) if region.english_is_whole() => english.written(),
        (Language::English, Some(english)) => {
            view! { {english}" "<span lang="zh-Hans">"（"{chinese}"）"</span> }.written()
        }
        _ => chinese.written(),
    }
}

/// The name of a region as one text, for places that take no markup.
#[must_use]
pub fn place_name(code: RegionCode, language: Language) -> String {
    let chinese = code.full_name();
    match (language, code.english_name()) {
        (Language::English, Some(english)) if code.english_is_whole() => english,
        (Language::English, Some(english)) => format!("{english} ({chinese})"),
        _ => chinese,
    }
}

fn known(code: &str) -> Option<RegionCode> {
    code.parse()
        .ok()
        .filter(|code: &RegionCode| !code.full_name().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_has_a_name_in_both_languages() {
        let name = |code: &str, language| place_name(code.parse().unwrap(), language);
        assert_eq!(name("330100", Language::Chinese), "浙江省杭州市");
        assert_eq!(name("330100", Language::English), "Hangzhou, Zhejiang");
        assert_eq!(
            name("330106", Language::English),
            "Hangzhou, Zhejiang (浙江省杭州市西湖区)"
        );
    }
}
