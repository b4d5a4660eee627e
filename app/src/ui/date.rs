//! A calendar day.

use chrono::{Datelike, Month, NaiveDate};
use leptos::prelude::*;

use super::example::Example;
use super::markup::Markup;
use super::{IntoWritten, Look};
use crate::language::Language;

/// `2025年6月30日` or `30 June 2025`.
#[must_use]
pub fn date_text(date: NaiveDate, language: Language) -> String {
    match language {
        Language::Chinese => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
        Language::English => format!("{} {} {}", date.day(), english(date), date.year()),
    }
}

/// `2025年6月` or `June 2025`.
#[must_use]
pub fn month_text(date: NaiveDate, language: Language) -> String {
    match language {
        Language::Chinese => format!("{}年{}月", date.year(), date.month()),
        Language::English => format!("{} {}", english(date), date.year()),
    }
}

/// `July`: the English name of the month from 1 to 12; empty for any other number.
#[must_use]
pub fn month_name(month: u8) -> &'static str {
    Month::try_from(month).map_or("", |month| month.name())
}

/// The month's English name.
fn english(date: NaiveDate) -> &'static str {
    u8::try_from(date.month()).map_or("", month_name)
}

/// A day, readable by machines too.
#[component]
pub fn Date(
    /// The day.
    of: NaiveDate,
) -> impl IntoView {
    let text = date_text(of, Look::current().language);
    let mut markup = Markup::from("<time class=\"nowrap\"");
    markup
        .attribute("datetime", Some(&of.to_string()))
        .html(">");
    markup.text(&text).html("</time>");
    markup.written()
}

/// For the gallery.
#[must_use]
pub fn examples() -> Vec<Example> {
    vec![Example::new("一天", "A day", || {
        let day = NaiveDate::from_ymd_opt(2025, 6, 30).unwrap_or_default();
        view! { <p><Date of=day/></p> }.written()
    })]
}

#[cfg(test)]
mod tests {
    use super::{Language, NaiveDate, date_text, month_name, month_text};

    #[test]
    fn days_are_written_as_each_language_does() {
        let day = NaiveDate::from_ymd_opt(2025, 6, 3).unwrap_or_default();
        assert_eq!(date_text(day, Language::Chinese), "2025年6月3日");
        assert_eq!(date_text(day, Language::English), "3 June 2025");
        assert_eq!(month_text(day, Language::Chinese), "2025年6月");
        assert_eq!(month_text(day, Language::English), "June 2025");
        assert_eq!([month_name(7), month_name(13)], ["July", ""]);
    }
}
