//! The number of a query: short enough to read it out on the telephone.

use chrono::{Datelike, NaiveDate};
use domain::identifiers::plain;

use crate::platform::RandomSource;

/// What the six signs are drawn from: none that is taken for another, read or heard.
const SIGNS: &[u8; 30] = b"23456789ABCDEFGHJKLMNPQRTUVWXY";

/// The year of `day`, then six signs of chance: `QC-2026-7KM3XD`. It says nothing of whom or of what.
pub(super) fn draw(random: &dyn RandomSource, day: NaiveDate) -> String {
    let mut bytes = [0_u8; 6];
    random.fill(&mut bytes);
    let sign = |byte: &u8| {
        let place = usize::from(*byte) % SIGNS.len();
        SIGNS.get(place).copied().map_or('2', char::from)
    };
    let chance: String = bytes.iter().map(sign).collect();
    format!("QC-{:04}-{chance}", day.year())
}

/// The number as it is stored, from the way somebody writes it: with or without dashes, spaces or
/// `QC`, in small letters or full width. `None` for anything else.
pub(super) fn read(text: &str) -> Option<String> {
    let signs = plain(text).replace('-', "");
    let rest = signs.strip_prefix("QC").unwrap_or(&signs);
    let (year, chance) = rest.split_at_checked(4)?;
    let sound = year.bytes().all(|byte| byte.is_ascii_digit())
        && chance.len() == 6
        && chance.bytes().all(|byte| SIGNS.contains(&byte));
    sound.then(|| format!("QC-{year}-{chance}"))
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
        assert_eq!(draw(&Always(0), day), "QC-2026-222222");
        let number = draw(&Always(255), day);
        assert_eq!(read(&number), Some(number.clone()));
        for spoken in [
            number.replace('-', " "),
            number.replace('-', "").to_lowercase(),
            number.trim_start_matches("QC-").to_owned(),
        ] {
            assert_eq!(read(&spoken), Some(number.clone()), "{spoken}");
        }
        assert_eq!(
            read("ＱＣ－２０２６－２２２２２２"),
            Some("QC-2026-222222".to_owned())
        );
        for bad in [
            "",
            "QC",
            "QC-2026-22222",
            "QC-2026-22222O",
            "QC-2026-2222222",
            "号2026",
        ] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
