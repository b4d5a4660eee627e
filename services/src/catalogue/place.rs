//! Chinese names for people who read no Chinese.

use domain::identifiers::RegionCode;

use super::readings::syllables;
use crate::search::plain;

/// What kind of place the last character says it is.
const KINDS: [char; 4] = ['区', '县', '市', '旗'];

/// The place's own name in pinyin: `Dongcheng` for 东城区. Empty for a code of no place.
#[must_use]
pub fn spelled(region: RegionCode) -> String {
    let Some(place) = region.lookup() else {
        return String::new();
    };
    let name = place.name;
    let short = name.strip_suffix(KINDS).unwrap_or(name);
    // 江县 without 县 is no name.
    let kept = if short.chars().count() > 1 {
        short
    } else {
        name
    };
    spoken(kept)
}

/// Chinese as one word in pinyin with a capital: `Lianhuaqingwen`.
#[must_use]
pub fn spoken(chinese: &str) -> String {
    let text = syllables(&plain(chinese)).concat();
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::spelled;

    #[test]
    fn districts_are_spelled() {
        for (code, wanted) in [
            ("110101", "Dongcheng"),
            ("110105", "Chaoyang"),
            ("510181", "Dujiangyan"),
            ("330122", "Tonglu"),
            ("999999", ""),
        ] {
            assert_eq!(spelled(code.parse().unwrap()), wanted);
        }
    }
}
