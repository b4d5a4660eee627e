//! Settlements a second on one core: bills of ten lines, without and with a structured trace.

#![expect(
    clippy::print_stdout,
    clippy::float_arithmetic,
    reason = "a benchmark reads the clock, divides and prints"
)]

#[path = "support/numbers.rs"]
mod numbers;

use std::hint::black_box;
use std::time::{Duration, Instant};

use domain::money::{BasisPoints, Money};
use domain::settlement::parameters::shipped_parameter_sets;
use domain::settlement::{
    Accumulators, Bill, Category, ItemClass, Level, LineItem, NoTrace, PersonFacts, Remote, Scheme,
    Trace, TraceSink, Visit, VisitKind, settle,
};
use numbers::Numbers;

const BILLS: usize = 1_024;
const LINES: usize = 10;
const RUN: Duration = Duration::from_secs(2);

fn line(numbers: &mut Numbers) -> LineItem {
    LineItem {
        amount: numbers.money(3_000_000),
        class: numbers.one_of(ItemClass::ALL, ItemClass::A),
        self_pay_first: numbers.one_of(
            &[500, 1_000, 1_500, 2_000].map(BasisPoints::new),
            BasisPoints::ZERO,
        ),
        over_ceiling: Money::ZERO,
    }
}

fn bill<'a>(numbers: &mut Numbers, lines: &'a [LineItem]) -> Bill<'a> {
    let poor = numbers.below(4) == 0;
    Bill {
        scheme: numbers.one_of(Scheme::ALL, Scheme::Resident),
        person: PersonFacts {
            retired: numbers.below(3) == 0,
            age: u16::try_from(numbers.below(100)).unwrap_or_default(),
            category: poor.then(|| numbers.one_of(Category::ALL, Category::Subsistence)),
            account_balance: numbers.money(500_000),
            family_balance: Money::ZERO,
        },
        visit: Visit {
            kind: numbers.one_of(&VisitKind::PUBLIC, VisitKind::Inpatient),
            disease: None,
            level: numbers.one_of(Level::ALL, Level::L3),
            admission: 1 + u32::try_from(numbers.below(4)).unwrap_or_default(),
            remote: numbers.one_of(Remote::ALL, Remote::Local),
        },
        lines,
        before: Accumulators {
            pool_paid: numbers.money(12_000_000),
            catastrophic_base: numbers.money(4_000_000),
            outpatient_paid: numbers.money(150_000),
            ..Accumulators::ZERO
        },
    }
}

fn measure<T: TraceSink>(name: &str, bills: &[Bill<'_>], trace: &mut T, fresh: impl Fn(&mut T)) {
    let sets = shipped_parameter_sets();
    let start = Instant::now();
    let mut count = 0u64;
    let mut sum = Money::ZERO;
    while start.elapsed() < RUN {
        for (bill, set) in bills.iter().zip(sets.iter().cycle()) {
            fresh(trace);
            if let Ok(settled) = settle(set, black_box(bill), trace) {
                sum += settled.settlement.cash_paid;
                count += 1;
            }
        }
    }
    black_box(sum);
    println!(
        "{name}: {:.0} settlements/s",
        count as f64 / start.elapsed().as_secs_f64()
    );
}

fn main() {
    let mut numbers = Numbers(2_025);
    let lines: Vec<LineItem> = (0..BILLS * LINES).map(|_| line(&mut numbers)).collect();
    let bills: Vec<Bill<'_>> = lines
        .chunks(LINES)
        .map(|lines| bill(&mut numbers, lines))
        .collect();
    measure("without trace", &bills, &mut NoTrace, |_| {});
    // A trace of its own for each settlement, as a caller who keeps it would have.
    measure(
        "with structured trace",
        &bills,
        &mut Trace::new(),
        |trace| *trace = Trace::new(),
    );
}
