//! Unified social credit codes of organisations (GB 32100). Public, never masked.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::normal::plain;

const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS: [usize; 17] = [
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28,
];
const INNER_WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

/// A valid unified social credit code.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CreditCode(String);

/// Why text is no credit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CreditCodeError {
    /// Not 18 characters.
    #[error("a credit code has 18 characters")]
    Length,
    /// A character outside the alphabet (no I, O, S, V, Z).
    #[error("a credit code has digits and capital letters without I, O, S, V, Z")]
    Character,
    /// The organisation code inside (GB 11714) fails its own check.
    #[error("the check character of the organisation code inside does not fit")]
    OrganisationCheck,
    /// The last character does not fit the rest.
    #[error("the check character does not fit")]
    Check,
}

impl CreditCode {
    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for CreditCode {
    type Err = CreditCodeError;

    /// Reads a code; spaces, full-width and lower-case letters are put right.
    fn from_str(text: &str) -> Result<Self, CreditCodeError> {
        let text = plain(text);
        if text.chars().count() != 18 {
            return Err(CreditCodeError::Length);
        }
        let values: Vec<usize> = text
            .bytes()
            .map(|byte| ALPHABET.iter().position(|known| *known == byte))
            .collect::<Option<_>>()
            .ok_or(CreditCodeError::Character)?;
        let organisation = text.get(8..17).ok_or(CreditCodeError::Character)?;
        if !organisation_fits(organisation) {
            return Err(CreditCodeError::OrganisationCheck);
        }
        let sum: usize = values
            .iter()
            .zip(WEIGHTS)
            .map(|(value, weight)| value * weight)
            .sum();
        if values.last() != Some(&((31 - sum % 31) % 31)) {
            return Err(CreditCodeError::Check);
        }
        Ok(Self(text))
    }
}

fn organisation_fits(code: &str) -> bool {
    let value = |byte: u8| char::from(byte).to_digit(36);
    let sum: Option<u32> = code
        .bytes()
        .zip(INNER_WEIGHTS)
        .map(|(byte, weight)| Some(value(byte)? * weight))
        .sum();
    let Some(sum) = sum else { return false };
    let check = match 11 - sum % 11 {
        10 => b'X',
        11 => b'0',
        number => b'0' + u8::try_from(number).unwrap_or_default(),
    };
    code.bytes().last() == Some(check)
}

impl TryFrom<String> for CreditCode {
    type Error = CreditCodeError;
    fn try_from(text: String) -> Result<Self, CreditCodeError> {
        text.parse()
    }
}

impl From<CreditCode> for String {
    fn from(code: CreditCode) -> Self {
        code.0
    }
}

impl fmt::Display for CreditCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VALID: [&str; 5] = [
        "91350100M000100Y43",
        "91110105MA01TE5T3G",
        "91330106MA2ABC125C",
        "91510107MA6DEM09XL",
        "113300000024820150",
    ];

    #[test]
    fn valid_codes() {
        for code in VALID {
            assert_eq!(code.parse::<CreditCode>().unwrap().as_str(), code);
            assert_eq!(
                code.to_lowercase().parse::<CreditCode>().unwrap().as_str(),
                code
            );
        }
    }

    #[test]
    fn every_changed_character_is_noticed() {
        for code in VALID {
            for (place, _) in code.char_indices() {
                for letter in ALPHABET.iter().copied().map(char::from) {
                    let mut changed: Vec<char> = code.chars().collect();
                    if changed[place] == letter {
                        continue;
                    }
                    changed[place] = letter;
                    let changed: String = changed.into_iter().collect();
                    assert!(changed.parse::<CreditCode>().is_err(), "{changed}");
                }
            }
        }
    }

    #[test]
    fn letters_outside_the_alphabet_are_refused() {
        for letter in ['I', 'O', 'Z', 'S', 'V'] {
            let code = format!("91350100M000100Y4{letter}");
            assert_eq!(code.parse::<CreditCode>(), Err(CreditCodeError::Character));
        }
        assert_eq!("9135".parse::<CreditCode>(), Err(CreditCodeError::Length));
    }
}
