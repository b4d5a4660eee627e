//! What makes the rules beside the settlement of bills unfit.

use super::{Check, OLDEST, ParameterError};
use crate::settlement::parameters::{ParameterSet, ResidentFee};

/// The most years of contribution that a rule may ask for.
const MOST_YEARS: u16 = 60;

/// The most days of leave around a birth.
const MOST_DAYS: u16 = 1_000;

impl ParameterSet {
    pub(super) fn check_other(&self, check: &mut Check) {
        let base = self.other.contribution_base.values;
        check.amount(base.floor, "/other/contribution_base/values/floor");
        check.amount(base.ceiling, "/other/contribution_base/values/ceiling");
        check.that(
            base.floor <= base.ceiling,
            "/other/contribution_base/values/ceiling",
            ParameterError::NotAscending,
        );
        check.that(
            (1..=12).contains(&base.year_starts),
            "/other/contribution_base/values/year_starts",
            ParameterError::MonthOutOfRange,
        );
        let rates = self.other.contribution_rates.values;
        check.ratio(rates.employer, "/other/contribution_rates/values/employer");
        check.ratio(rates.person, "/other/contribution_rates/values/person");
        check.amount(
            rates.person_fixed,
            "/other/contribution_rates/values/person_fixed",
        );
        check.ratio(
            self.other.account_in_service.values.share_of_base,
            "/other/account_in_service/values/share_of_base",
        );
        let whole = i64::from(rates.employer.get()) + i64::from(rates.person.get()) <= 10_000;
        check.that(
            whole,
            "/other/contribution_rates/values",
            ParameterError::RatioOutOfRange,
        );
        self.check_inflow(check);
        self.check_fee(check);
        check.that(
            self.other.maternity.values.divisor > 0,
            "/other/maternity/values/divisor",
            ParameterError::DivisorIsZero,
        );
        if let Some(incentive) = self.other.incentive.values {
            check.amount(
                incentive.continuous_step,
                "/other/incentive/values/continuous_step",
            );
            check.amount(
                incentive.zero_claim_step,
                "/other/incentive/values/zero_claim_step",
            );
            check.ratio(incentive.most_of_cap, "/other/incentive/values/most_of_cap");
        }
        if let Some(two) = self.other.two_diseases.values {
            check.ratio(two.ratio, "/other/two_diseases/values/ratio");
            check.amount(
                two.caps.hypertension,
                "/other/two_diseases/values/caps/hypertension",
            );
            check.amount(
                two.caps.diabetes,
                "/other/two_diseases/values/caps/diabetes",
            );
        }
    }

    /// Ages ascend, and the last inflow is everybody else's.
    fn check_inflow(&self, check: &mut Check) {
        let at = "/other/account_retired/values";
        let inflows = &self.other.account_retired.values;
        let mut last = None;
        for (index, inflow) in inflows.iter().enumerate() {
            check.amount(inflow.amount, &format!("{at}/{index}/amount"));
            let Some(age) = inflow.below_age else {
                continue;
            };
            let at = format!("{at}/{index}/below_age");
            check.that(age <= OLDEST, &at, ParameterError::AgeOutOfRange);
            check.that(Some(age) > last, &at, ParameterError::NotAscending);
            last = Some(age);
        }
        let open = inflows.iter().filter(|one| one.below_age.is_none()).count();
        let ended = open == 1 && inflows.last().is_some_and(|one| one.below_age.is_none());
        check.that(ended, at, ParameterError::NoLastBracket);
    }

    fn check_fee(&self, check: &mut Check) {
        let at = "/other/resident_fee/values";
        let fees = match self.other.resident_fee.values {
            ResidentFee::Age {
                child,
                adult,
                elder,
            } => vec![("child", child), ("adult", adult), ("elder", elder)],
            ResidentFee::Tier { low, high } => {
                check.that(
                    low <= high,
                    &format!("{at}/high"),
                    ParameterError::NotAscending,
                );
                vec![("low", low), ("high", high)]
            }
        };
        for (name, amount) in fees {
            check.amount(amount, &format!("{at}/{name}"));
        }
        let years = self.other.minimum_years.values;
        for (name, value) in [
            ("male", years.male),
            ("female", years.female),
            ("actual_local", years.actual_local),
        ] {
            check.that(
                value <= MOST_YEARS,
                &format!("/other/minimum_years/values/{name}"),
                ParameterError::YearsOutOfRange,
            );
        }
        let leave = self.other.maternity.values.leave_days;
        for (name, value) in [
            ("first", leave.first),
            ("second", leave.second),
            ("third", leave.third),
        ] {
            check.that(
                value <= MOST_DAYS,
                &format!("/other/maternity/values/leave_days/{name}"),
                ParameterError::DaysOutOfRange,
            );
        }
    }
}
