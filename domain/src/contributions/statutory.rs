//! When somebody reaches the age of retirement.

use chrono::NaiveDate;

use crate::calendar::Month;

const MONTHS: i32 = 12;

codes! {
    /// The age that held before 2025, by sex and work.
    pub enum Track {
        /// Men: 60, growing to 63.
        Sixty = "sixty",
        /// Women who were to retire at 55, such as cadres: growing to 58.
        FiftyFive = "fifty_five",
        /// Women who were to retire at 50, such as workers: growing to 55.
        Fifty = "fifty",
    }
}

/// The statutory age of retirement of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Statutory {
    /// The month in which it is reached.
    pub month: Month,
    /// The age then, in months.
    pub age_months: i32,
    /// Months later than before 2025.
    pub delay: i32,
}

impl Track {
    /// The age that held before 2025, in years.
    #[must_use]
    pub const fn years(self) -> i32 {
        match self {
            Self::Sixty => 60,
            Self::FiftyFive => 55,
            Self::Fifty => 50,
        }
    }

    /// Months of birth that share a month of delay, and the most months of delay.
    const fn pace(self) -> (i32, i32) {
        match self {
            Self::Sixty | Self::FiftyFive => (4, 36),
            Self::Fifty => (2, 60),
        }
    }
}

impl Statutory {
    /// When somebody born on `birth` reaches it (Standing Committee of the National People's
    /// Congress, decision on raising the statutory retirement age step by step, 13 September 2024:
    /// from January 2025 one month later for every four months, or every two, of birth).
    #[must_use]
    pub fn of(birth: NaiveDate, track: Track) -> Self {
        let age = track.years() * MONTHS;
        let before = Month::of(birth).plus(age);
        let (every, most) = track.pace();
        let late = Month::new(2025, 1).map_or(0, |begin| before.since(begin));
        let delay = if late < 0 {
            0
        } else {
            (late / every + 1).min(most)
        };
        Self {
            month: before.plus(delay),
            age_months: age + delay,
            delay,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reached(birth: &str, track: Track) -> (i32, i32, i32) {
        let found = Statutory::of(birth.parse().unwrap(), track);
        let (years, months) = (found.age_months / MONTHS, found.age_months % MONTHS);
        (years, months, found.month.period())
    }

    /// Lines of the tables annexed to the decision.
    #[test]
    fn the_tables_of_the_decision_are_met() {
        for (birth, expected) in [
            ("1964-12-31", (60, 0, 202_412)),
            ("1965-01-01", (60, 1, 202_502)),
            ("1965-04-30", (60, 1, 202_505)),
            ("1965-05-01", (60, 2, 202_507)),
            ("1976-08-31", (62, 11, 203_907)),
            ("1976-09-01", (63, 0, 203_909)),
            ("1999-12-31", (63, 0, 206_212)),
        ] {
            assert_eq!(reached(birth, Track::Sixty), expected, "{birth}");
        }
        for (birth, expected) in [
            ("1969-12-31", (55, 0, 202_412)),
            ("1970-01-01", (55, 1, 202_502)),
            ("1981-09-01", (58, 0, 203_909)),
        ] {
            assert_eq!(reached(birth, Track::FiftyFive), expected, "{birth}");
        }
        for (birth, expected) in [
            ("1974-12-31", (50, 0, 202_412)),
            ("1975-01-01", (50, 1, 202_502)),
            ("1975-02-28", (50, 1, 202_503)),
            ("1975-03-01", (50, 2, 202_505)),
            ("1984-11-01", (55, 0, 203_911)),
        ] {
            assert_eq!(reached(birth, Track::Fifty), expected, "{birth}");
        }
    }
}
