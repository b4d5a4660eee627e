//! What always holds of breaks, waits and cures.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use chrono::{Days, NaiveDate};
use domain::continuity::{
    Cure, Insured, Plight, Price, breaks, buy_backs, cures, resident_waiting_months, unbroken_since,
};
use domain::interval::Interval;
use domain::money::Money;
use domain::settlement::Scheme;
use domain::settlement::parameters::{Waiting, shipped_parameter_sets};
use proptest::prelude::*;

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0..9_000u64).prop_map(|days| NaiveDate::from_ymd_opt(2005, 1, 1).unwrap() + Days::new(days))
}

fn any_periods() -> impl Strategy<Value = Vec<Insured>> {
    let period = (any_day(), 0..2_000u64, any::<bool>(), any::<bool>()).prop_map(
        |(from, length, employee, open)| Insured {
            scheme: if employee {
                Scheme::Employee
            } else {
                Scheme::Resident
            },
            region: None,
            retired: false,
            days: Interval {
                from,
                through: (!open).then(|| from + Days::new(length)),
            },
        },
    );
    proptest::collection::vec(period, 0..6)
}

proptest! {
    /// A day from the first insurance to today is either insured or in exactly one break.
    #[test]
    fn every_day_is_insured_or_in_one_break(periods in any_periods(), today in any_day(), asked in any_day()) {
        let found = breaks(&periods, today);
        let begun = periods.iter().filter(|period| period.days.from <= today);
        let first = begun.map(|period| period.days.from).min();
        let inside = first.is_some_and(|first| first <= asked) && asked <= today;
        let covered = periods.iter().any(|period| period.days.from <= today && period.days.contains(asked));
        let broken = found.iter().filter(|one| one.days.contains(asked)).count();
        prop_assert_eq!(broken, usize::from(inside && !covered));
        prop_assert!(found.iter().skip(1).all(|one| !one.open && one.after.is_some()));
        prop_assert!(found.windows(2).all(|pair| pair[0].days.from > pair[1].days.from));
    }

    /// Nobody is insured without a break since before their first period, nor after the day.
    #[test]
    fn the_unbroken_time_begins_with_a_period(periods in any_periods(), today in any_day()) {
        if let Some(since) = unbroken_since(&periods, today) {
            prop_assert!(since <= today);
            prop_assert!(periods.iter().any(|period| period.days.from == since));
        }
    }

    /// More missed years never shorten a wait, more years bought back never lengthen it, and the
    /// last step offered is as short as buying back everything.
    #[test]
    fn waiting_is_monotone(fixed in 0..6u16, free in 0..2u16, least in 0..12u16, missed in 0..30u16, already in 0..5u16) {
        let rule = Waiting { fixed_months: fixed, free_years: free, least_after_four_years: least };
        let months = resident_waiting_months;
        prop_assert!(months(&rule, missed, already) <= months(&rule, missed + 1, already));
        prop_assert!(months(&rule, missed, already + 1) <= months(&rule, missed, already));
        let fee = Price { least: Money::from_yuan(400), most: Money::from_yuan(400) };
        let steps = buy_backs(&rule, missed, already, fee);
        if let Some(last) = steps.last() {
            prop_assert_eq!(last.months, months(&rule, missed, already + missed));
            prop_assert!(steps.windows(2).all(|pair| pair[1].months <= pair[0].months && pair[1].price > pair[0].price));
            prop_assert!(last.months < steps[0].months);
        } else {
            prop_assert_eq!(months(&rule, missed, already), months(&rule, missed, already + missed));
        }
    }

    /// Whoever is without insurance has something to do, the soonest first, nothing in the past.
    #[test]
    fn there_is_always_a_cure(periods in any_periods(), today in any_day(), age in 0..100u16, hardship in any::<bool>()) {
        let found = breaks(&periods, today);
        let gap = found.first().filter(|gap| gap.open);
        prop_assume!(gap.is_some() || periods.is_empty());
        let sets = shipped_parameter_sets();
        let other = &sets.iter().find(|set| set.id == "CD-2025").unwrap().other;
        let plight = Plight { gap, today, age, hardship, bought_back: 0, monthly: None, other };
        let ways: Vec<Cure> = cures(&plight);
        prop_assert!(ways.len() >= 2);
        prop_assert!(ways.iter().all(|cure| cure.begins >= today && cure.until.is_none_or(|until| until >= today)));
        prop_assert!(ways.windows(2).all(|pair| pair[0].begins <= pair[1].begins));
    }
}
