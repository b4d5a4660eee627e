//! The months of a life in insurance: worked examples.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "support/contributions.rs"]
mod support;

use domain::calendar::Month;
use domain::continuity::Insured;
use domain::contributions::{
    BaseMonth, BasePosition, BaseRule, Contribution, ContributionState, GridFacts, MonthState,
    Requirement, Run, Shares, Why, back_payments, base_runs, counted, fee_years, grid, totals,
};
use domain::identifiers::Sex;
use domain::interval::Interval;
use domain::money::Money;
use domain::settlement::Scheme;
use domain::settlement::parameters::shipped_parameter_sets;
use support::{day, monthly, yearly};

const TODAY: &str = "2026-06-15";

fn month(period: i32) -> Month {
    Month::from_period(period).unwrap()
}

fn insured(scheme: Scheme, from: &str, through: &str) -> Insured {
    let through = (!through.is_empty()).then(|| day(through));
    Insured {
        scheme,
        region: "110000".parse().ok(),
        retired: false,
        days: Interval::new(day(from), through).unwrap(),
    }
}

fn paid(from: i32, through: i32) -> impl Iterator<Item = Contribution> {
    let months = month(from).through(month(through));
    months.map(|month| monthly(month, ContributionState::Paid))
}

fn facts<'a>(periods: &'a [Insured], contributions: &'a [Contribution]) -> GridFacts<'a> {
    GridFacts {
        periods,
        contributions,
        today: day(TODAY),
        died_on: None,
    }
}

/// The stretches of a grid from the oldest month on, as `202601-202605 paid`.
fn told(facts: &GridFacts<'_>) -> Vec<String> {
    let rows = grid(facts);
    Run::of(rows.iter().rev().flat_map(|row| &row.months))
        .into_iter()
        .map(|run| {
            format!(
                "{}-{} {}",
                run.from.period(),
                run.through.period(),
                run.state
            )
        })
        .collect()
}

#[test]
fn an_employee_with_a_gap_an_arrear_and_a_bill() {
    let periods = [
        insured(Scheme::Employee, "2023-03-01", "2024-02-29"),
        insured(Scheme::Employee, "2025-03-01", ""),
    ];
    let mut lines: Vec<Contribution> = paid(202_306, 202_402)
        .chain(paid(202_503, 202_603))
        .collect();
    lines.push(monthly(month(202_604), ContributionState::Billed));
    lines.push(monthly(month(202_606), ContributionState::Billed));
    assert_eq!(
        told(&facts(&periods, &lines)),
        [
            "202301-202302 outside",
            "202303-202305 unrecorded",
            "202306-202402 paid",
            "202403-202502 not_insured",
            "202503-202603 paid",
            "202604-202604 overdue",
            "202605-202605 unrecorded",
            "202606-202606 billed",
            "202607-202612 to_come",
        ]
    );
}

#[test]
fn two_insurances_in_one_year_follow_one_another() {
    let periods = [
        insured(Scheme::Resident, "2024-01-01", "2025-06-30"),
        insured(Scheme::Employee, "2025-07-01", ""),
    ];
    let lines: Vec<Contribution> = [2024, 2025]
        .map(|year| yearly(year, ContributionState::Paid))
        .into_iter()
        .chain(paid(202_507, 202_605))
        .collect();
    let rows = grid(&facts(&periods, &lines));
    let year = rows.iter().find(|row| row.year == 2025).unwrap();
    assert!(
        year.months
            .iter()
            .all(|cell| cell.state == MonthState::Paid && !cell.twice)
    );
    let schemes: Vec<Scheme> = year.months.iter().filter_map(|cell| cell.scheme).collect();
    assert_eq!(schemes[..6], [Scheme::Resident; 6]);
    assert_eq!(schemes[6..], [Scheme::Employee; 6]);
}

#[test]
fn insured_twice_is_noticed_for_whole_months_only() {
    let periods = [
        insured(Scheme::Resident, "2026-01-01", "2026-05-10"),
        insured(Scheme::Employee, "2026-03-15", ""),
    ];
    let rows = grid(&facts(&periods, &[]));
    let twice: Vec<u8> = rows[0]
        .months
        .iter()
        .filter(|cell| cell.twice)
        .map(|cell| cell.month.number())
        .collect();
    assert_eq!(twice, [4]);
}

#[test]
fn a_newborn_a_retiree_and_somebody_who_died() {
    let born = [insured(Scheme::Resident, "2026-05-22", "")];
    let fee = [yearly(2026, ContributionState::Paid)];
    assert_eq!(
        told(&facts(&born, &fee)),
        ["202601-202604 outside", "202605-202612 paid"]
    );
    assert!(told(&facts(&[], &[])).is_empty());

    let retired = [Insured {
        retired: true,
        ..insured(Scheme::Employee, "2025-12-01", "")
    }];
    let without = facts(&retired, &[]);
    assert_eq!(
        told(&without),
        [
            "202501-202511 outside",
            "202512-202606 retired",
            "202607-202612 to_come"
        ]
    );
    let died = GridFacts {
        died_on: Some(day("2026-02-10")),
        ..without
    };
    assert_eq!(
        told(&died),
        [
            "202501-202511 outside",
            "202512-202602 retired",
            "202603-202612 outside"
        ]
    );
    assert!(back_payments(&died).is_empty());
}

