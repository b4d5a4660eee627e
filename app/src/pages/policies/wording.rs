//! How a document is named in the language of the reader.

use chrono::NaiveDate;

use crate::language::Language;
use crate::ui::{DocumentStatus, Look, date_text};

/// A text, with the language it is in when that is not the reader's.
pub struct Wording {
    /// The text.
    pub text: String,
    /// The `lang` attribute, when it differs from the page's.
    pub lang: Option<&'static str>,
}

/// The English text for an English reader where there is one, else the Chinese.
pub fn wording(look: Look, chinese: &str, english: &str) -> Wording {
    match look.language {
        Language::English if !english.is_empty() => Wording {
            text: english.to_owned(),
            lang: None,
        },
        Language::English => Wording {
            text: chinese.to_owned(),
            lang: Some(Language::Chinese.tag()),
        },
        Language::Chinese => Wording {
            text: chinese.to_owned(),
            lang: None,
        },
    }
}

/// Issuers side by side.
pub fn issuers(look: Look, chinese: &[String], english: &[String]) -> Wording {
    let joined = |names: &[String], between: &str| names.join(between);
    wording(look, &joined(chinese, " "), &joined(english, ", "))
}

/// The date as far as it is known: a day, a month (`2024-08`) or a year.
pub fn date_as_known(look: Look, day: Option<NaiveDate>, label: &str) -> String {
    let Some(day) = day else {
        return label.to_owned();
    };
    match label.len() {
        4 => match look.language {
            Language::Chinese => format!("{label}年"),
            Language::English => label.to_owned(),
        },
        7 => crate::ui::month_text(day, look.language),
        _ => date_text(day, look.language),
    }
}

/// The state that `code` names; in force when it names none.
pub fn status(code: &str) -> DocumentStatus {
    DocumentStatus::from_code(code).unwrap_or(DocumentStatus::Active)
}
