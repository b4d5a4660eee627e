//! Reading what people type into the fields of a calculator.

use chrono::NaiveDate;

use super::Why;
use crate::money::Money;

/// The most characters that are looked at.
const LONGEST: usize = 40;

/// An amount of yuan as [`Money::typed`] reads it; here nothing typed is not an amount of nothing.
///
/// # Errors
/// Why it is none.
pub fn amount(text: &str) -> Result<Money, Why> {
    if plain(text).is_empty() {
        return Err(Why::Missing);
    }
    Money::typed(text).map_err(Why::from)
}

/// A whole number of at most `most`.
///
/// # Errors
/// Why it is none.
pub fn whole(text: &str, most: i32) -> Result<i32, Why> {
    let plain = plain(text);
    let (digits, negative) = unsigned(&plain);
    if plain.is_empty() {
        return Err(Why::Missing);
    }
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Why::NoWhole);
    }
    let number: i32 = digits.parse().map_err(|_| Why::TooLarge)?;
    if negative && number != 0 {
        return Err(Why::Negative);
    }
    if number > most {
        return Err(Why::TooLarge);
    }
    Ok(number)
}

/// A day, or a month for its first day: `2024-06-30`, `2024-06`, `2024.6`, `2024年6月`, `202406`.
///
/// # Errors
/// Why it is none.
pub fn day(text: &str) -> Result<NaiveDate, Why> {
    let plain = plain(text);
    if plain.is_empty() {
        return Err(Why::Missing);
    }
    let parts: Vec<&str> = plain
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    let (year, month, day) = match parts.as_slice() {
        [whole] if whole.len() == 6 || whole.len() == 8 => {
            let (year, rest) = whole.split_at_checked(4).ok_or(Why::NoDate)?;
            let (month, day) = rest.split_at_checked(2).ok_or(Why::NoDate)?;
            (year, month, if day.is_empty() { "1" } else { day })
        }
        [year, month] => (*year, *month, "1"),
        [year, month, day] => (*year, *month, *day),
        _ => return Err(Why::NoDate),
    };
    let number = |text: &str| text.parse::<u32>().map_err(|_| Why::NoDate);
    let year_number = i32::try_from(number(year)?).map_err(|_| Why::NoDate)?;
    if year.len() != 4 {
        return Err(Why::NoDate);
    }
    NaiveDate::from_ymd_opt(year_number, number(month)?, number(day)?).ok_or(Why::NoDate)
}

/// A length in months: `150`, `12年6个月`, `12 years 6 months`.
///
/// # Errors
/// Why it is none.
pub fn months(text: &str, most: i32) -> Result<i32, Why> {
    let plain = plain(text).to_lowercase();
    let Some((years, rest)) = plain.split_once(['年', 'y']) else {
        return whole(plain.trim_end_matches(['个', '月']), most);
    };
    let rest = rest.trim_start_matches("ears").trim_start_matches("ear");
    let rest = rest.trim_start_matches([',', '零', '又']);
    let ends = ["个月", "月", "months", "month"];
    let rest = ends
        .iter()
        .find_map(|end| rest.strip_suffix(end))
        .unwrap_or(rest);
    let rest = if rest.is_empty() { 0 } else { whole(rest, 11)? };
    let all = whole(years, most)?.checked_mul(12);
    let all = all.and_then(|years| years.checked_add(rest));
    all.filter(|all| *all <= most).ok_or(Why::TooLarge)
}

/// Years in any order: `2023, 2025`, `2023 2025`; none for an empty text.
///
/// # Errors
/// Why one of them is none.
pub fn years(text: &str) -> Result<Vec<i32>, Why> {
    let parts = text.split([' ', ',', '，', '、', ';', '；', '年']);
    let parts = parts.map(str::trim).filter(|part| !part.is_empty());
    let mut years = parts
        .take(LONGEST)
        .map(|part| whole(part, 9_999))
        .collect::<Result<Vec<i32>, Why>>()?;
    years.sort_unstable();
    years.dedup();
    Ok(years)
}

