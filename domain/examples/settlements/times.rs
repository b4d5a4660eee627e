//! How long our engine takes, in nanoseconds, on one core.

use std::error::Error;
use std::hint::black_box;
use std::io::Write;
use std::time::Instant;

use domain::estimate::estimate;
use domain::explain::explain;
use domain::language::Language;
use domain::settlement::parameters::shipped_parameter_sets;
use domain::settlement::{Bill, NoTrace, Trace, settle};
use serde_json::{Value, json};

use crate::bills::RandomBill;
use crate::numbers::Numbers;

/// How many bills are settled one by one, and how often.
const SINGLE: usize = 1_000;
const AGAIN: u32 = 50;
/// How often all bills are settled.
const ROUNDS: usize = 3;
/// Of how many long bills the slowest counts, and how long they are.
const LONG_BILLS: usize = 60;
const LONG: u32 = 200;

/// Measures and writes one JSON object.
pub(crate) fn times(bills: &[RandomBill]) -> Result<(), Box<dyn Error>> {
    let mut numbers = Numbers::new(200);
    let long: Vec<RandomBill> = (0..LONG_BILLS)
        .map(|_| RandomBill::with_lines(&mut numbers, LONG))
        .collect();
    let single: Vec<&RandomBill> = bills
        .iter()
        .filter(|bill| !bill.bill().lines.is_empty())
        .take(SINGLE)
        .collect();
    let long: Vec<&RandomBill> = long.iter().collect();
    let all: Vec<(&RandomBill, Bill<'_>)> = bills.iter().map(|bill| (bill, bill.bill())).collect();

    for bill in single.iter().chain(&long) {
        let answer = estimate(
            &bill.request(),
            shipped_parameter_sets(),
            bill.day,
            Language::Zh,
        );
        answer.map_err(|errors| format!("{errors:?}"))?;
    }

    let found = json!({
        "one": in_turn(&single, |bill| {
            black_box(settle(bill.set, black_box(&bill.bill()), &mut NoTrace).is_ok());
        }),
        "one_traced": in_turn(&single, traced),
        "one_json": median(&answered_each(&single)),
        "all": median(&rounds(|| {
            for (bill, as_taken) in &all {
                black_box(settle(bill.set, black_box(as_taken), &mut NoTrace).is_ok());
            }
        })),
        "all_traced": median(&rounds(|| {
            for (bill, _) in &all {
                traced(bill);
            }
        })),
        "trace_200": long.iter().map(|bill| repeated(|| told(bill))).max(),
        "trace_200_json": answered_each(&long).into_iter().max(),
    });
    writeln!(std::io::stdout(), "{found}")?;
    Ok(())
}

/// A settlement with a trace of its own, as a caller who keeps it would have.
fn traced(bill: &RandomBill) {
    let mut trace = Trace::new();
    black_box(settle(bill.set, black_box(&bill.bill()), &mut trace).is_ok());
    black_box(&trace);
}

/// The same, and every step as a sentence in both languages.
fn told(bill: &RandomBill) {
    let mut trace = Trace::new();
    black_box(settle(bill.set, black_box(&bill.bill()), &mut trace).is_ok());
    for language in [Language::Zh, Language::En] {
        black_box(explain(&trace, bill.set, language));
    }
}

/// The time of each bill from the text of its request to the text of its answer.
fn answered_each(bills: &[&RandomBill]) -> Vec<u64> {
    bills
        .iter()
        .map(|bill| {
            let text = bill.request().to_string();
            repeated(|| answered(bill, &text))
        })
        .collect()
}

/// From the text of a request to the text of an answer.
fn answered(bill: &RandomBill, text: &str) {
    let request: Value = serde_json::from_str(black_box(text)).unwrap_or_default();
    let answer = estimate(&request, shipped_parameter_sets(), bill.day, Language::Zh);
    black_box(answer.map(|answer| serde_json::to_string(&answer)).is_ok());
}

/// The time of one bill when many different ones follow each other.
fn in_turn(bills: &[&RandomBill], work: impl Fn(&RandomBill)) -> Option<u64> {
    let rounds: Vec<u64> = (0..AGAIN)
        .map(|_| {
            let begin = Instant::now();
            for bill in bills {
                work(bill);
            }
            nanoseconds(begin) / bills.len() as u64
        })
        .collect();
    median(&rounds)
}

/// The mean time of the same work again and again.
fn repeated(work: impl Fn()) -> u64 {
    work();
    let begin = Instant::now();
    for _ in 0..AGAIN {
        work();
    }
    nanoseconds(begin) / u64::from(AGAIN)
}

fn rounds(work: impl Fn()) -> Vec<u64> {
    (0..ROUNDS)
        .map(|_| {
            let begin = Instant::now();
            work();
            nanoseconds(begin)
        })
        .collect()
}

fn nanoseconds(begin: Instant) -> u64 {
    u64::try_from(begin.elapsed().as_nanos()).unwrap_or(u64::MAX)
}

fn median(times: &[u64]) -> Option<u64> {
    let mut times = times.to_vec();
    times.sort_unstable();
    times.get(times.len() / 2).copied()
}
