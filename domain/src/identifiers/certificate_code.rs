//! The code on a certificate, by which anybody to whom it is shown finds it.

use std::fmt;

use super::normal::plain;

/// Digits and capital letters without 0 and O, 1, I and L. Thirty-one, a prime: so one check
/// character finds every single wrong character and every two that changed places.
const ALPHABET: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
/// Characters drawn by chance: more than 113 bits.
const DRAWN: usize = 23;
/// Those and the check character.
const LENGTH: usize = DRAWN + 1;
/// Characters between two hyphens.
const GROUP: usize = 4;

/// The code of a certificate. Whoever knows it can check the certificate, so that it shows itself
/// in `Debug` without its characters.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct CertificateCode(String);

/// Why a text is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CertificateCodeError {
    /// Nothing was typed.
    #[error("a code is missing")]
    Empty,
    /// A character that no code has; 0, O, 1, I and L are such.
    #[error("no code has this character")]
    Character(char),
    /// So many characters were typed, hyphens and spaces apart; a code has 24.
    #[error("a code has 24 characters, not {0}")]
    Length(usize),
    /// The characters do not fit each other: something was typed wrong.
    #[error("the check character does not fit")]
    Check,
}

impl CertificateCode {
    /// How many characters a code has, hyphens apart.
    pub const LENGTH: usize = LENGTH;

    /// Draws a code; `fill` gives unpredictable bytes and is asked until there are enough.
    pub fn draw(mut fill: impl FnMut(&mut [u8])) -> Self {
        let mut values = Vec::with_capacity(LENGTH);
        while values.len() < DRAWN {
            let mut bytes = [0_u8; 32];
            fill(&mut bytes);
            // The thirty-second value has no character; it is left out, so that all are as likely.
            let fair = bytes
                .iter()
                .map(|byte| byte >> 3)
                .filter(|value| *value < 31);
            values.extend(fair.take(DRAWN - values.len()).map(u32::from));
        }
        values.push((31 - weighed(&values) % 31) % 31);
        Self(values.into_iter().filter_map(character).collect())
    }

    /// Reads a code as people type it: with or without hyphens and spaces, in small or capital,
    /// ordinary or full-width letters.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn parse(text: &str) -> Result<Self, CertificateCodeError> {
        let text: String = plain(text).chars().filter(|one| !is_hyphen(*one)).collect();
        if text.is_empty() {
            return Err(CertificateCodeError::Empty);
        }
        if let Some(odd) = text.chars().find(|one| value(*one).is_none()) {
            return Err(CertificateCodeError::Character(odd));
        }
        if text.len() != LENGTH {
            return Err(CertificateCodeError::Length(text.len()));
        }
        let values: Vec<u32> = text.chars().filter_map(value).collect();
        if weighed(&values).is_multiple_of(31) {
            Ok(Self(text))
        } else {
            Err(CertificateCodeError::Check)
        }
    }

    /// The characters without hyphens, as the code is stored and signed.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// The characters in groups of four, as they are shown and stand in addresses.
    #[must_use]
    pub fn grouped(&self) -> String {
        let mut text = String::with_capacity(LENGTH + LENGTH / GROUP);
        for (place, one) in self.0.chars().enumerate() {
            if place > 0 && place.is_multiple_of(GROUP) {
                text.push('-');
            }
            text.push(one);
        }
        text
    }
}

impl fmt::Debug for CertificateCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CertificateCode(…)")
    }
}

/// The sum of the values, each times its distance from the end of the code.
fn weighed(values: &[u32]) -> u32 {
    (1..=24_u32)
        .rev()
        .zip(values)
        .map(|(weight, value)| weight * value)
        .sum()
}

fn character(value: u32) -> Option<char> {
    let place = usize::try_from(value).ok()?;
    ALPHABET.get(place).map(|byte| char::from(*byte))
}

fn value(character: char) -> Option<u32> {
    let place = ALPHABET
        .iter()
        .position(|byte| char::from(*byte) == character)?;
    u32::try_from(place).ok()
}

/// Hyphens, dashes and dots of any width that people and word processors put between groups.
fn is_hyphen(one: char) -> bool {
    matches!(
        one,
        '-' | '_' | '.' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{00AD}' | '\u{00B7}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A code from bytes that count upwards.
    fn code(start: u8) -> CertificateCode {
        let mut next = start;
        CertificateCode::draw(|bytes| {
            for byte in bytes {
                *byte = next;
                next = next.wrapping_mul(5).wrapping_add(29);
            }
        })
    }

    #[test]
    fn a_code_reads_as_it_is_written() {
        let code = code(1);
        assert_eq!(code.reveal().len(), CertificateCode::LENGTH);
        let grouped = code.grouped();
        assert_eq!(grouped.len(), 29);
        for typed in [
            grouped.clone(),
            grouped.to_lowercase(),
            grouped.replace('-', " "),
            grouped.replace('-', "\u{2014}"),
            format!("  {}\n", code.reveal()),
            grouped.chars().map(wide).collect(),
        ] {
            assert_eq!(CertificateCode::parse(&typed), Ok(code.clone()), "{typed}");
        }
        assert_eq!(format!("{code:?}"), "CertificateCode(…)");
    }

    fn wide(one: char) -> char {
        char::from_u32(u32::from(one) + 0xFEE0).unwrap()
    }

    #[test]
    fn every_wrong_character_and_every_exchange_is_found() {
        for start in [0, 3, 77] {
            let right = code(start);
            let letters: Vec<char> = right.reveal().chars().collect();
            for place in 0..LENGTH {
                for other in ALPHABET.iter().map(|byte| char::from(*byte)) {
                    let mut typed = letters.clone();
                    typed[place] = other;
                    let wrong = CertificateCode::parse(&typed.iter().collect::<String>());
                    assert_eq!(wrong.is_ok(), other == letters[place]);
                }
                for with in 0..place {
                    let mut typed = letters.clone();
                    typed.swap(place, with);
                    let wrong = CertificateCode::parse(&typed.iter().collect::<String>());
                    assert_eq!(wrong.is_ok(), letters[place] == letters[with]);
                }
            }
        }
    }

    #[test]
    fn what_is_no_code_is_told_apart() {
        use CertificateCodeError as E;
        let right = code(9).grouped();
        assert_eq!(CertificateCode::parse(" - "), Err(E::Empty));
        assert_eq!(CertificateCode::parse("ABCD-O"), Err(E::Character('O')));
        assert_eq!(CertificateCode::parse("0"), Err(E::Character('0')));
        assert_eq!(CertificateCode::parse("医保"), Err(E::Character('医')));
        assert_eq!(CertificateCode::parse("ABCD"), Err(E::Length(4)));
        assert_eq!(
            CertificateCode::parse(&format!("{right}A")),
            Err(E::Length(25))
        );
    }

    #[test]
    fn all_characters_are_as_likely() {
        let mut counts = [0_u32; 31];
        let mut state = 1_u64;
        for _ in 0..2_000 {
            let code = CertificateCode::draw(|bytes| {
                for byte in bytes {
                    state = state
                        .wrapping_mul(6_364_136_223_846_793_005)
                        .wrapping_add(1);
                    *byte = u8::try_from(state >> 56).unwrap();
                }
            });
            for one in code.reveal().chars().take(DRAWN) {
                counts[value(one).unwrap() as usize] += 1;
            }
        }
        let even = 2_000 * 23 / 31;
        assert!(
            counts.iter().all(|count| count.abs_diff(even) < even / 6),
            "{counts:?}"
        );
    }
}