/// Without blanks, with plain digits and signs, and not too long.
fn plain(text: &str) -> String {
    let letters = text.chars().filter(|letter| !letter.is_whitespace());
    letters
        .take(LONGEST)
        .map(|letter| match letter {
            '０'..='９' => {
                char::from_digit(u32::from(letter) - u32::from('０'), 10).unwrap_or(letter)
            }
            '，' => ',',
            '．' | '。' => '.',
            '￥' => '¥',
            '－' | '−' | '–' => '-',
            other => other,
        })
        .collect()
}

/// Without a minus, and whether there was one.
fn unsigned(text: &str) -> (&str, bool) {
    text.strip_prefix('-')
        .map_or((text, false), |rest| (rest, true))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every way to write an amount, right or wrong, is taken here as everywhere.
    #[test]
    fn amounts_are_read_as_everywhere_but_none_is_missing() {
        for text in [
            "12000",
            "12,000",
            "12，000.00",
            "¥12,000",
            "￥ 12000 ",
            "１２０００元",
            "1.2万",
            "-0",
            "12,50",
            "-1",
            "−1",
            "-¥0.01",
            "abc",
            "1.234",
            "1.2.3",
            ".",
            "-",
            "1e5",
            "+5",
            "10000000000000",
            "10000000000001",
            "99999999999999999999999",
        ] {
            assert_eq!(
                amount(text),
                Money::typed(text).map_err(Why::from),
                "{text}"
            );
        }
        assert_eq!(amount("1.2万"), Ok(Money::from_yuan(12_000)));
        assert_eq!(amount("1.234"), Err(Why::TooFine));
        assert_eq!(amount("-1"), Err(Why::Negative));
        for text in ["", "  ", "\u{3000}"] {
            assert_eq!(amount(text), Err(Why::Missing), "{text:?}");
        }
        // Nothing is cut off before it is read: a long figure is not a smaller one.
        let long = format!("{}1", "0".repeat(50));
        assert_eq!(amount(&long), Ok(Money::from_yuan(1)));
    }

    #[test]
    fn whole_numbers_have_an_end() {
        assert_eq!(whole(" ３ ", 10), Ok(3));
        assert_eq!(whole("11", 10), Err(Why::TooLarge));
        assert_eq!(whole("99999999999", 10), Err(Why::TooLarge));
        assert_eq!(whole("-1", 10), Err(Why::Negative));
        assert_eq!(whole("1.5", 10), Err(Why::NoWhole));
        assert_eq!(whole("", 10), Err(Why::Missing));
    }

    #[test]
    fn days_and_months_are_read() {
        let june = NaiveDate::from_ymd_opt(2024, 6, 1).unwrap();
        for text in [
            "2024-06",
            "2024-6-1",
            "2024.6",
            "2024年6月",
            "2024/06/01",
            "202406",
            "20240601",
            "２０２４年６月",
        ] {
            assert_eq!(day(text), Ok(june), "{text}");
        }
        for text in [
            "2024",
            "24-06",
            "2024-13",
            "2023-02-29",
            "June",
            "2024-06-01-01",
            "20246",
        ] {
            assert_eq!(day(text), Err(Why::NoDate), "{text}");
        }
        assert_eq!(day(" "), Err(Why::Missing));
    }

    #[test]
    fn lengths_are_read_in_years_or_months() {
        for text in [
            "150",
            "12年6个月",
            "12 年 6月",
            "12 years 6 months",
            "12Y6",
            "150个月",
        ] {
            assert_eq!(months(text, 900), Ok(150), "{text}");
        }
        assert_eq!(months("20年", 900), Ok(240));
        assert_eq!(months("1 year 1 month", 900), Ok(13));
        assert_eq!(months("12年13个月", 900), Err(Why::TooLarge));
        assert_eq!(months("99年", 900), Err(Why::TooLarge));
        assert_eq!(months("-3", 900), Err(Why::Negative));
        assert_eq!(months("long", 900), Err(Why::NoWhole));
        assert_eq!(months("", 900), Err(Why::Missing));
    }

    #[test]
    fn years_come_in_any_order() {
        assert_eq!(years("2025、2023年, 2025"), Ok(vec![2023, 2025]));
        assert_eq!(years(" "), Ok(vec![]));
        assert_eq!(years("twice"), Err(Why::NoWhole));
    }
}
