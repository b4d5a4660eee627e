//! The disease that a chronic or two-diseases visit is for.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::chronic;
use crate::language::Language;

/// A disease of the national code set of outpatient chronic and special diseases: `M` and five
/// digits, such as `M03900`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct DiseaseCode(u32);

/// Text that is no disease code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a disease code is M and five digits")]
pub struct NotADisease;

impl DiseaseCode {
    /// Hypertension.
    pub const HYPERTENSION: Self = Self(3_900);
    /// Diabetes.
    pub const DIABETES: Self = Self(1_600);

    /// The code in `text`; `None` when it is not shaped like one.
    #[must_use]
    pub fn from_code(text: &str) -> Option<Self> {
        chronic::is_code(text)
            .then(|| text.strip_prefix('M')?.parse().ok().map(Self))
            .flatten()
    }

    /// Whether it is one of the two diseases with a drug benefit of their own.
    #[must_use]
    pub fn is_one_of_two(self) -> bool {
        self == Self::HYPERTENSION || self == Self::DIABETES
    }

    /// What the disease is called; its code where it has no name here.
    #[must_use]
    pub fn name(self, language: Language) -> String {
        let code = self.to_string();
        chronic::name(&code, language).map_or(code, str::to_owned)
    }
}

impl fmt::Display for DiseaseCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "M{:05}", self.0)
    }
}

impl From<DiseaseCode> for String {
    fn from(code: DiseaseCode) -> Self {
        code.to_string()
    }
}

impl TryFrom<String> for DiseaseCode {
    type Error = NotADisease;
    fn try_from(text: String) -> Result<Self, NotADisease> {
        Self::from_code(&text).ok_or(NotADisease)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_known_disease_keeps_its_code_and_name() {
        for text in chronic::codes() {
            let code = DiseaseCode::from_code(text).unwrap();
            assert_eq!(code.to_string(), text);
            assert_eq!(
                Some(code.name(Language::Zh).as_str()),
                chronic::name(text, Language::Zh)
            );
            let json = serde_json::to_string(&code).unwrap();
            assert_eq!(json, format!("\"{text}\""));
            assert_eq!(serde_json::from_str::<DiseaseCode>(&json).unwrap(), code);
        }
        assert_eq!(DiseaseCode::HYPERTENSION.name(Language::En), "hypertension");
        assert!(DiseaseCode::DIABETES.is_one_of_two());
        assert_eq!(
            DiseaseCode::from_code("M00001").unwrap().name(Language::Zh),
            "M00001"
        );
        for wrong in ["", "M", "M0390", "M039000", "H03900", "M+3900", "m03900"] {
            assert_eq!(DiseaseCode::from_code(wrong), None, "{wrong}");
        }
    }
}
