//! The terms of the field: the official word, plain Chinese, English, and where one meets it.

mod terms;

use crate::language::Language;

/// What a term is about; the order of the glossary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Who pays what of a bill.
    Money,
    /// What is in the catalogue, and on which terms.
    Catalogue,
    /// Being insured and paying for it.
    Joining,
    /// Where one is treated.
    Care,
    /// Large bills, hardship, and cover beyond basic insurance.
    Support,
    /// Getting things done.
    Service,
}

impl Group {
    /// Every group in order.
    pub const ALL: [Self; 6] = [
        Self::Money,
        Self::Catalogue,
        Self::Joining,
        Self::Care,
        Self::Support,
        Self::Service,
    ];

    /// The stable name in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Money => "money",
            Self::Catalogue => "catalogue",
            Self::Joining => "joining",
            Self::Care => "care",
            Self::Support => "support",
            Self::Service => "service",
        }
    }

    /// The group called `code`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.code() == code)
    }

    /// The group in the words people use.
    #[must_use]
    pub const fn label(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Money, Language::Zh) => "账单上的钱",
            (Self::Money, Language::En) => "The money on a bill",
            (Self::Catalogue, Language::Zh) => "药品和目录",
            (Self::Catalogue, Language::En) => "Drugs and the catalogue",
            (Self::Joining, Language::Zh) => "参保和缴费",
            (Self::Joining, Language::En) => "Joining and paying",
            (Self::Care, Language::Zh) => "看病和就医",
            (Self::Care, Language::En) => "Being treated",
            (Self::Support, Language::Zh) => "大病、困难和补充保险",
            (Self::Support, Language::En) => "Large bills, hardship, add-ons",
            (Self::Service, Language::Zh) => "办事和个人信息",
            (Self::Service, Language::En) => "Getting things done",
        }
    }

    /// Its terms, the most needed first.
    #[must_use]
    pub const fn terms(self) -> &'static [Term] {
        match self {
            Self::Money => terms::MONEY,
            Self::Catalogue => terms::CATALOGUE,
            Self::Joining => terms::JOINING,
            Self::Care => terms::CARE,
            Self::Support => terms::SUPPORT,
            Self::Service => terms::SERVICE,
        }
    }
}

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
    /// An example, or where one meets it, in Chinese.
    pub example: &'static str,
    /// An example, or where one meets it, in English.
    pub example_english: &'static str,
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

    /// An example, or where one meets it.
    #[must_use]
    pub const fn example(&self, language: Language) -> &'static str {
        match language {
            Language::Zh => self.example,
            Language::En => self.example_english,
        }
    }

    /// Whether `wish` occurs in one of its words, in either language, whatever the case.
    #[must_use]
    pub fn answers(&self, wish: &str) -> bool {
        let wish = wish.trim().to_lowercase();
        [self.official, self.plain, self.english, self.plain_english]
            .iter()
            .any(|text| text.to_lowercase().contains(&wish))
    }
}

/// Every term, group by group.
pub fn all() -> impl Iterator<Item = &'static Term> {
    Group::ALL.into_iter().flat_map(|group| group.terms())
}

/// The term with this slug.
#[must_use]
pub fn term(slug: &str) -> Option<&'static Term> {
    all().find(|term| term.slug == slug)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn slugs_are_addresses_and_every_text_is_there_once() {
        let mut slugs = BTreeSet::new();
        let mut names = BTreeSet::new();
        for term in all() {
            let plain = |byte: u8| byte.is_ascii_lowercase() || byte == b'-';
            assert!(term.slug.bytes().all(plain), "{}", term.slug);
            assert!(slugs.insert(term.slug), "{} twice", term.slug);
            assert!(names.insert(term.official), "{} twice", term.official);
            assert!(names.insert(term.english), "{} twice", term.english);
            for language in [Language::Zh, Language::En] {
                for text in [
                    term.name(language),
                    term.meaning(language),
                    term.example(language),
                ] {
                    assert!(!text.is_empty(), "{}", term.slug);
                }
            }
        }
        assert_eq!(term("deductible").map(|term| term.official), Some("起付线"));
        assert_eq!(term("nothing"), None);
    }

    #[test]
    fn english_is_english_and_chinese_ends_as_sentences_do() {
        let chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        for term in all() {
            for text in [term.english, term.plain_english, term.example_english] {
                assert!(!text.contains(chinese), "{}: {text}", term.slug);
            }
            assert!(term.example.ends_with('。'), "{}", term.slug);
            assert!(term.example_english.ends_with('.'), "{}", term.slug);
        }
    }

    #[test]
    fn a_wish_finds_either_language_and_every_group_has_a_code() {
        let found = |wish: &str| -> Vec<&str> {
            all()
                .filter(|term| term.answers(wish))
                .map(|term| term.slug)
                .collect()
        };
        assert!(found("起付").contains(&"deductible"));
        assert!(found("DEDUCT").contains(&"deductible"));
        assert!(found("不存在的词").is_empty());
        for group in Group::ALL {
            assert_eq!(Group::from_code(group.code()), Some(group));
        }
    }
}
