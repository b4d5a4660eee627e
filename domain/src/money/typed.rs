//! Amounts and shares as people type them.

use super::{BasisPoints, Money};
use crate::language::Language;

codes! {
    /// Why something typed is no amount or share.
    pub enum TypedError {
        /// Something else than digits, or in another order.
        NoNumber = "no_number",
        /// Below zero.
        BelowZero = "below_zero",
        /// Finer than a fen, or than a hundredth of a percent.
        TooFine = "too_fine",
        /// More than the engine takes, or than the whole.
        TooLarge = "too_large",
    }
}

impl TypedError {
    /// What is wrong with an amount and how to mend it.
    #[must_use]
    pub const fn detail(self, language: Language) -> &'static str {
        let (zh, en) = match self {
            Self::NoNumber => (
                "金额要写成数字，比如 12,345.67，最多两位小数",
                "write the amount in figures, such as 12,345.67, with two decimals at most",
            ),
            Self::BelowZero => ("金额不能小于零", "an amount cannot be below zero"),
            Self::TooFine => (
                "金额最多写到分，比如 12.34",
                "write at most two decimals, such as 12.34",
            ),
            Self::TooLarge => (
                "金额太大，请检查有没有多打数字",
                "the amount is too large; look for a digit too many",
            ),
        };
        match language {
            Language::Zh => zh,
            Language::En => en,
        }
    }
}

impl Money {
    /// The amount in yuan that somebody typed: `12,345.67`, `¥800`, `1.2万`, `３００元`, with blanks
    /// anywhere. Nothing typed is nothing to pay. This is the one reading of amounts.
    ///
    /// Commas stand between thousands, or between ten thousands: `12,50` is no amount, lest twelve
    /// yuan and a half be read as a hundred times as much.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn typed(text: &str) -> Result<Self, TypedError> {
        let plain = plain(text);
        if plain.is_empty() {
            return Ok(Self::ZERO);
        }
        // The sign of the currency stands before the minus or behind it.
        let bare = plain.trim_start_matches('¥').trim_end_matches('元');
        let (bare, minus) = match bare.strip_prefix('-') {
            Some(rest) => (rest.trim_start_matches('¥'), "-"),
            None => (bare, ""),
        };
        let (figure, decimals) = match bare.strip_suffix('万') {
            Some(figure) => (figure, 6),
            None => (bare, 2),
        };
        let figure = format!("{minus}{figure}");
        let fen = scaled(&figure, decimals, Self::LARGEST.fen())?;
        Ok(Self::from_fen(fen))
    }
}

impl BasisPoints {
    /// The share in percent that somebody typed: `10`, `12.5%`. Nothing typed is nothing.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn typed(text: &str) -> Result<Self, TypedError> {
        let plain = plain(text);
        let figure = plain.trim_end_matches('%');
        if plain.is_empty() {
            return Ok(Self::ZERO);
        }
        let points = scaled(figure, 2, i64::from(Self::WHOLE.get()))?;
        i32::try_from(points)
            .map(Self::new)
            .map_err(|_| TypedError::TooLarge)
    }
}

/// A whole number that somebody typed, in digits of either width; `None` for anything else.
#[must_use]
pub fn typed_whole(text: &str) -> Option<u32> {
    let plain = plain(text);
    let digits = !plain.is_empty() && plain.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| plain.parse().ok()).flatten()
}

/// Ordinary signs for full-width ones, without blanks.
fn plain(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
            '￥' => '¥',
            '。' => '.',
            '、' => ',',
            '−' | '—' | '–' => '-',
            other => other,
        })
        .filter(|letter| !letter.is_whitespace() && *letter != '\u{200B}')
        .collect()
}

