//! Interest on a personal account (国发〔1998〕44号, on the funds of employees' insurance): what came
//! in within the year bears the rate of demand deposits, what was carried over, interest included,
//! that of three-month time deposits. Principal and interest are the holder's.

use chrono::{Datelike, NaiveDate};

use crate::money::{BasisPoints, Money};

/// The rates of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rates {
    /// Of demand deposits, for what came in within the year.
    pub within: BasisPoints,
    /// Of three-month time deposits, for what was carried over.
    pub carried: BasisPoints,
}

/// The benchmark rates of the People's Bank since 2015-10-24: 0.35 % and 1.10 %.
pub const BENCHMARK: Rates = Rates {
    within: BasisPoints::new(35),
    carried: BasisPoints::new(110),
};

/// A movement of the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Movement {
    /// Its day.
    pub day: NaiveDate,
    /// What came in; negative: what went out. Fen.
    pub amount: Money,
    /// Whether it belongs to what was carried over: an opening balance, last year's interest.
    pub carried: bool,
}

/// The interest of `year` on an account that held `balance` at its beginning, in whole fen. Money
/// is spent from what came in within the year first; a day's movement bears interest from that day
/// on. `movements` stand in the order of days; those of other years are passed over.
#[must_use]
pub fn of_year(year: i32, balance: Money, movements: &[Movement], rates: Rates) -> Money {
    let bounds = NaiveDate::from_ymd_opt(year, 1, 1).zip(NaiveDate::from_ymd_opt(year + 1, 1, 1));
    let Some((first, after)) = bounds else {
        return Money::ZERO;
    };
    let (mut carried, mut within) = (balance.or_zero(), Money::ZERO);
    // Fen times days.
    let (mut of_carried, mut of_within) = (0_i64, 0_i64);
    let mut since = first;
    let end = Movement {
        day: after,
        amount: Money::ZERO,
        carried: false,
    };
    let of_the_year = movements.iter().filter(|one| one.day.year() == year);
    for one in of_the_year.chain([&end]) {
        let days = (one.day - since).num_days();
        of_carried = of_carried.saturating_add(carried.fen().saturating_mul(days));
        of_within = of_within.saturating_add(within.fen().saturating_mul(days));
        since = one.day;
        if one.amount.is_negative() {
            let spent = one.amount.abs();
            let newest = spent.at_most(Some(within));
            within -= newest;
            carried = (carried - (spent - newest)).or_zero();
        } else if one.carried {
            carried += one.amount;
        } else {
            within += one.amount;
        }
    }
    let days = (after - first).num_days();
    let average = |sum: i64| Money::from_fen(sum.checked_div(days).unwrap_or_default());
    average(of_carried).times(rates.carried) + average(of_within).times(rates.within)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn movement(day: &str, yuan: i64, carried: bool) -> Movement {
        Movement {
            day: day.parse().unwrap(),
            amount: Money::from_yuan(yuan),
            carried,
        }
    }

    fn of(balance: i64, movements: &[Movement]) -> i64 {
        of_year(2025, Money::from_yuan(balance), movements, BENCHMARK).fen()
    }

    #[test]
    fn what_was_carried_over_bears_the_higher_rate_for_the_whole_year() {
        assert_eq!(of(1_000, &[]), 1_100);
        assert_eq!(of(0, &[]), 0);
    }

    #[test]
    fn what_comes_in_bears_interest_from_its_day() {
        // 184 of 365 days: 1,000 yuan stand for 504.10 on the average.
        assert_eq!(of(0, &[movement("2025-07-01", 1_000, false)]), 176);
        assert_eq!(of(0, &[movement("2025-07-01", 1_000, true)]), 555);
        assert_eq!(of(0, &[movement("2024-07-01", 1_000, false)]), 0);
        assert_eq!(of(0, &[movement("2026-01-01", 1_000, false)]), 0);
    }

    #[test]
    fn money_of_the_year_is_spent_first() {
        let came = movement("2025-01-01", 500, false);
        assert_eq!(of(1_000, &[came]), 1_100 + 175);
        let spent = movement("2025-01-01", -500, false);
        assert_eq!(of(1_000, &[came, spent]), 1_100);
        let more = movement("2025-01-01", -1_000, false);
        assert_eq!(of(1_000, &[came, more]), 550);
        let all = movement("2025-01-01", -9_000, false);
        assert_eq!(of(1_000, &[came, all]), 0);
    }
}
