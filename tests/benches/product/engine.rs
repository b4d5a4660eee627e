//! How many settlements of ten lines the engine makes a second on one core.

use std::hint::black_box;
use std::time::{Duration, Instant};

use domain::money::{BasisPoints, Money};
use domain::settlement::parameters::shipped_parameter_sets;
use domain::settlement::{
    Accumulators, Bill, ItemClass, Level, LineItem, NoTrace, PersonFacts, Remote, Scheme, Trace,
    Visit, VisitKind, settle,
};

use crate::report::{Report, Row};

const ROUNDS: usize = 5;
const ROUND: Duration = Duration::from_millis(600);

/// Adds the engine's rows.
pub(crate) fn measure(report: &mut Report) {
    let sets = shipped_parameter_sets();
    let lines = lines();
    let bills: Vec<Bill<'_>> = (0..64).map(|number| bill(number, &lines)).collect();
    let mut without = Vec::new();
    let mut with = Vec::new();
    for _ in 0..ROUNDS {
        without.push(rate(|turn| {
            let (set, bill) = (&sets[turn % sets.len()], &bills[turn % bills.len()]);
            black_box(settle(set, black_box(bill), &mut NoTrace).is_ok());
        }));
        with.push(rate(|turn| {
            let (set, bill) = (&sets[turn % sets.len()], &bills[turn % bills.len()]);
            let mut trace = Trace::new();
            black_box(settle(set, black_box(bill), &mut trace).is_ok());
            black_box(&trace);
        }));
    }
    let (without, with) = (median(without), median(with));
    report.add_alone(
        "settlements of 10 lines, one core, no trace",
        format!("{:.2} million/s", without / 1e6),
        "≥ 1.0 million/s",
        without >= 1e6,
    );
    report.add(Row {
        what: "the same with the structured trace".to_owned(),
        result: format!("{:.2} million/s", with / 1e6),
        peer: "the engine without trace".to_owned(),
        ratio: format!("{:.2}", with / without),
        aim: "≥ 0.3 million/s",
        reached: with >= 3e5,
    });
}

fn rate(mut once: impl FnMut(usize)) -> f64 {
    let begin = Instant::now();
    let mut turns = 0_usize;
    while begin.elapsed() < ROUND {
        for _ in 0..256 {
            once(turns);
            turns += 1;
        }
    }
    turns as f64 / begin.elapsed().as_secs_f64()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn lines() -> Vec<LineItem> {
    (0..10)
        .map(|number| LineItem {
            amount: Money::from_fen(80_000 + 13_337 * number),
            class: [ItemClass::A, ItemClass::B, ItemClass::B, ItemClass::C]
                [usize::try_from(number % 4).expect("small")],
            self_pay_first: BasisPoints::new(1000),
            over_ceiling: Money::from_fen(if number % 5 == 0 { 500 } else { 0 }),
        })
        .collect()
}

fn bill(number: u32, lines: &[LineItem]) -> Bill<'_> {
    Bill {
        scheme: if number.is_multiple_of(3) {
            Scheme::Resident
        } else {
            Scheme::Employee
        },
        person: PersonFacts {
            retired: number.is_multiple_of(4),
            age: 30 + u16::try_from(number % 60).expect("small"),
            category: None,
            account_balance: Money::from_fen(50_000),
            family_balance: Money::ZERO,
        },
        visit: Visit {
            kind: if number.is_multiple_of(2) {
                VisitKind::Inpatient
            } else {
                VisitKind::Outpatient
            },
            disease: None,
            level: Level::ALL[usize::try_from(number).expect("small") % Level::ALL.len()],
            admission: 1 + number % 3,
            remote: Remote::Local,
        },
        lines,
        before: Accumulators::ZERO,
    }
}