/// `figure` times ten to the power of `decimals`, at most `most`.
fn scaled(figure: &str, decimals: usize, most: i64) -> Result<i64, TypedError> {
    if let Some(rest) = figure.strip_prefix('-') {
        return match scaled(rest, decimals, most) {
            Ok(0) => Ok(0),
            Err(TypedError::NoNumber) => Err(TypedError::NoNumber),
            _ => Err(TypedError::BelowZero),
        };
    }
    let (whole, part) = figure.split_once('.').unwrap_or((figure, ""));
    let whole = ungrouped(whole).ok_or(TypedError::NoNumber)?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(&whole) || !digits(part) || (whole.is_empty() && part.is_empty()) {
        return Err(TypedError::NoNumber);
    }
    let part = part.trim_end_matches('0');
    if part.len() > decimals {
        return Err(TypedError::TooFine);
    }
    let zeros = decimals - part.len();
    let all = whole.bytes().chain(part.bytes());
    let all = all.chain(std::iter::repeat_n(b'0', zeros));
    let mut number: i64 = 0;
    for digit in all {
        number = number
            .checked_mul(10)
            .and_then(|number| number.checked_add(i64::from(digit - b'0')))
            .filter(|number| *number <= most)
            .ok_or(TypedError::TooLarge)?;
    }
    Ok(number)
}

/// `whole` without the commas between its groups of three digits, or of four as Chinese numbers are
/// spoken; `None` where they stand otherwise.
fn ungrouped(whole: &str) -> Option<String> {
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let grouped = |size: usize| {
        (1..=size).contains(&first.len()) && rest.iter().all(|group| group.len() == size)
    };
    (rest.is_empty() || grouped(3) || grouped(4)).then(|| [first, &rest.concat()].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_taken_as_people_write_them() {
        for (text, fen) in [
            ("12,345.67", 1_234_567),
            ("１２，３４５．６７", 1_234_567),
            ("¥800", 80_000),
            ("￥ 800 元", 80_000),
            ("1.2万", 1_200_000),
            ("3万元", 3_000_000),
            ("0.0001万", 100),
            ("12.", 1_200),
            (".5", 50),
            ("1.500", 150),
            ("12,345", 1_234_500),
            ("1,234,567.8", 123_456_780),
            ("12,3456", 12_345_600),
            ("1、000 元", 100_000),
            ("12 000", 1_200_000),
            ("¥12，000．00元", 1_200_000),
            ("-0", 0),
            ("", 0),
            ("  ", 0),
        ] {
            assert_eq!(Money::typed(text), Ok(Money::from_fen(fen)), "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_is_told_apart() {
        for (text, error) in [
            ("abc", TypedError::NoNumber),
            ("1.2.3", TypedError::NoNumber),
            (".", TypedError::NoNumber),
            ("元", TypedError::NoNumber),
            ("1e5", TypedError::NoNumber),
            ("+5", TypedError::NoNumber),
            ("¥", TypedError::NoNumber),
            ("-", TypedError::NoNumber),
            ("万", TypedError::NoNumber),
            ("12,50", TypedError::NoNumber),
            ("1,23,456", TypedError::NoNumber),
            ("1,000,", TypedError::NoNumber),
            (",500", TypedError::NoNumber),
            ("1.000,5", TypedError::NoNumber),
            ("-¥0.01", TypedError::BelowZero),
            ("¥-3", TypedError::BelowZero),
            ("--1", TypedError::BelowZero),
            ("-1", TypedError::BelowZero),
            ("−0.01", TypedError::BelowZero),
            ("1.234", TypedError::TooFine),
            ("0.0000001万", TypedError::TooFine),
            ("99999999999999999999", TypedError::TooLarge),
            ("10000000000000.01", TypedError::TooLarge),
        ] {
            assert_eq!(Money::typed(text), Err(error), "{text}");
        }
        assert_eq!(Money::typed("10000000000000"), Ok(Money::LARGEST));
    }

    #[test]
    fn shares_and_whole_numbers() {
        assert_eq!(BasisPoints::typed("10"), Ok(BasisPoints::new(1000)));
        assert_eq!(BasisPoints::typed("１２．５％"), Ok(BasisPoints::new(1250)));
        assert_eq!(BasisPoints::typed(""), Ok(BasisPoints::ZERO));
        assert_eq!(BasisPoints::typed("100.01"), Err(TypedError::TooLarge));
        assert_eq!(BasisPoints::typed("1.234"), Err(TypedError::TooFine));
        assert_eq!(BasisPoints::typed("%"), Err(TypedError::NoNumber));
        assert_eq!(typed_whole("４５"), Some(45));
        assert_eq!(typed_whole(" 7 "), Some(7));
        assert_eq!(
            [typed_whole(""), typed_whole("-1"), typed_whole("4.5")],
            [None; 3]
        );
    }
}
