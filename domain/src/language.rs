//! The languages of the product.

codes! {
    /// A language that every text of the product exists in.
    pub enum Language {
        /// Simplified Chinese, the language of first choice.
        Zh = "zh",
        /// English.
        En = "en",
    }
}

impl Language {
    /// Chooses between the two wordings of one text.
    #[must_use]
    pub fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}

/// One text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// Simplified Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Bilingual {
    /// The wording in `language`.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        language.pick(&self.zh, &self.en)
    }
}
