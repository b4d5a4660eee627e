//! How long benefits wait when insurance begins again.

use chrono::NaiveDate;

use super::{Break, MONTHS_OF_GRACE};
use crate::calendar::months_between;
use crate::settlement::Scheme;
use crate::settlement::parameters::Waiting;

const MONTHS_EMPLOYEES_WAIT_AT_MOST: i32 = 6;
const LONG_INTERRUPTION_YEARS: u16 = 4;
/// Months without a break after which a change of scheme needs no waiting.
const MONTHS_FOR_A_FREE_CHANGE: i32 = 24;

/// Months a resident waits after enrolling late or after an interruption of `missed_years`,
/// of which `bought_back` were paid for afterwards (State Council General Office, 2024,
/// no. 38). Poor groups, newborns and others set by law do not wait: see [`wait`].
#[must_use]
pub fn resident_waiting_months(rule: &Waiting, missed_years: u16, bought_back: u16) -> u16 {
    let variable = missed_years
        .saturating_sub(rule.free_years)
        .saturating_sub(bought_back);
    let months = rule.fixed_months.saturating_add(variable);
    if missed_years >= LONG_INTERRUPTION_YEARS {
        months.max(rule.least_after_four_years)
    } else {
        months
    }
}

/// The most months an employee waits after a gap of `gap_months` (National Healthcare
/// Security Administration Office, 2021, no. 43): none up to three months, else at most six.
#[must_use]
pub fn employee_waiting_at_most(gap_months: i32) -> i32 {
    if gap_months <= MONTHS_OF_GRACE {
        0
    } else {
        MONTHS_EMPLOYEES_WAIT_AT_MOST
    }
}

/// Why nobody waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoWait {
    /// The months of a short break are paid back.
    PaidBack,
    /// A change of scheme within three months.
    ChangedScheme,
    /// A status of hardship.
    Hardship,
    /// Enrolled in time for the first time, or as a newborn.
    InTime,
}

/// How long benefits wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wait {
    /// Not at all.
    None(NoWait),
    /// So many months.
    Months(u16),
    /// The region decides, but no more than so many months.
    AtMost(u16),
}

impl Wait {
    /// The most months it can last.
    #[must_use]
    pub const fn longest(self) -> u16 {
        match self {
            Self::None(_) => 0,
            Self::Months(months) | Self::AtMost(months) => months,
        }
    }
}

/// Somebody who comes back after a break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Return<'a> {
    /// The break.
    pub from: &'a Break,
    /// Into which insurance.
    pub to: Scheme,
    /// The first day insured again.
    pub on: NaiveDate,
    /// Missed years that were, or would be, bought back.
    pub bought_back: u16,
    /// Whether a status of hardship is in force.
    pub hardship: bool,
}

/// How long benefits wait for somebody who comes back.
#[must_use]
pub fn wait(rule: &Waiting, back: &Return<'_>) -> Wait {
    let Break {
        days,
        before,
        months_before,
        ..
    } = *back.from;
    let short = months_between(days.from, back.on) <= MONTHS_OF_GRACE;
    match (before, back.to) {
        (_, Scheme::Resident) if back.hardship => Wait::None(NoWait::Hardship),
        (Scheme::Employee, Scheme::Resident) if short => Wait::None(NoWait::ChangedScheme),
        (_, Scheme::Resident) => {
            let missed = back.from.missed_years_before(back.on);
            Wait::Months(resident_waiting_months(rule, missed, back.bought_back))
        }
        (Scheme::Employee, Scheme::Employee) if short => Wait::None(NoWait::PaidBack),
        (Scheme::Resident, Scheme::Employee)
            if short && months_before >= MONTHS_FOR_A_FREE_CHANGE =>
        {
            Wait::None(NoWait::ChangedScheme)
        }
        (_, Scheme::Employee) => {
            let most = MONTHS_EMPLOYEES_WAIT_AT_MOST;
            Wait::AtMost(u16::try_from(most).unwrap_or_default())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn residents_wait_longer_for_longer_gaps() {
        let rule = Waiting {
            fixed_months: 3,
            free_years: 1,
            least_after_four_years: 6,
        };
        let months = |missed| resident_waiting_months(&rule, missed, 0);
        assert_eq!([0, 1, 2, 3, 4, 5].map(months), [3, 3, 4, 5, 6, 7]);
        assert_eq!(resident_waiting_months(&rule, 5, 4), 6);
        assert_eq!(resident_waiting_months(&rule, 3, 2), 3);
        let strict = Waiting {
            free_years: 0,
            ..rule
        };
        assert_eq!(resident_waiting_months(&strict, 2, 0), 5);
    }

    #[test]
    fn three_months_are_forgiven_to_employees() {
        assert_eq!([3, 4].map(employee_waiting_at_most), [0, 6]);
    }
}
