//! Bank card numbers with the Luhn check.

use std::fmt;

use super::normal::{digit, plain};

/// A bank card number of 12 to 19 digits. Personal data: shows itself masked.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BankCard(String);

/// Why text is no bank card number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BankCardError {
    /// Not 12 to 19 digits.
    #[error("a bank card number has 12 to 19 digits")]
    Shape,
    /// The last digit does not fit the rest.
    #[error("the check digit does not fit")]
    Check,
}

impl BankCard {
    /// Reads a number; spaces and hyphens are dropped.
    ///
    /// # Errors
    /// Why it is none.
    pub fn parse(text: &str) -> Result<Self, BankCardError> {
        let text = plain(text).replace('-', "");
        if !(12..=19).contains(&text.len()) {
            return Err(BankCardError::Shape);
        }
        let digits: Option<Vec<u32>> = text.bytes().rev().map(digit).collect();
        let digits = digits.ok_or(BankCardError::Shape)?;
        let sum: u32 = digits
            .iter()
            .enumerate()
            .map(|(place, digit)| match (place % 2, digit * 2) {
                (0, _) => *digit,
                (_, double) if double > 9 => double - 9,
                (_, double) => double,
            })
            .sum();
        if sum.is_multiple_of(10) {
            Ok(Self(text))
        } else {
            Err(BankCardError::Check)
        }
    }

    /// The number in clear. Every use of it must have a reason.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// The last four digits: `**** **** **** 0012`.
    #[must_use]
    pub fn masked(&self) -> String {
        let last = self.0.get(self.0.len() - 4..).unwrap_or_default();
        format!("**** **** **** {last}")
    }
}

impl fmt::Display for BankCard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

impl fmt::Debug for BankCard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BankCard({})", self.masked())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn luhn() {
        let card = BankCard::parse("6217 0000 0000 0000 012").unwrap();
        assert_eq!(format!("{card}"), "**** **** **** 0012");
        assert!(!format!("{card:?}").contains("6217"));
        assert_eq!(
            BankCard::parse("6217000000000000013"),
            Err(BankCardError::Check)
        );
        assert_eq!(BankCard::parse("62170000"), Err(BankCardError::Shape));
        assert_eq!(
            BankCard::parse("62170000000000000a2"),
            Err(BankCardError::Shape)
        );
    }
}
