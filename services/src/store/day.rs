//! Days as rows of a page hold them.

use chrono::NaiveDate;
use sea_orm::sqlx::Row;
use sea_orm::{ColIdx, QueryResult, TryGetError, TryGetable};

/// A day in a row. SQLite keeps it as `2025-06-30`; read with the driver's general parser it would
/// cost more than the rest of its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Day(pub NaiveDate);

impl From<Day> for NaiveDate {
    fn from(day: Day) -> Self {
        day.0
    }
}

impl TryGetable for Day {
    fn try_get_by<I: ColIdx>(row: &QueryResult, column: I) -> Result<Self, TryGetError> {
        let Some(sqlite) = row.try_as_sqlite_row() else {
            return NaiveDate::try_get_by(row, column).map(Self);
        };
        match sqlite.try_get_unchecked::<Option<&str>, _>(column.as_sqlx_sqlite_index()) {
            Ok(None) => Err(TryGetError::Null(String::new())),
            Ok(Some(text)) => match plain(text) {
                Some(day) => Ok(Self(day)),
                None => NaiveDate::try_get_by(row, column).map(Self),
            },
            // The driver's own words say what is wrong.
            Err(_) => NaiveDate::try_get_by(row, column).map(Self),
        }
    }
}

/// `YYYY-MM-DD`, and nothing else.
fn plain(text: &str) -> Option<NaiveDate> {
    let [a, b, c, d, b'-', e, f, b'-', g, h] = *text.as_bytes() else {
        return None;
    };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_u32, |number, digit| {
            let digit = digit.wrapping_sub(b'0');
            (digit <= 9).then(|| number * 10 + u32::from(digit))
        })
    };
    let year = i32::try_from(number(&[a, b, c, d])?).ok()?;
    NaiveDate::from_ymd_opt(year, number(&[e, f])?, number(&[g, h])?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_exist_are_read() {
        let day = |text: &str| plain(text).map(|day| day.to_string());
        assert_eq!(day("2024-02-29").as_deref(), Some("2024-02-29"));
        for bad in [
            "2025-02-29",
            "2025-13-01",
            "2025-1-01",
            "2025/01/01",
            "２025-01",
            "",
        ] {
            assert_eq!(day(bad), None, "{bad}");
        }
    }
}
