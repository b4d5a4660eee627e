//! Mobile telephone numbers.

use std::fmt;

use super::normal::plain;

/// A mobile number of eleven digits. Personal data: shows itself masked.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mobile(String);

/// Text that is no mobile number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a mobile number has eleven digits and begins with 13 to 19")]
pub struct InvalidMobile;

impl Mobile {
    /// Reads a number; spaces, hyphens and the country code +86 are dropped.
    ///
    /// # Errors
    /// [`InvalidMobile`].
    pub fn parse(text: &str) -> Result<Self, InvalidMobile> {
        let text = plain(text).replace('-', "");
        let digits = text.strip_prefix("+86").unwrap_or(&text);
        match digits.as_bytes() {
            [b'1', b'3'..=b'9', rest @ ..]
                if rest.len() == 9 && rest.iter().all(u8::is_ascii_digit) =>
            {
                Ok(Self(digits.to_owned()))
            }
            _ => Err(InvalidMobile),
        }
    }

    /// The number in clear. Every use of it must have a reason.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// The first three and the last four digits: `138****5678`.
    #[must_use]
    pub fn masked(&self) -> String {
        super::mask::middle(&self.0, 3, 4)
    }
}

impl fmt::Display for Mobile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

impl fmt::Debug for Mobile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Mobile({})", self.masked())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_masks() {
        assert_eq!(
            format!("{}", Mobile::parse("+86 138-1234-5678").unwrap()),
            "138****5678"
        );
        for wrong in [
            "12812345678",
            "1381234567",
            "138123456789",
            "2381234567",
            "1381234567a",
        ] {
            assert_eq!(Mobile::parse(wrong), Err(InvalidMobile));
        }
    }
}
