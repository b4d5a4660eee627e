//! Amounts as people read them.

use std::fmt::{self, Write as _};

use super::Money;

/// The real minus sign, U+2212.
pub(super) const MINUS: char = '\u{2212}';

impl Money {
    /// `12,345.67`, with a real minus sign where negative.
    #[must_use]
    pub fn plain(self) -> String {
        let mut text = String::with_capacity(20);
        self.write(&mut text, "");
        text
    }

    /// `¥12,345.67`, with a real minus sign before the ¥ where negative.
    #[must_use]
    pub fn yuan(self) -> String {
        let mut text = String::with_capacity(22);
        self.write(&mut text, "¥");
        text
    }

    /// As short as exactness allows: `250,000` for whole yuan, else `1,234.50`.
    #[must_use]
    pub fn brief(self) -> String {
        let text = self.plain();
        text.strip_suffix(".00").map_or(text.clone(), str::to_owned)
    }

    fn write(self, text: &mut String, symbol: &str) {
        if self.0 < 0 {
            text.push(MINUS);
        }
        text.push_str(symbol);
        let fen = self.0.unsigned_abs();
        push_grouped(text, fen / 100);
        text.push('.');
        let rest = fen % 100;
        if rest < 10 {
            text.push('0');
        }
        // Writing to a String cannot fail.
        let _ = write!(text, "{rest}");
    }
}

/// Appends a whole number with a comma before every three digits from the right.
pub(super) fn push_grouped(text: &mut String, number: u64) {
    let digits = number.to_string();
    let length = digits.len();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (length - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.yuan())
    }
}

#[cfg(test)]
mod tests {
    use super::Money;

    #[test]
    fn groups_and_signs() {
        assert_eq!(Money::from_fen(1_234_567).yuan(), "¥12,345.67");
        assert_eq!(Money::from_fen(-132_000).yuan(), "\u{2212}¥1,320.00");
        assert_eq!(Money::from_fen(5).plain(), "0.05");
        assert_eq!(Money::from_fen(0).yuan(), "¥0.00");
        assert_eq!(Money::from_fen(100_000_000).plain(), "1,000,000.00");
        assert_eq!(Money::from_fen(25_000_000).brief(), "250,000");
        assert_eq!(Money::from_fen(123_450).brief(), "1,234.50");
        assert_eq!(
            Money::from_fen(i64::MIN).plain(),
            "\u{2212}92,233,720,368,547,758.08"
        );
    }
}
