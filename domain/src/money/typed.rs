//! Amounts and shares as people type them.

use super::{BasisPoints, Money};

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

impl Money {
    /// The amount in yuan that somebody typed: `12,345.67`, `¥800`, `1.2万`, `３００元`. Nothing
    /// typed is nothing to pay.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn typed(text: &str) -> Result<Self, TypedError> {
        let plain = plain(text);
        let figure = plain.trim_start_matches('¥').trim_end_matches('元');
        if figure.is_empty() {
            // A sign or a unit alone is no amount.
            return if plain.is_empty() {
                Ok(Self::ZERO)
            } else {
                Err(TypedError::NoNumber)
            };
        }
        let (figure, decimals) = match figure.strip_suffix('万') {
            Some(figure) => (figure, 6),
            None => (figure, 2),
        };
        let fen = scaled(figure, decimals, Self::LARGEST.fen())?;
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

/// Ordinary signs for full-width ones, without spaces and without commas between thousands.
fn plain(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
            '￥' => '¥',
            '。' => '.',
            '−' | '—' | '–' => '-',
            other => other,
        })
        .filter(|letter| {
            !letter.is_whitespace() && !matches!(letter, ',' | '，' | '、' | '\u{200B}')
        })
        .collect()
}

/// `figure` times ten to the power of `decimals`, at most `most`.
fn scaled(figure: &str, decimals: usize, most: i64) -> Result<i64, TypedError> {
    if let Some(rest) = figure.strip_prefix('-') {
        return Err(match scaled(rest, decimals, most) {
            Err(TypedError::NoNumber) => TypedError::NoNumber,
            _ => TypedError::BelowZero,
        });
    }
    let (whole, part) = figure.split_once('.').unwrap_or((figure, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(part) || (whole.is_empty() && part.is_empty()) {
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
