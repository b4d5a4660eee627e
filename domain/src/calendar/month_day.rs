//! A day that returns every year.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// A day of every year, written `09-01`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MonthDay {
    month: u8,
    day: u8,
}

/// Text that is no day of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a day of the form MM-DD")]
pub struct InvalidMonthDay;

impl MonthDay {
    /// The day; `None` where no year has it.
    #[must_use]
    pub fn new(month: u8, day: u8) -> Option<Self> {
        // 2000 was a leap year, so every day of every year exists in it.
        NaiveDate::from_ymd_opt(2000, month.into(), day.into())?;
        Some(Self { month, day })
    }

    /// This day in `year`; `None` for 29 February of a common year.
    #[must_use]
    pub fn in_year(self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month.into(), self.day.into())
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }
}

impl FromStr for MonthDay {
    type Err = InvalidMonthDay;

    fn from_str(text: &str) -> Result<Self, InvalidMonthDay> {
        // 2000 was a leap year, so every day of every year exists in it.
        let date: NaiveDate = format!("2000-{text}")
            .parse()
            .map_err(|_| InvalidMonthDay)?;
        let part = |number: u32| u8::try_from(number).map_err(|_| InvalidMonthDay);
        Ok(Self {
            month: part(date.month())?,
            day: part(date.day())?,
        })
    }
}

impl TryFrom<String> for MonthDay {
    type Error = InvalidMonthDay;
    fn try_from(text: String) -> Result<Self, InvalidMonthDay> {
        text.parse()
    }
}

impl From<MonthDay> for String {
    fn from(day: MonthDay) -> Self {
        day.to_string()
    }
}

impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes() {
        let day: MonthDay = "09-01".parse().unwrap();
        assert_eq!(
            (day.month(), day.day(), day.to_string().as_str()),
            (9, 1, "09-01")
        );
        assert_eq!("02-29".parse::<MonthDay>().unwrap().in_year(2025), None);
        assert!("02-30".parse::<MonthDay>().is_err());
        assert!("13-01".parse::<MonthDay>().is_err());
    }
}
