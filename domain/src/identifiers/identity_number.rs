//! Identity numbers of 18 characters (GB 11643): residents, residence permits of people from
//! Hong Kong, Macao and Taiwan, permanent residence cards of foreigners.

use std::fmt;

use chrono::NaiveDate;

use super::normal::{digit, plain};
use super::region::RegionCode;
use crate::calendar::age_on;

const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS: [u8; 11] = *b"10X98765432";

/// A valid identity number. Personal data: shows itself masked.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IdentityNumber {
    text: String,
    birth: NaiveDate,
}

codes! {
    /// Whose number it is.
    pub enum IdentityKind {
        /// A resident identity card.
        Resident = "resident",
        /// A residence permit for people from Hong Kong (81) or Macao (82).
        HongKongMacaoPermit = "hong_kong_macao_permit",
        /// A residence permit for people from Taiwan (83).
        TaiwanPermit = "taiwan_permit",
        /// A permanent residence card of a foreigner (begins with 9).
        ForeignPermanent = "foreign_permanent",
    }
}

codes! {
    /// The sex as the number records it.
    pub enum Sex {
        /// An odd sequence number.
        Male = "male",
        /// An even sequence number.
        Female = "female",
    }
}

/// Why text is no identity number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IdentityNumberError {
    /// Neither 18 nor 15 characters.
    #[error("an identity number has 18 characters")]
    Length,
    /// Something else than digits, or X elsewhere than last.
    #[error("an identity number has digits, and X only in the last place")]
    Character,
    /// A spreadsheet turned it into a number (1.10101E+17); digits are lost for good.
    #[error("a spreadsheet turned the number into a rounded one")]
    SpreadsheetNumber,
    /// No such day.
    #[error("the date of birth does not exist")]
    BirthDate,
    /// The last character does not fit the rest.
    #[error("the check character does not fit")]
    Check,
}

impl IdentityNumber {
    /// Reads a number as people write it: spaces, full-width digits and a lower-case x are
    /// put right; an old number of 15 digits is upgraded.
    ///
    /// # Errors
    /// The first reason why it is none.
    pub fn parse(text: &str) -> Result<Self, IdentityNumberError> {
        let text = plain(text);
        if text.contains("E+") {
            return Err(IdentityNumberError::SpreadsheetNumber);
        }
        match text.chars().count() {
            18 => Self::of_eighteen(text),
            15 => Self::of_fifteen(&text),
            _ => Err(IdentityNumberError::Length),
        }
    }

    fn of_eighteen(text: String) -> Result<Self, IdentityNumberError> {
        let (body, check) = text
            .split_at_checked(17)
            .ok_or(IdentityNumberError::Character)?;
        let computed = check_character(body).ok_or(IdentityNumberError::Character)?;
        if !matches!(check.as_bytes(), [b'0'..=b'9' | b'X']) {
            return Err(IdentityNumberError::Character);
        }
        let birth = birth_date(body).ok_or(IdentityNumberError::BirthDate)?;
        if check.as_bytes() != [computed] {
            return Err(IdentityNumberError::Check);
        }
        Ok(Self { text, birth })
    }

    /// Old numbers have two digits of the year and no check character.
    fn of_fifteen(text: &str) -> Result<Self, IdentityNumberError> {
        let (region, rest) = text
            .split_at_checked(6)
            .ok_or(IdentityNumberError::Character)?;
        let mut upgraded = format!("{region}19{rest}");
        let check = check_character(&upgraded).ok_or(IdentityNumberError::Character)?;
        upgraded.push(char::from(check));
        Self::of_eighteen(upgraded)
    }

    /// The number in clear. Every use of it must have a reason.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.text
    }

    /// The day of birth.
    #[must_use]
    pub const fn birth_date(&self) -> NaiveDate {
        self.birth
    }

    /// Age in full years; `None` before birth.
    #[must_use]
    pub fn age_on(&self, day: NaiveDate) -> Option<u16> {
        age_on(self.birth, day)
    }

    /// The sex as recorded.
    #[must_use]
    pub fn sex(&self) -> Sex {
        let sequence = self
            .text
            .as_bytes()
            .get(16)
            .copied()
            .and_then(digit)
            .unwrap_or_default();
        if sequence % 2 == 1 {
            Sex::Male
        } else {
            Sex::Female
        }
    }

    /// Whose number it is.
    #[must_use]
    pub fn kind(&self) -> IdentityKind {
        match self.text.as_bytes() {
            [b'9', ..] => IdentityKind::ForeignPermanent,
            [b'8', b'1' | b'2', ..] => IdentityKind::HongKongMacaoPermit,
            [b'8', b'3', ..] => IdentityKind::TaiwanPermit,
            _ => IdentityKind::Resident,
        }
    }

    /// The region of first registration; `None` for foreigners. It is not where the person
    /// lives, and may name a region that no longer exists.
    #[must_use]
    pub fn registration_region(&self) -> Option<RegionCode> {
        if self.kind() == IdentityKind::ForeignPermanent {
            return None;
        }
        self.text.get(..6)?.parse().ok()
    }

    /// For lists: the first and the last character.
    #[must_use]
    pub fn masked(&self) -> String {
        super::mask::middle(&self.text, 1, 1)
    }

    /// After the owner has signed in again: the first three and the last four characters.
    #[must_use]
    pub fn masked_for_owner(&self) -> String {
        super::mask::middle(&self.text, 3, 4)
    }
}

