//! Passports and other papers without a check of their own.

use std::fmt;

use super::normal::plain;

/// The number of a passport or another paper. Personal data: shows itself masked.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TravelDocument(String);

/// Text that is no number of a passport or another paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the number of a paper has 5 to 20 letters and digits")]
pub struct InvalidTravelDocument;

impl TravelDocument {
    /// Reads a number of 5 to 20 letters and digits.
    ///
    /// # Errors
    /// [`InvalidTravelDocument`].
    pub fn parse(text: &str) -> Result<Self, InvalidTravelDocument> {
        let text = plain(text);
        let fits =
            (5..=20).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if fits {
            Ok(Self(text))
        } else {
            Err(InvalidTravelDocument)
        }
    }

    /// The number in clear. Every use of it must have a reason.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// The first and the last character.
    #[must_use]
    pub fn masked(&self) -> String {
        super::mask::middle(&self.0, 1, 1)
    }
}

impl fmt::Display for TravelDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

impl fmt::Debug for TravelDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TravelDocument({})", self.masked())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_masks() {
        assert_eq!(
            format!("{}", TravelDocument::parse("e12345678").unwrap()),
            "E*******8"
        );
        assert!(TravelDocument::parse("E123").is_err());
        assert!(TravelDocument::parse("E12345678901234567890").is_err());
        assert!(TravelDocument::parse("护照12345").is_err());
    }
}
