//! The two languages of the product.

use serde::{Deserialize, Serialize};

/// The language of an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// Simplified Chinese.
    #[default]
    Chinese,
    /// English.
    English,
}

impl Language {
    /// The value of the `lang` attribute.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh-Hans",
            Self::English => "en",
        }
    }

    /// The short code in cookies and addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Chinese => "zh",
            Self::English => "en",
        }
    }

    /// The language written as `zh` or `en`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "zh" => Some(Self::Chinese),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// The first of the two languages that `header` (an `Accept-Language` value) names, in the
    /// order of its weights; Chinese when it names neither.
    #[must_use]
    pub fn from_accept_language(header: &str) -> Self {
        let mut best = (0_u32, Self::Chinese);
        for part in header.split(',').take(16) {
            let (name, parameters) = part.split_once(';').unwrap_or((part, ""));
            let language = match name.trim().split('-').next().unwrap_or_default() {
                zh if zh.eq_ignore_ascii_case("zh") => Self::Chinese,
                en if en.eq_ignore_ascii_case("en") => Self::English,
                _ => continue,
            };
            let weight = parameters
                .trim()
                .strip_prefix("q=")
                .map_or(1000, thousandths);
            if weight > best.0 {
                best = (weight, language);
            }
        }
        best.1
    }

    /// Chooses between the two texts.
    #[must_use]
    pub const fn pick<T: ?Sized>(self, chinese: &'static T, english: &'static T) -> &'static T {
        match self {
            Self::Chinese => chinese,
            Self::English => english,
        }
    }
}

impl From<Language> for domain::language::Language {
    fn from(language: Language) -> Self {
        match language {
            Language::Chinese => Self::Zh,
            Language::English => Self::En,
        }
    }
}

/// `0.8` as 800; anything unreadable as 0.
fn thousandths(weight: &str) -> u32 {
    let (whole, fraction) = weight.trim().split_once('.').unwrap_or((weight.trim(), ""));
    let digits: String = fraction.chars().chain("000".chars()).take(3).collect();
    match (whole.parse::<u32>(), digits.parse::<u32>()) {
        (Ok(whole), Ok(part)) => (whole * 1000 + part).min(1000),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn accept_language_follows_the_weights() {
        let choose = Language::from_accept_language;
        assert_eq!(choose("en-GB,en;q=0.9,zh;q=0.8"), Language::English);
        assert_eq!(choose("fr, zh-CN;q=0.7, en;q=0.3"), Language::Chinese);
        assert_eq!(choose("en;q=0.2,zh;q=0.9"), Language::Chinese);
        assert_eq!(choose(""), Language::Chinese);
        assert_eq!(choose(";;;q=x,,"), Language::Chinese);
    }
}
