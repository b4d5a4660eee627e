//! Breaks, what they cost, what cures them and the reward for none: worked examples.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use chrono::NaiveDate;
use domain::continuity::{
    Break, Collection, How, IncentiveFacts, Insured, Lapse, NoWait, Plight, Price, Return, Wait,
    breaks, buy_backs, cheapest, cures, newborn_until, repairable_until, reward, wait,
};
use domain::interval::Interval;
use domain::money::{BasisPoints, Money};
use domain::settlement::Scheme;
use domain::settlement::parameters::{Incentive, Other, Window, shipped_parameter_sets};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn insured(scheme: Scheme, from: &str, through: &str) -> Insured {
    let through = (!through.is_empty()).then(|| day(through));
    Insured {
        scheme,
        region: "330100".parse().ok(),
        retired: false,
        days: Interval::new(day(from), through).unwrap(),
    }
}

fn rules(set: &str) -> &'static Other {
    let sets = shipped_parameter_sets();
    &sets.iter().find(|one| one.id == set).unwrap().other
}

/// A resident until the end of `last`, without insurance since.
fn resident_until(last: i32, today: &str) -> Break {
    let period = insured(Scheme::Resident, "2010-01-01", &format!("{last}-12-31"));
    breaks(&[period], day(today)).first().copied().unwrap()
}

fn plight<'a>(gap: Option<&'a Break>, today: &str, set: &str) -> Plight<'a> {
    Plight {
        gap,
        today: day(today),
        age: 41,
        hardship: false,
        bought_back: 0,
        monthly: Some(Price {
            least: Money::from_yuan(100),
            most: Money::from_yuan(500),
        }),
        other: rules(set),
    }
}

#[test]
fn the_worked_examples_of_waiting() {
    let rule = &rules("HZ-2025").waiting.values;
    // Missed years, bought back, months: 1 → 3, 2 → 4, 3 → 5, 5 → 7, 5 with 4 bought back → 6.
    for (missed, bought_back, months) in [
        (1, 0, 3),
        (2, 0, 4),
        (3, 0, 5),
        (5, 0, 7),
        (5, 4, 6),
        (5, 1, 6),
    ] {
        let gap = resident_until(2025 - i32::from(missed), "2026-01-01");
        assert_eq!(gap.missed_years(), missed);
        let back = Return {
            from: &gap,
            to: Scheme::Resident,
            on: day("2026-01-01"),
            bought_back,
            hardship: false,
        };
        assert_eq!(
            wait(rule, &back),
            Wait::Months(months),
            "{missed} {bought_back}"
        );
    }
}

#[test]
fn buying_back_stops_where_it_shortens_nothing() {
    let rule = &rules("HZ-2025").waiting.values;
    let fee = Price {
        least: Money::from_yuan(600),
        most: Money::from_yuan(600),
    };
    let steps = |missed, already| -> Vec<(u16, u16, i64)> {
        buy_backs(rule, missed, already, fee)
            .into_iter()
            .map(|step| (step.years, step.months, step.price.least.fen() / 100))
            .collect()
    };
    assert_eq!(steps(1, 0), []);
    assert_eq!(steps(2, 0), [(0, 4, 0), (1, 3, 600)]);
    assert_eq!(steps(3, 0), [(0, 5, 0), (1, 4, 600), (2, 3, 1_200)]);
    // Four years or more never wait less than six months, so the second year buys nothing.
    assert_eq!(steps(5, 0), [(0, 7, 0), (1, 6, 600)]);
    assert_eq!(steps(3, 1), [(0, 4, 0), (1, 3, 600)]);
}

#[test]
fn a_short_break_of_an_employee_is_paid_back() {
    let period = insured(Scheme::Employee, "2020-01-01", "2026-03-31");
    let gap = breaks(&[period], day("2026-06-15"))[0];
    assert_eq!(
        (gap.months(), gap.lapse(), gap.open),
        (2, Lapse::Repairable, true)
    );
    assert_eq!(repairable_until(gap.days.from), Some(day("2026-07-31")));
    let found = cures(&plight(Some(&gap), "2026-06-15", "HZ-2025"));
    let first = found[0];
    let (from, through) = match first.how {
        How::PayBack(Some(months)) => months,
        other => panic!("{other:?}"),
    };
    assert_eq!((from.period(), through.period()), (202_604, 202_605));
    assert_eq!(first.wait, Wait::None(NoWait::PaidBack));
    assert_eq!(first.until, Some(day("2026-07-31")));
    let price = first.price.unwrap();
    assert_eq!(
        (price.least, price.most),
        (Money::from_yuan(200), Money::from_yuan(1_000))
    );
    assert_eq!(
        cheapest(&found),
        None,
        "600 yuan are less or more, as an employer pays its share or none does"
    );
    let alone = Plight {
        monthly: Some(Price::fixed(Money::from_yuan(500))),
        ..plight(Some(&gap), "2026-06-15", "HZ-2025")
    };
    let found = cures(&alone);
    assert_eq!(cheapest(&found).map(|cure| cure.how), Some(How::JoinNow(0)));
    let poor = Plight {
        monthly: Some(Price::fixed(Money::from_yuan(200))),
        ..alone
    };
    assert!(cheapest(&cures(&poor)).is_some_and(|cure| cure.keeps_employment()));
    let found = cures(&plight(Some(&gap), "2026-04-10", "HZ-2025"));
    assert_eq!((found[0].how, found[0].price), (How::PayBack(None), None));
    let found = cures(&plight(Some(&gap), "2026-06-15", "HZ-2025"));
    let change = found[1];
    assert_eq!(change.how, How::JoinNow(0));
    assert_eq!(change.wait, Wait::None(NoWait::ChangedScheme));
    assert_eq!(change.until, Some(day("2026-07-31")));
}

