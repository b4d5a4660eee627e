//! How somebody wants to see the pages. Kept in plain cookies; they say nothing personal.

use crate::language::Language;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device says.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// The value in the cookie and in `data-theme`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme stored as `code`; `Auto` for anything else.
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        match code {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::Auto,
        }
    }
}

/// All choices together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// The language of the answer.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// Elder mode: larger, calmer, stronger.
    pub elder: bool,
    /// In elder mode, how many steps larger than its first size (0 to 2).
    pub text_step: u8,
}

/// The cookie that holds the language.
pub const LANGUAGE_COOKIE: &str = "lang";
/// The cookie that holds theme, mode and text step, as `theme.mode.step`.
pub const DISPLAY_COOKIE: &str = "display";

impl Preferences {
    /// Reads the choices: `?lang=` first, then cookies, then `Accept-Language`, then Chinese.
    #[must_use]
    pub fn read(
        query_language: Option<&str>,
        cookie: impl Fn(&str) -> Option<String>,
        accept_language: &str,
    ) -> Self {
        let language = query_language
            .and_then(Language::from_code)
            .or_else(|| {
                cookie(LANGUAGE_COOKIE)
                    .as_deref()
                    .and_then(Language::from_code)
            })
            .unwrap_or_else(|| Language::from_accept_language(accept_language));
        let display = cookie(DISPLAY_COOKIE).unwrap_or_default();
        let mut parts = display.split('.');
        let theme = Theme::from_code(parts.next().unwrap_or_default());
        let elder = parts.next() == Some("elder");
        let text_step = parts
            .next()
            .and_then(|step| step.parse().ok())
            .unwrap_or(0_u8)
            .min(2);
        Self {
            language,
            theme,
            elder,
            text_step,
        }
    }

    /// The value of the display cookie for these choices.
    #[must_use]
    pub fn display_cookie(self) -> String {
        let mode = if self.elder { "elder" } else { "standard" };
        format!("{}.{mode}.{}", self.theme.code(), self.text_step)
    }
}

#[cfg(test)]
mod tests {
    use super::{Language, Preferences, Theme};

    #[test]
    fn the_display_cookie_survives_a_round_trip() {
        let chosen = Preferences {
            language: Language::English,
            theme: Theme::Dark,
            elder: true,
            text_step: 2,
        };
        let read = Preferences::read(
            Some("en"),
            |name| (name == "display").then(|| chosen.display_cookie()),
            "",
        );
        assert_eq!(read, chosen);
    }

    #[test]
    fn nonsense_in_cookies_means_the_defaults() {
        let read = Preferences::read(Some("xx"), |_| Some("<>.;.9999".to_owned()), "zh");
        assert_eq!(
            read,
            Preferences {
                text_step: 0,
                ..Preferences::default()
            }
        );
    }
}