/// The check character for 17 digits; `None` when they are not 17 digits.
#[must_use]
fn check_character(body: &str) -> Option<u8> {
    if body.len() != WEIGHTS.len() {
        return None;
    }
    let mut sum = 0;
    for (byte, weight) in body.bytes().zip(WEIGHTS) {
        sum += digit(byte)? * weight;
    }
    CHECKS.get(usize::try_from(sum % 11).ok()?).copied()
}

fn birth_date(body: &str) -> Option<NaiveDate> {
    let part = |range| {
        body.get(range)
            .and_then(|text: &str| text.parse::<u32>().ok())
    };
    let year = i32::try_from(part(6..10)?)
        .ok()
        .filter(|year| *year >= 1_800)?;
    NaiveDate::from_ymd_opt(year, part(10..12)?, part(12..14)?)
}

impl fmt::Display for IdentityNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

impl fmt::Debug for IdentityNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "IdentityNumber({})", self.masked())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<IdentityNumber, IdentityNumberError> {
        IdentityNumber::parse(text)
    }

    #[test]
    fn valid_numbers() {
        for text in [
            "11010519491231002X",
            "110101199001010015",
            "330106200002290029",
            "510107196308154012",
            "440305202401310188",
            "810000198511030058",
            "830000199207140015",
        ] {
            assert_eq!(parse(text).unwrap().reveal(), text);
        }
    }

    #[test]
    fn invalid_numbers_say_why() {
        assert_eq!(parse("110105194912310021"), Err(IdentityNumberError::Check));
        assert_eq!(
            parse("110105199902290014"),
            Err(IdentityNumberError::BirthDate)
        );
        assert_eq!(
            parse("1101051949123100X2"),
            Err(IdentityNumberError::Character)
        );
        assert_eq!(
            parse("1.10101E+17"),
            Err(IdentityNumberError::SpreadsheetNumber)
        );
        assert_eq!(parse("1101011990"), Err(IdentityNumberError::Length));
        assert_eq!(
            parse("一一〇一〇一一九九〇〇一〇一〇〇一五"),
            Err(IdentityNumberError::Character)
        );
        assert_eq!(
            parse("11010119900101001é"),
            Err(IdentityNumberError::Character)
        );
    }

    #[test]
    fn what_hands_and_spreadsheets_do_is_put_right() {
        let clear = "11010519491231002X";
        for text in [
            "11010519491231002x",
            " 110105 19491231 002X\u{3000}",
            "'11010519491231002X",
            "１１０１０５１９４９１２３１００２ｘ",
        ] {
            assert_eq!(parse(text).unwrap().reveal(), clear);
        }
        assert_eq!(parse("110105491231002").unwrap().reveal(), clear);
    }

    #[test]
    fn what_the_number_tells() {
        let number = parse("510107196308154012").unwrap();
        assert_eq!(number.sex(), Sex::Male);
        assert_eq!(number.birth_date().to_string(), "1963-08-15");
        assert_eq!(number.registration_region().unwrap().to_string(), "510107");
        assert_eq!(number.kind(), IdentityKind::Resident);
        assert_eq!(parse("330106200002290029").unwrap().sex(), Sex::Female);
        assert_eq!(
            parse("810000198511030058").unwrap().kind(),
            IdentityKind::HongKongMacaoPermit
        );
        assert_eq!(
            parse("830000199207140015").unwrap().kind(),
            IdentityKind::TaiwanPermit
        );
    }

    #[test]
    fn a_foreigners_card_is_read_too() {
        let body = "91115619900307001";
        let check = check_character(body).unwrap();
        let number = parse(&format!("{body}{}", char::from(check))).unwrap();
        assert_eq!(number.kind(), IdentityKind::ForeignPermanent);
        assert_eq!(number.birth_date().to_string(), "1990-03-07");
        assert_eq!(number.registration_region(), None);
    }

    #[test]
    fn nothing_prints_it_in_clear() {
        let number = parse("11010519491231002X").unwrap();
        assert_eq!(format!("{number}"), "1****************X");
        assert!(!format!("{number:?}").contains("19491231"));
        assert_eq!(number.masked_for_owner(), "110***********002X");
    }
}
