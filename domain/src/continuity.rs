//! Continuity of cover: waiting after an interruption and the reward for none.

use crate::money::Money;
use crate::settlement::parameters::{Incentive, Waiting};

const MONTHS_EMPLOYEES_WAIT_AT_MOST: i32 = 6;
/// A gap of an employee up to this many months counts as continuous.
const MONTHS_OF_GRACE: i32 = 3;
const YEARS_BEFORE_THE_REWARD: u16 = 4;
const LONG_INTERRUPTION_YEARS: u16 = 4;

/// Months a resident waits after enrolling late or after an interruption of `missed_years`,
/// of which `bought_back` were paid for afterwards (State Council General Office, 2024,
/// no. 38). Poor groups, newborns and others set by law do not wait: the caller's decision.
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

/// What continuous enrolment adds to a catastrophic cap: a step for each full year after the
/// fourth and one for each year without a claim, together at most a share of the cap.
#[must_use]
pub fn incentive_bonus(
    rule: &Incentive,
    cap: Money,
    continuous_years: u16,
    years_without_claim: u16,
) -> Money {
    let further = continuous_years.saturating_sub(YEARS_BEFORE_THE_REWARD);
    let times = |step: Money, count: u16| Money::from_fen(step.fen().saturating_mul(count.into()));
    let earned =
        times(rule.continuous_step, further) + times(rule.zero_claim_step, years_without_claim);
    earned.min(cap.times(rule.most_of_cap))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::BasisPoints;

    const RULE: Waiting = Waiting {
        fixed_months: 3,
        free_years: 1,
        least_after_four_years: 6,
    };

    #[test]
    fn residents_wait_longer_for_longer_gaps() {
        let months = |missed| resident_waiting_months(&RULE, missed, 0);
        assert_eq!(
            [months(0), months(1), months(2), months(3), months(5)],
            [3, 3, 4, 5, 7]
        );
        assert_eq!(months(4), 6);
        assert_eq!(resident_waiting_months(&RULE, 5, 4), 6);
        assert_eq!(resident_waiting_months(&RULE, 3, 2), 3);
        let strict = Waiting {
            free_years: 0,
            ..RULE
        };
        assert_eq!(resident_waiting_months(&strict, 2, 0), 5);
    }

    #[test]
    fn three_months_are_forgiven_to_employees() {
        assert_eq!(
            [employee_waiting_at_most(3), employee_waiting_at_most(4)],
            [0, 6]
        );
    }

    #[test]
    fn the_reward_has_a_ceiling() {
        let rule = Incentive {
            continuous_step: Money::from_yuan(1_000),
            zero_claim_step: Money::from_yuan(1_000),
            most_of_cap: BasisPoints::new(2_000),
        };
        let bonus = |years, quiet| incentive_bonus(&rule, Money::from_yuan(400_000), years, quiet);
        assert_eq!(bonus(4, 0), Money::ZERO);
        assert_eq!(bonus(6, 1), Money::from_yuan(3_000));
        assert_eq!(bonus(200, 200), Money::from_yuan(80_000));
    }
}