#[test]
fn a_fee_paid_ahead_shows_its_year() {
    let periods = [insured(Scheme::Resident, "2025-01-01", "")];
    let lines = [2025, 2026, 2027].map(|year| yearly(year, ContributionState::Paid));
    assert_eq!(told(&facts(&periods, &lines)), ["202501-202712 paid"]);
    let years = fee_years(&lines, &periods, day(TODAY));
    assert_eq!(
        years.iter().map(|one| one.year).collect::<Vec<_>>(),
        [2027, 2026, 2025]
    );
    assert!(years.iter().all(|one| !one.bought_back));
    let missed = [yearly(2023, ContributionState::Paid)];
    assert!(fee_years(&missed, &periods, day(TODAY))[0].bought_back);
}

#[test]
fn what_was_given_back_counts_nowhere() {
    let lines = [
        monthly(month(202_601), ContributionState::Paid),
        monthly(month(202_602), ContributionState::Refunded),
        monthly(month(202_603), ContributionState::WrittenOff),
        monthly(month(202_604), ContributionState::Overdue),
        yearly(2026, ContributionState::RefundRequested),
    ];
    let all = totals(&lines);
    assert_eq!((all.months, all.years.len()), (1, 1));
    assert_eq!(all.paid.person, Money::from_yuan(643));
    assert_eq!(all.paid.subsidy, Money::from_yuan(700));
    assert_eq!(all.owed.total(), Money::from_yuan(1_419));
}

#[test]
fn a_base_lies_at_the_floor_between_or_at_the_ceiling() {
    let sets = shipped_parameter_sets();
    let set = sets.iter().find(|set| set.id == "BJ-2025").unwrap();
    let at = |fen: i64| BaseRule::of(set, Money::from_fen(fen)).position;
    assert_eq!(at(716_199), BasePosition::BelowFloor);
    assert_eq!(at(716_200), BasePosition::AtFloor);
    assert_eq!(at(1_200_000), BasePosition::Between);
    assert_eq!(at(3_581_100), BasePosition::AtCeiling);
    assert_eq!(at(3_581_101), BasePosition::AboveCeiling);
}

#[test]
fn equal_bases_under_one_rule_are_told_together() {
    let sets = shipped_parameter_sets();
    let set = sets.iter().find(|set| set.id == "BJ-2025").unwrap();
    let months = [
        (202_411, 30_000),
        (202_412, 30_000),
        (202_501, 30_000),
        (202_502, 30_000),
        (202_504, 30_000),
    ]
    .map(|(period, yuan)| {
        let base = Money::from_yuan(yuan);
        let in_force = period >= 202_501;
        BaseMonth {
            month: month(period),
            base,
            employed: true,
            shares: Shares::default(),
            rule: in_force.then(|| BaseRule::of(set, base)),
        }
    });
    let runs = base_runs(months.to_vec());
    let told: Vec<(i32, i32, bool)> = runs
        .iter()
        .map(|run| {
            (
                run.first.month.period(),
                run.length(),
                run.first.rule.is_some(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [(202_504, 1, true), (202_501, 2, true), (202_411, 2, false)]
    );
}

#[test]
fn years_count_everywhere_and_ten_of_them_here() {
    let mut periods = [
        insured(Scheme::Employee, "2010-01-01", "2019-12-31"),
        insured(Scheme::Employee, "2020-01-01", ""),
    ];
    periods[0].region = "650100".parse().ok();
    let lines: Vec<Contribution> = paid(202_406, 202_605).collect();
    let facts = facts(&periods, &lines);
    let beijing = "110000".parse().unwrap();
    let found = counted(&facts, |region| region == beijing);
    assert_eq!((found.all.recorded, found.all.unrecorded), (24, 173));
    assert_eq!((found.local.recorded, found.local.unrecorded), (24, 53));
    assert_eq!(found.since, Some(month(202_406)));
    let sets = shipped_parameter_sets();
    let rule = &sets
        .iter()
        .find(|set| set.id == "BJ-2025")
        .unwrap()
        .other
        .minimum_years
        .values;
    let man = Requirement::of(rule, Sex::Male);
    assert_eq!((man.months, man.local_months), (300, 120));
    let missing = man.missing(&found);
    assert_eq!((missing.recorded, missing.at_best), (276, 103));
    let woman = Requirement::of(rule, Sex::Female).missing(&found);
    assert_eq!((woman.recorded, woman.at_best), (216, 43));
}

#[test]
fn months_that_can_be_paid_afterwards() {
    let periods = [
        insured(Scheme::Employee, "2024-01-01", "2024-12-31"),
        insured(Scheme::Employee, "2025-03-01", "2026-03-31"),
    ];
    let mut lines: Vec<Contribution> = paid(202_401, 202_412)
        .chain(paid(202_503, 202_602))
        .collect();
    lines.push(monthly(month(202_603), ContributionState::Billed));
    let found: Vec<_> = back_payments(&facts(&periods, &lines))
        .into_iter()
        .map(|one| {
            (
                one.why,
                one.from.period(),
                one.length(),
                one.until,
                one.price.map(|price| (price.least.fen(), price.most.fen())),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            (
                Why::OpenBreak,
                202_604,
                2,
                Some(day("2026-07-31")),
                Some((48_600, 283_800))
            ),
            (
                Why::Arrears,
                202_603,
                1,
                Some(day("2026-06-30")),
                Some((24_300, 24_300))
            ),
            (Why::PastBreak, 202_501, 2, None, Some((48_600, 283_800))),
        ]
    );
    // Once the months of the break are paid, nothing is left to do about it.
    lines.extend(paid(202_501, 202_502));
    let found = back_payments(&facts(&periods, &lines));
    assert!(found.iter().all(|one| one.why != Why::PastBreak));
}
