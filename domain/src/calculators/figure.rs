//! Figures as the sentences of a calculation show them.

use chrono::{Datelike, NaiveDate};

use crate::calendar::Month;
use crate::continuity::Price;
use crate::language::Language;
use crate::money::{BasisPoints, Money};

const MONTHS: i32 = 12;

/// One figure of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// An amount, in fen.
    Money(Money),
    /// An amount, or a stretch of amounts, in fen.
    Price(Price),
    /// A share.
    Ratio(BasisPoints),
    /// So many months, told in months.
    Months(i32),
    /// So many months, told in years and months.
    Span(i32),
    /// So many years.
    Years(i32),
    /// So many days.
    Days(i32),
    /// A calendar year.
    Year(i32),
    /// A month of a year.
    Month(Month),
    /// A month of every year, from 1.
    EachYear(u8),
    /// A day.
    Day(NaiveDate),
    /// A plain number.
    Count(i32),
}

impl Figure {
    /// As it stands in a sentence.
    #[must_use]
    pub fn text(self, language: Language) -> String {
        match (self, language) {
            (Self::Money(amount), _) => amount.yuan(),
            (Self::Price(Price { least, most }), _) if least == most => least.yuan(),
            (Self::Price(Price { least, most }), _) => format!("{}–{}", least.yuan(), most.plain()),
            (Self::Ratio(ratio), _) => ratio.percent(),
            (Self::Months(count), Language::Zh) => format!("{count} 个月"),
            (Self::Months(count), Language::En) => counted(count, "month"),
            (Self::Years(count), Language::Zh) => format!("{count} 年"),
            (Self::Years(count), Language::En) => counted(count, "year"),
            (Self::Days(count), Language::Zh) => format!("{count} 天"),
            (Self::Days(count), Language::En) => counted(count, "day"),
            (Self::Year(year), Language::Zh) => format!("{year} 年"),
            (Self::Year(year), Language::En) => year.to_string(),
            (Self::Count(count), _) => count.to_string(),
            (Self::Span(months), _) => span(months, language),
            (Self::Month(month), Language::Zh) => format!("{}年{}月", month.year(), month.number()),
            (Self::Month(month), Language::En) => month.first_day().format("%B %Y").to_string(),
            (Self::EachYear(month), Language::Zh) => format!("{month}月"),
            (Self::EachYear(month), Language::En) => month_name(month),
            (Self::Day(day), Language::Zh) => {
                format!("{}年{}月{}日", day.year(), day.month(), day.day())
            }
            (Self::Day(day), Language::En) => day.format("%-d %B %Y").to_string(),
        }
    }
}

fn span(months: i32, language: Language) -> String {
    let (years, rest) = (months / MONTHS, months % MONTHS);
    match (years, rest) {
        (0, rest) => Figure::Months(rest).text(language),
        (years, 0) => Figure::Years(years).text(language),
        (years, rest) => match language {
            Language::Zh => format!("{years} 年 {rest} 个月"),
            Language::En => format!("{} {}", counted(years, "year"), counted(rest, "month")),
        },
    }
}

/// `July`; the plain number of a month that there is not.
fn month_name(month: u8) -> String {
    // Any year has the same months.
    let first = NaiveDate::from_ymd_opt(2000, month.into(), 1);
    first.map_or_else(|| month.to_string(), |day| day.format("%B").to_string())
}

fn counted(count: i32, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_said_in_both_languages() {
        let both = |figure: Figure| [Language::Zh, Language::En].map(|one| figure.text(one));
        assert_eq!(both(Figure::Months(1)), ["1 个月", "1 month"]);
        assert_eq!(both(Figure::Span(37)), ["3 年 1 个月", "3 years 1 month"]);
        assert_eq!(both(Figure::Span(24)), ["2 年", "2 years"]);
        assert_eq!(both(Figure::Span(0)), ["0 个月", "0 months"]);
        let price = Price {
            least: Money::from_yuan(400),
            most: Money::from_yuan(510),
        };
        assert_eq!(both(Figure::Price(price)), ["¥400.00–510.00"; 2]);
        let day = NaiveDate::from_ymd_opt(2026, 6, 3).unwrap();
        assert_eq!(both(Figure::Day(day)), ["2026年6月3日", "3 June 2026"]);
        let month = Figure::Month(Month::of(day));
        assert_eq!(both(month), ["2026年6月", "June 2026"]);
        assert_eq!(both(Figure::EachYear(7)), ["7月", "July"]);
        assert_eq!(both(Figure::EachYear(12)), ["12月", "December"]);
    }
}
