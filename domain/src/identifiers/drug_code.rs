//! National codes of drugs: a product of one company, in 23 characters.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::normal::plain;

const LENGTH: usize = 23;

/// The national code of a drug product: class letter (1), category (5), generic name (4),
/// dosage form (4), specification and package (3), company (6).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DrugCode(String);

codes! {
    /// What the first letter says.
    pub enum DrugKind {
        /// A western medicine.
        Western = "western",
        /// A Chinese patent medicine.
        ChinesePatent = "chinese_patent",
    }
}

/// Text that is no drug code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a drug code is X or Z with 22 letters and digits in six parts")]
pub struct InvalidDrugCode;

impl DrugCode {
    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Western or Chinese patent medicine.
    #[must_use]
    pub fn kind(&self) -> DrugKind {
        if self.0.starts_with('X') {
            DrugKind::Western
        } else {
            DrugKind::ChinesePatent
        }
    }

    /// The category, for western medicines like the first five characters of an ATC code.
    #[must_use]
    pub fn category(&self) -> &str {
        self.part(1, 6)
    }

    /// The generic name: an initial and three digits.
    #[must_use]
    pub fn generic(&self) -> &str {
        self.part(6, 10)
    }

    /// The dosage form: a letter and three digits.
    #[must_use]
    pub fn dosage_form(&self) -> &str {
        self.part(10, 14)
    }

    /// The company: six digits.
    #[must_use]
    pub fn company(&self) -> &str {
        self.part(17, LENGTH)
    }

    fn part(&self, from: usize, to: usize) -> &str {
        self.0.get(from..to).unwrap_or_default()
    }
}

/// `L` a capital letter, `D` a digit, `E` either.
fn fits(text: &str, shape: &str) -> bool {
    text.len() == shape.len()
        && text
            .bytes()
            .zip(shape.bytes())
            .all(|(byte, want)| match want {
                b'L' => byte.is_ascii_uppercase(),
                b'D' => byte.is_ascii_digit(),
                _ => byte.is_ascii_uppercase() || byte.is_ascii_digit(),
            })
}

impl FromStr for DrugCode {
    type Err = InvalidDrugCode;

    fn from_str(text: &str) -> Result<Self, InvalidDrugCode> {
        let text = plain(text);
        // The categories of Chinese patent medicines follow no ATC.
        let category = match text.get(..1) {
            Some("X") => "LDDLL",
            Some("Z") => "EEEEE",
            _ => return Err(InvalidDrugCode),
        };
        let shape = format!("L{category}LDDDLDDDDDDDDDDDD");
        if fits(&text, &shape) {
            Ok(Self(text))
        } else {
            Err(InvalidDrugCode)
        }
    }
}

impl TryFrom<String> for DrugCode {
    type Error = InvalidDrugCode;
    fn try_from(text: String) -> Result<Self, InvalidDrugCode> {
        text.parse()
    }
}

impl From<DrugCode> for String {
    fn from(code: DrugCode) -> Self {
        code.0
    }
}

impl fmt::Display for DrugCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_parts() {
        let code: DrugCode = "xA01ABD075A002010100483".parse().unwrap();
        assert_eq!(code.kind(), DrugKind::Western);
        let parts = [
            code.category(),
            code.generic(),
            code.dosage_form(),
            code.company(),
        ];
        assert_eq!(parts, ["A01AB", "D075", "A002", "100483"]);
        let patent: DrugCode = "ZA01BAX033A001010999072".parse().unwrap();
        assert_eq!(patent.kind(), DrugKind::ChinesePatent);
    }

    #[test]
    fn other_codes_are_none() {
        for other in [
            "",
            "X",
            "H11010199001",
            "002503020010000",
            "C14010110010047999990000047",
            "XA01ABD075A00201010048",
            "XA01ABD075A0020101004833",
            "YA01ABD075A002010100483",
            "XA011BD075A002010100483",
            "XA01ABD075A00201010048é",
        ] {
            assert_eq!(other.parse::<DrugCode>(), Err(InvalidDrugCode), "{other}");
        }
    }
}
