//! The terms of the field: the official word, plain Chinese, and English.

mod terms;

pub use terms::TERMS;

use crate::language::Language;

/// One term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// Stable name for addresses and links, lower case with hyphens.
    pub slug: &'static str,
    /// The official Chinese term.
    pub official: &'static str,
    /// Plain Chinese, as one would say it to an elderly person.
    pub plain: &'static str,
    /// The English term.
    pub english: &'static str,
    /// Plain English.
    pub plain_english: &'static str,
}

impl Term {
    /// The term's name in a language.
    #[must_use]
    pub const fn name(&self, language: Language) -> &'static str {
        match language {
            Language::Zh => self.official,
            Language::En => self.english,
        }
    }

    /// What it means, in plain words.
    #[must_use]
    pub const fn meaning(&self, language: Language) -> &'static str {
        match language {
            Language::Zh => self.plain,
            Language::En => self.plain_english,
        }
    }
}

/// The term with this slug.
#[must_use]
pub fn term(slug: &str) -> Option<&'static Term> {
    TERMS.iter().find(|term| term.slug == slug)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_addresses_and_unique() {
        for (index, term) in TERMS.iter().enumerate() {
            assert!(
                term.slug
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
            );
            assert!(
                TERMS
                    .iter()
                    .skip(index + 1)
                    .all(|other| other.slug != term.slug)
            );
            for text in [term.official, term.plain, term.english, term.plain_english] {
                assert!(!text.is_empty(), "{}", term.slug);
            }
        }
        assert_eq!(term("deductible").map(|term| term.official), Some("起付线"));
        assert_eq!(term("nothing"), None);
    }
}
