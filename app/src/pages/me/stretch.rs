//! Stretches of months in words.

use domain::calendar::Month;

use crate::language::Language;
use crate::ui::month_text;

/// `2025年6月`, `2025年6月至8月`, `2025年6月至2026年1月`.
#[must_use]
pub(super) fn stretch(from: Month, through: Month, language: Language) -> String {
    let first = month_text(from.first_day(), language);
    if from == through {
        return first;
    }
    let last = month_text(through.first_day(), language);
    match language {
        Language::Chinese if from.year() == through.year() => {
            format!("{first}至{}月", through.number())
        }
        Language::Chinese => format!("{first}至{last}"),
        Language::English => format!("{first} to {last}"),
    }
}

/// The months of one year without its number: `1月至6月`, `January to June`.
#[must_use]
pub(super) fn within_year(from: Month, through: Month, language: Language) -> String {
    let name = |month: Month| match language {
        Language::Chinese => format!("{}月", month.number()),
        Language::English => month.first_day().format("%B").to_string(),
    };
    match (language, from == through) {
        (_, true) => name(from),
        (Language::Chinese, false) => format!("{}至{}", name(from), name(through)),
        (Language::English, false) => format!("{} to {}", name(from), name(through)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_told_as_briefly_as_they_can_be() {
        let month = |period| Month::from_period(period).unwrap();
        let zh = |from, through| stretch(month(from), month(through), Language::Chinese);
        assert_eq!(zh(202_506, 202_506), "2025年6月");
        assert_eq!(zh(202_506, 202_508), "2025年6月至8月");
        assert_eq!(zh(202_506, 202_601), "2025年6月至2026年1月");
        let en = stretch(month(202_506), month(202_601), Language::English);
        assert_eq!(en, "June 2025 to January 2026");
        let inside = within_year(month(202_501), month(202_506), Language::Chinese);
        assert_eq!(inside, "1月至6月");
    }
}
