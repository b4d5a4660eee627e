//! Days as they stand in file names and under titles.

use chrono::NaiveDate;

use super::numerals;

/// The first day written in `text`: `2017-06-27`, `2017年6月27日`, `二〇一七年六月二十七日`.
/// A day that no calendar has is none.
#[must_use]
pub fn first_day(text: &str) -> Option<NaiveDate> {
    days(text).next()
}

/// Every day written in `text`, in order.
pub(crate) fn days(text: &str) -> impl Iterator<Item = NaiveDate> {
    let characters: Vec<char> = text.chars().collect();
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < characters.len() {
            let rest = characters.get(at..).unwrap_or_default();
            let starts = at == 0
                || !characters
                    .get(at - 1)
                    .copied()
                    .is_some_and(numerals::is_numeral);
            if starts && let Some((day, length)) = day_at(rest) {
                at += length;
                return Some(day);
            }
            at += 1;
        }
        None
    })
}

fn day_at(text: &[char]) -> Option<(NaiveDate, usize)> {
    let (year, after_year) = number(text, 0)?;
    if !(1900..2200).contains(&year) {
        return None;
    }
    let separator = *text.get(after_year)?;
    if !matches!(separator, '年' | '-' | '.' | '/') {
        return None;
    }
    let (month, after_month) = number(text, after_year + 1)?;
    let second = *text.get(after_month)?;
    let fits = if separator == '年' {
        second == '月'
    } else {
        second == separator
    };
    if !fits {
        return None;
    }
    let (day, end) = number(text, after_month + 1)?;
    let end = if separator == '年' && text.get(end) == Some(&'日') {
        end + 1
    } else {
        end
    };
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).map(|date| (date, end))
}

fn number(text: &[char], from: usize) -> Option<(u32, usize)> {
    let from = text
        .iter()
        .enumerate()
        .skip(from)
        .find(|(_, c)| **c != ' ')
        .map(|(at, _)| at)?;
    let digits: String = text
        .iter()
        .skip(from)
        .take_while(|c| numerals::is_numeral(**c))
        .take(5)
        .collect();
    let length = digits.chars().count();
    let mut end = from + length;
    while text.get(end) == Some(&' ') {
        end += 1;
    }
    Some((numerals::value(&digits)?, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_days_in_names_and_lines() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d);
        assert_eq!(first_day("行政诉讼法(2017-06-27).md"), day(2017, 6, 27));
        assert_eq!(
            first_day("2021年 1月15日 国务院令第735号公布"),
            day(2021, 1, 15)
        );
        assert_eq!(first_day("二〇二四年七月二十六日"), day(2024, 7, 26));
        assert_eq!(first_day("2023-02-30"), None);
        assert_eq!(first_day("第12345号"), None);
        assert_eq!(days("自2021年5月1日起，2022年6月2日止").count(), 2);
    }
}
