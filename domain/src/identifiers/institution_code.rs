//! Codes of designated institutions: `H` hospitals, `P` pharmacies.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::normal::plain;
use super::region::RegionCode;

/// The code of a designated institution: a letter, the region and five digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct InstitutionCode(String);

codes! {
    /// What kind of institution the code names.
    pub enum InstitutionKind {
        /// A medical institution.
        Hospital = "hospital",
        /// A retail pharmacy.
        Pharmacy = "pharmacy",
    }
}

/// Why text is no institution code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InstitutionCodeError {
    /// Not a letter H or P with eleven digits.
    #[error("an institution code is H or P with eleven digits")]
    Shape,
    /// The region part names no province.
    #[error("the region of the institution code does not exist")]
    Region,
}

impl InstitutionCode {
    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What kind of institution it names.
    #[must_use]
    pub fn kind(&self) -> InstitutionKind {
        if self.0.starts_with('H') {
            InstitutionKind::Hospital
        } else {
            InstitutionKind::Pharmacy
        }
    }

    /// The region that designated the institution; it may no longer exist.
    #[must_use]
    pub fn region(&self) -> Option<RegionCode> {
        self.0.get(1..7)?.parse().ok()
    }
}

impl FromStr for InstitutionCode {
    type Err = InstitutionCodeError;

    fn from_str(text: &str) -> Result<Self, InstitutionCodeError> {
        let text = plain(text);
        let digits = text
            .strip_prefix(['H', 'P'])
            .ok_or(InstitutionCodeError::Shape)?;
        if digits.len() != 11 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(InstitutionCodeError::Shape);
        }
        let code = Self(text);
        let known = code
            .region()
            .is_some_and(|region| region.province().lookup().is_some());
        if known {
            Ok(code)
        } else {
            Err(InstitutionCodeError::Region)
        }
    }
}

impl TryFrom<String> for InstitutionCode {
    type Error = InstitutionCodeError;
    fn try_from(text: String) -> Result<Self, InstitutionCodeError> {
        text.parse()
    }
}

impl From<InstitutionCode> for String {
    fn from(code: InstitutionCode) -> Self {
        code.0
    }
}

impl fmt::Display for InstitutionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letter_region_and_serial() {
        let hospital: InstitutionCode = "H43111100255".parse().unwrap();
        assert_eq!(hospital.kind(), InstitutionKind::Hospital);
        assert_eq!(hospital.region().unwrap().to_string(), "431111");
        let pharmacy: InstitutionCode = "p33010600123".parse().unwrap();
        assert_eq!(
            (pharmacy.kind(), pharmacy.as_str()),
            (InstitutionKind::Pharmacy, "P33010600123")
        );
        assert_eq!(
            "D43111100255".parse::<InstitutionCode>(),
            Err(InstitutionCodeError::Shape)
        );
        assert_eq!(
            "H4311110025".parse::<InstitutionCode>(),
            Err(InstitutionCodeError::Shape)
        );
        assert_eq!(
            "H99111100255".parse::<InstitutionCode>(),
            Err(InstitutionCodeError::Region)
        );
    }
}