#[test]
fn a_long_break_of_an_employee_waits_and_resident_insurance_may_be_sooner() {
    let period = insured(Scheme::Employee, "2020-01-01", "2026-01-31");
    let gap = breaks(&[period], day("2026-06-15"))[0];
    assert_eq!(gap.lapse(), Lapse::Broken);
    let found = cures(&plight(Some(&gap), "2026-06-15", "HZ-2025"));
    let told: Vec<(How, Wait, NaiveDate)> = found
        .iter()
        .map(|cure| (cure.how, cure.wait, cure.begins))
        .collect();
    let collection = Collection {
        days: Interval::new(day("2026-09-01"), Some(day("2026-12-31"))).unwrap(),
        year: 2027,
    };
    assert_eq!(
        told,
        [
            (How::JoinNow(0), Wait::Months(3), day("2026-09-15")),
            (How::Resume, Wait::AtMost(6), day("2026-12-15")),
            (How::JoinIn(collection), Wait::Months(3), day("2027-04-01")),
        ]
    );
}

#[test]
fn a_resident_who_missed_five_years_is_shown_what_each_way_costs() {
    let gap = resident_until(2020, "2026-06-15");
    let plight = plight(Some(&gap), "2026-06-15", "HZ-2025");
    let found = cures(&plight);
    let told: Vec<(How, u16, i64)> = found
        .iter()
        .map(|cure| {
            (
                cure.how,
                cure.wait.longest(),
                cure.price.unwrap().least.fen() / 100,
            )
        })
        .collect();
    assert_eq!(told[0], (How::JoinNow(1), 6, 1_200));
    // Seven months from June reach into the next year, whose fee is due too.
    assert_eq!(told[1], (How::JoinNow(0), 7, 1_200));
    assert_eq!((found[0].fees, found[1].fees), (1, 2));
    assert!(matches!(told[2], (How::JoinIn(_), 8, 600)));
    assert_eq!(cheapest(&found).map(|cure| cure.how), Some(told[2].0));
    assert_eq!(plight.a_year_later(), Some((2028, Wait::Months(9))));
    assert_eq!(plight.buy_backs().len(), 2);
}

#[test]
fn hardship_and_first_enrolment_in_time_do_not_wait() {
    let gap = resident_until(2020, "2026-06-15");
    let poor = Plight {
        hardship: true,
        ..plight(Some(&gap), "2026-06-15", "CD-2025")
    };
    let first = cures(&poor)[0];
    assert_eq!(first.wait, Wait::None(NoWait::Hardship));
    assert_eq!(first.begins, day("2026-06-15"));
    // Chengdu: a tier of one's own choice.
    let price = first.price.unwrap();
    assert_eq!((price.least.fen(), price.most.fen()), (40_000, 51_000));
    assert!(poor.buy_backs().is_empty());

    let found = cures(&plight(None, "2026-10-15", "HZ-2025"));
    assert_eq!(found[0].wait, Wait::None(NoWait::InTime));
    assert_eq!(
        (found[0].begins, found[0].until),
        (day("2027-01-01"), Some(day("2026-12-31")))
    );
    assert_eq!(found[1].how, How::JoinNow(0));
    assert_eq!(found[1].begins, day("2027-01-15"));
}

#[test]
fn a_newborn_has_ninety_days_the_first_included() {
    assert_eq!(newborn_until(day("2026-06-01")), day("2026-08-29"));
}

#[test]
fn a_change_of_scheme_within_three_months_costs_nothing_after_two_years() {
    let rule = &rules("BJ-2025").waiting.values;
    let change = |since: &str, to: Scheme, from: Scheme| {
        let period = insured(from, since, "2026-01-31");
        let next = insured(to, "2026-03-01", "");
        let gap = breaks(&[period, next], day("2026-06-15"))[0];
        assert_eq!(gap.lapse(), Lapse::Switched);
        let on = gap.days.day_after().unwrap();
        let back = Return {
            from: &gap,
            to,
            on,
            bought_back: 0,
            hardship: false,
        };
        wait(rule, &back)
    };
    use Scheme::{Employee, Resident};
    assert_eq!(
        change("2023-01-01", Employee, Resident),
        Wait::None(NoWait::ChangedScheme)
    );
    assert_eq!(change("2025-01-01", Employee, Resident), Wait::AtMost(6));
    assert_eq!(
        change("2025-01-01", Resident, Employee),
        Wait::None(NoWait::ChangedScheme)
    );
}

