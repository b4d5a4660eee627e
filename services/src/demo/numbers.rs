//! Numbers that pass every check and are certainly nobody's.
//!
//! * **Identity numbers** carry as address code a *province* (`510000`). GB 11643 puts the
//!   county of first registration there; no province has ever been a county, so no office could
//!   issue such a number. Besides, their sequence is 996 to 999, which the standard of 1989 set
//!   apart for people past their hundredth birthday, and nobody here is that old.
//! * **Residence permits** (`810000`) do carry such a code. There the sequence does it: numbers
//!   are given out in turn within a day of birth, and 997 would be the 499th man of that day to
//!   hold a permit, three times as many as were born in Hong Kong on any day.
//! * **Credit codes** join an enterprise registered in a county (`91`, county) with an
//!   organisation code from the block `0000….`, which belongs to organs of the central state.
//!   Those are registered as such (`11`, `100000`), never as enterprises of a county.
//! * **Mobile numbers** begin with 154, a prefix that no operator has been given.
//! * **Temporary numbers** of newborns without papers begin with `TMP`, which no paper does.

use chrono::{Datelike, NaiveDate};
use domain::identifiers::{CreditCode, IdentityNumber, Sex};

const CREDIT_ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// The identity number for an address code (`510000`), a birthday and a sex. There are two of
/// each, `turn` 0 and 1; `None` for an address code that is not six digits.
pub(super) fn identity(address: &str, birth: NaiveDate, sex: Sex, turn: u8) -> Option<String> {
    let sequence = match (sex, turn) {
        (Sex::Female, 0) => "996",
        (Sex::Female, _) => "998",
        (Sex::Male, 0) => "997",
        (Sex::Male, _) => "999",
    };
    let (year, month, day) = (birth.year(), birth.month(), birth.day());
    let body = format!("{address}{year:04}{month:02}{day:02}{sequence}");
    with_check(&body, "0123456789X", |number| {
        IdentityNumber::parse(number).is_ok()
    })
}

/// The credit code number `serial` (below 10,000) of an enterprise in a county.
pub(super) fn credit_code(county: &str, serial: u16) -> Option<String> {
    CREDIT_ALPHABET.chars().find_map(|inner| {
        let body = format!("91{county}0000{serial:04}{inner}");
        with_check(&body, CREDIT_ALPHABET, |code| {
            code.parse::<CreditCode>().is_ok()
        })
    })
}

/// The mobile number `serial`.
pub(super) fn mobile(serial: u64) -> String {
    format!("154{:08}", serial % 100_000_000)
}

/// The temporary number of a newborn: the day of birth and a serial.
pub(super) fn temporary(birth: NaiveDate, serial: u32) -> String {
    format!("TMP{}{serial:03}", birth.format("%Y%m%d"))
}

fn with_check(body: &str, alphabet: &str, fits: impl Fn(&str) -> bool) -> Option<String> {
    alphabet
        .chars()
        .map(|check| format!("{body}{check}"))
        .find(|number| fits(number))
}

#[cfg(test)]
mod tests {
    use domain::identifiers::{IdentityKind, Mobile, RegionLevel, TravelDocument};

    use super::*;

    #[test]
    fn identity_numbers_are_valid_and_name_no_county() {
        let birth: NaiveDate = "1951-03-08".parse().unwrap();
        for (sex, turn) in [
            (Sex::Male, 0),
            (Sex::Male, 1),
            (Sex::Female, 0),
            (Sex::Female, 1),
        ] {
            let number = IdentityNumber::parse(&identity("510000", birth, sex, turn).unwrap());
            let number = number.unwrap();
            assert_eq!((number.sex(), number.birth_date()), (sex, birth));
            let region = number.registration_region().unwrap().lookup().unwrap();
            assert_eq!(region.level, RegionLevel::Province);
        }
        let permit = identity("810000", birth, Sex::Male, 0).unwrap();
        let permit = IdentityNumber::parse(&permit).unwrap();
        assert_eq!(permit.kind(), IdentityKind::HongKongMacaoPermit);
    }

    #[test]
    fn the_other_numbers_are_valid_too() {
        for serial in [0, 7, 9_999] {
            let code = credit_code("510107", serial).unwrap();
            assert_eq!(code.get(8..12), Some("0000"), "{code}");
            assert!(code.parse::<CreditCode>().is_ok());
        }
        assert!(Mobile::parse(&mobile(123)).is_ok());
        let newborn = temporary("2026-05-20".parse().unwrap(), 1);
        assert!(TravelDocument::parse(&newborn).is_ok());
    }
}
