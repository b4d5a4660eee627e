//! Lines of contributions for tests.

use chrono::NaiveDate;
use domain::calendar::Month;
use domain::contributions::{Contribution, ContributionKind, ContributionState, Shares};
use domain::money::Money;
use domain::settlement::Scheme;

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn monthly(month: Month, state: ContributionState) -> Contribution {
    Contribution {
        month,
        scheme: Scheme::Employee,
        kind: ContributionKind::Monthly,
        employed: true,
        base: Money::from_yuan(12_000),
        shares: Shares {
            employer: Money::from_yuan(1_176),
            person: Money::from_yuan(243),
            subsidy: Money::ZERO,
            account_credit: Money::from_yuan(240),
        },
        state,
        paid_on: None,
    }
}

pub fn yearly(year: i32, state: ContributionState) -> Contribution {
    Contribution {
        month: Month::new(year, 1).unwrap(),
        scheme: Scheme::Resident,
        kind: ContributionKind::Yearly,
        employed: false,
        base: Money::ZERO,
        shares: Shares {
            person: Money::from_yuan(400),
            subsidy: Money::from_yuan(700),
            ..Shares::default()
        },
        state,
        paid_on: None,
    }
}