#[test]
fn a_resident_who_comes_back_late_waits_even_after_a_short_break() {
    let periods = [
        insured(Scheme::Resident, "2020-01-01", "2025-12-31"),
        insured(Scheme::Resident, "2026-02-10", ""),
    ];
    let gap = breaks(&periods, day("2026-06-15"))[0];
    assert_eq!(
        (gap.lapse(), gap.months(), gap.open),
        (Lapse::Broken, 1, false)
    );
    let back = Return {
        from: &gap,
        to: Scheme::Resident,
        on: day("2026-02-10"),
        bought_back: 0,
        hardship: false,
    };
    assert_eq!(
        wait(&rules("CD-2025").waiting.values, &back),
        Wait::Months(3)
    );
}

#[test]
fn a_collection_may_run_over_new_year() {
    let window = Window {
        from: "10-01".parse().unwrap(),
        through: "02-28".parse().unwrap(),
    };
    let next = |today: &str| {
        let collection = Collection::next(&window, day(today)).unwrap();
        let open = collection.is_open(day(today));
        (collection.days.from.to_string(), collection.year, open)
    };
    assert_eq!(next("2026-01-15"), ("2025-10-01".to_owned(), 2026, true));
    assert_eq!(next("2026-03-01"), ("2026-10-01".to_owned(), 2027, false));
    assert_eq!(next("2026-12-31"), ("2026-10-01".to_owned(), 2027, true));
}

fn incentive() -> Incentive {
    Incentive {
        continuous_step: Money::from_yuan(1_000),
        zero_claim_step: Money::from_yuan(1_000),
        most_of_cap: BasisPoints::new(2_000),
    }
}

fn reward_of(insured: &[i32], claimed: &[i32], used_in: Option<i32>, year: i32) -> (u16, i64, i64) {
    let facts = IncentiveFacts {
        insured,
        claimed,
        used_in,
        year,
    };
    let found = reward(&incentive(), Money::from_yuan(400_000), &facts);
    let next = found.next.map_or(0, |(year, _)| i64::from(year));
    (found.continuous_years, found.added.fen() / 100, next)
}

#[test]
fn the_fifth_year_is_the_first_that_adds() {
    let since = |first: i32, last: i32| (first..=last).collect::<Vec<i32>>();
    // Every year has a claim, so that continuity alone counts.
    let claims = since(2000, 2040);
    assert_eq!(
        reward_of(&since(2024, 2026), &claims, None, 2026),
        (3, 0, 2028)
    );
    assert_eq!(
        reward_of(&since(2023, 2026), &claims, None, 2026),
        (4, 0, 2027)
    );
    assert_eq!(
        reward_of(&since(2022, 2026), &claims, None, 2026),
        (5, 1_000, 2027)
    );
    // The rule is of 2025: earlier years count towards the four but add nothing themselves.
    assert_eq!(
        reward_of(&since(2010, 2026), &claims, None, 2026),
        (17, 2_000, 2027)
    );
    assert_eq!(
        reward_of(&since(2010, 2023), &claims, None, 2023),
        (14, 0, 2025)
    );
    // A missed year starts the count anew.
    let broken: Vec<i32> = since(2010, 2026)
        .into_iter()
        .filter(|year| *year != 2024)
        .collect();
    assert_eq!(reward_of(&broken, &claims, None, 2026), (2, 0, 2029));
    assert_eq!(reward_of(&[], &claims, None, 2026).0, 0);
}

#[test]
fn a_year_without_a_claim_adds_in_the_next_and_is_gone_once_used() {
    let years: Vec<i32> = (2025..=2028).collect();
    assert_eq!(reward_of(&years, &[], None, 2028).1, 3_000);
    assert_eq!(reward_of(&years, &[2026], None, 2028).1, 2_000);
    assert_eq!(reward_of(&years, &[2026], Some(2026), 2028).1, 1_000);
    assert_eq!(reward_of(&years, &[], None, 2025).1, 0);
}

#[test]
fn the_reward_has_a_ceiling() {
    let years: Vec<i32> = (1990..=2090).collect();
    let facts = IncentiveFacts {
        insured: &years,
        claimed: &[],
        used_in: None,
        year: 2090,
    };
    let found = reward(&incentive(), Money::from_yuan(400_000), &facts);
    assert_eq!((found.added, found.next), (Money::from_yuan(80_000), None));
}
