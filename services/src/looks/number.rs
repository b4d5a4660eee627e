//! The number of a report: short enough to read it out on the telephone.

use chrono::{Datelike, NaiveDate};
use domain::identifiers::plain;

use crate::platform::RandomSource;

/// Year and month of `day`, then six digits of chance: `2606-048-291`. It says nothing of whom
/// or of what.
pub(super) fn draw(random: &dyn RandomSource, day: NaiveDate) -> String {
    let mut bytes = [0_u8; 4];
    random.fill(&mut bytes);
    let chance = u32::from_le_bytes(bytes) % 1_000_000;
    let (year, month) = (day.year().rem_euclid(100), day.month());
    format!(
        "{year:02}{month:02}-{:03}-{:03}",
        chance / 1000,
        chance % 1000
    )
}

/// The number as it is stored, from the way somebody writes it: with or without dashes, with
/// spaces or full-width digits. `None` for anything else.
pub(super) fn read(text: &str) -> Option<String> {
    let digits = plain(text).replace('-', "");
    if digits.len() != 10 || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let parts = [digits.get(..4)?, digits.get(4..7)?, digits.get(7..)?];
    Some(parts.join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Always(u8);

    impl RandomSource for Always {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(self.0);
        }
    }

    #[test]
    fn numbers_are_read_as_they_are_drawn() {
        let day = NaiveDate::from_ymd_opt(2026, 6, 15).unwrap();
        assert_eq!(draw(&Always(0), day), "2606-000-000");
        let number = draw(&Always(7), day);
        assert_eq!(number.len(), 12);
        let spoken = number.replace('-', " ");
        assert_eq!(read(&spoken), Some(number.clone()));
        assert_eq!(read(&number.replace('-', "")), Some(number));
        assert_eq!(
            read("２６０６－０００－０００"),
            Some("2606-000-000".to_owned())
        );
        for bad in ["", "2606", "2606-000-00x", "26060000001"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
