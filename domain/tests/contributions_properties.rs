//! What always holds of the months of a life in insurance.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "support/contributions.rs"]
mod support;

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use domain::calendar::Month;
use domain::continuity::Insured;
use domain::contributions::{
    Contribution, ContributionKind, ContributionState, GridFacts, MonthState, Requirement, Run,
    Shares, Why, back_payments, counted, grid, totals,
};
use domain::interval::Interval;
use domain::money::Money;
use domain::settlement::Scheme;
use proptest::prelude::*;
use proptest::sample::select;
use support::{day, monthly, yearly};

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0..9_000u64).prop_map(|days| day("2004-01-01") + Days::new(days))
}

fn any_periods() -> impl Strategy<Value = Vec<Insured>> {
    let period = (
        any_day(),
        0..3_000u64,
        any::<bool>(),
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(|(from, length, employee, open, retired)| Insured {
            scheme: if employee {
                Scheme::Employee
            } else {
                Scheme::Resident
            },
            region: "110000".parse().ok().filter(|_| length % 3 > 0),
            retired: retired && employee,
            days: Interval {
                from,
                through: (!open).then(|| from + Days::new(length)),
            },
        });
    proptest::collection::vec(period, 0..5)
}

fn any_lines() -> impl Strategy<Value = Vec<Contribution>> {
    let line = (
        2004..2027i32,
        1..=12u8,
        select(ContributionState::ALL),
        any::<bool>(),
        0..90_000i64,
    )
        .prop_map(|(year, number, state, by_month, fen)| {
            let line = if by_month {
                monthly(Month::new(year, number).unwrap(), state)
            } else {
                yearly(year, state)
            };
            let person = Money::from_fen(fen);
            Contribution {
                shares: Shares {
                    person,
                    ..line.shares
                },
                ..line
            }
        });
    // The store holds one line for a month, scheme and kind.
    proptest::collection::vec(line, 0..60).prop_map(|mut lines| {
        let mut seen = BTreeSet::new();
        lines.retain(|line| seen.insert((line.month, line.kind)));
        lines
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Twelve months a year, without a hole, each in one state that fits what is on record.
    #[test]
    fn every_month_is_in_the_one_state_that_fits(periods in any_periods(), lines in any_lines(), today in any_day(), died in any::<bool>()) {
        let died_on = died.then(|| today - Days::new(100));
        let facts = GridFacts { periods: &periods, contributions: &lines, today, died_on };
        let rows = grid(&facts);
        prop_assert_eq!(rows.is_empty(), periods.is_empty() && lines.is_empty());
        let cells: Vec<_> = rows.iter().rev().flat_map(|row| &row.months).collect();
        prop_assert_eq!(cells.len(), rows.len() * 12);
        prop_assert!(cells.windows(2).all(|pair| pair[1].month == pair[0].month.plus(1)));
        let this_month = Month::of(today);
        for cell in &cells {
            let line = lines.iter().find(|line| line.month == cell.month && line.kind == ContributionKind::Monthly);
            let fee = lines.iter().find(|line| line.month.year() == cell.month.year() && line.kind == ContributionKind::Yearly);
            let within = periods.iter().any(|period| cell.month.touches(&period.days));
            let resident = periods.iter().any(|period| period.scheme == Scheme::Resident && cell.month.touches(&period.days));
            let gone = died_on.is_some_and(|day| cell.month > Month::of(day));
            let state = cell.state;
            match line.or(fee.filter(|_| resident && !gone)) {
                Some(line) => prop_assert_eq!(state, MonthState::of(line, this_month)),
                None if gone => prop_assert_eq!(state, MonthState::Outside),
                None if cell.month > this_month => prop_assert_eq!(state, MonthState::ToCome),
                None if within => {
                    let insured = [MonthState::Retired, MonthState::Unrecorded, MonthState::ToCome];
                    prop_assert!(insured.contains(&state), "{}", state);
                    prop_assert!(state != MonthState::ToCome || cell.month == this_month);
                }
                None => prop_assert!(matches!(state, MonthState::NotInsured | MonthState::Outside), "{}", state),
            }
        }
        // The stretches tell the same months again, each once.
        let runs = Run::of(cells.iter().copied());
        prop_assert_eq!(runs.iter().map(|run| usize::try_from(run.length()).unwrap()).sum::<usize>(), cells.len());
        prop_assert!(runs.windows(2).all(|pair| pair[0].state != pair[1].state));
    }

    /// The years add up to the whole, and the whole is the sum of what is paid.
    #[test]
    fn totals_are_sums(lines in any_lines()) {
        let all = totals(&lines);
        let add = |one: Shares, other: Shares| one.plus(&other);
        let by_year = all.years.iter().map(|year| year.paid).fold(Shares::default(), add);
        let by_line = lines.iter().filter(|line| line.is_paid()).map(|line| line.shares).fold(Shares::default(), add);
        let owed = lines.iter().filter(|line| line.is_owed()).map(|line| line.shares).fold(Shares::default(), add);
        prop_assert_eq!(all.paid, by_year);
        prop_assert_eq!(all.paid, by_line);
        prop_assert_eq!(all.owed, owed);
        prop_assert_eq!(all.months, all.years.iter().map(|year| year.months).sum::<u16>());
        prop_assert!(all.years.windows(2).all(|pair| pair[0].year > pair[1].year));
    }

    /// What counts for retirement are paid months of the grid and unrecorded ones, no more.
    #[test]
    fn counting_agrees_with_the_grid(periods in any_periods(), lines in any_lines(), today in any_day()) {
        let facts = GridFacts { periods: &periods, contributions: &lines, today, died_on: None };
        let beijing = "110000".parse().unwrap();
        let found = counted(&facts, |region| region == beijing);
        let paid = lines.iter().filter(|line| line.kind == ContributionKind::Monthly && line.is_paid()).count();
        prop_assert_eq!(usize::try_from(found.all.recorded).unwrap(), paid);
        let rows = grid(&facts);
        let months = rows.iter().flat_map(|row| &row.months);
        let unrecorded = months.filter(|cell| cell.state == MonthState::Unrecorded && cell.scheme == Some(Scheme::Employee)).count();
        prop_assert!(usize::try_from(found.all.unrecorded).unwrap() >= unrecorded);
        prop_assert!(found.local.recorded <= found.all.recorded);
        prop_assert!(found.local.unrecorded <= found.all.unrecorded);
        let need = Requirement { months: 300, local_months: 120 };
        let missing = need.missing(&found);
        prop_assert!(0 <= missing.at_best && missing.at_best <= missing.recorded && missing.recorded <= 300);
    }

    /// What can be paid afterwards is not paid yet and lies before today's month.
    #[test]
    fn only_unpaid_months_of_the_past_are_paid_afterwards(periods in any_periods(), lines in any_lines(), today in any_day()) {
        let facts = GridFacts { periods: &periods, contributions: &lines, today, died_on: None };
        for one in back_payments(&facts) {
            prop_assert!(one.length() >= 1);
            prop_assert!(one.until.is_none_or(|until| until >= today));
            if one.why == Why::OpenBreak {
                prop_assert!(one.through < Month::of(today));
                prop_assert!(one.length() <= 3 && one.until.is_some());
            }
        }
    }
}
