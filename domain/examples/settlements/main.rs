//! Random bills with our answers, for an independent computation to compare with, and our times.
//!
//! `settlements write COUNT SEED` writes one JSON object a line: a request of the public JSON, our
//! settlement of it and the accumulators after it. `settlements time COUNT SEED` settles the same
//! bills and writes how many nanoseconds that takes. `scripts/bench-openfisca.sh` uses both.
#![expect(
    clippy::indexing_slicing,
    reason = "a benchmark may stop at the first surprise"
)]

mod bills;
mod numbers;
mod times;
mod write;

use std::error::Error;

use bills::RandomBill;
use numbers::Numbers;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let task = arguments.next().unwrap_or_default();
    let count: usize = arguments.next().ok_or("how many bills?")?.parse()?;
    let seed: u64 = arguments.next().ok_or("which seed?")?.parse()?;
    let mut numbers = Numbers::new(seed);
    let bills: Vec<RandomBill> = (0..count).map(|_| RandomBill::new(&mut numbers)).collect();
    match task.as_str() {
        "write" => write::write(&bills),
        "time" => times::times(&bills),
        _ => Err("write or time?".into()),
    }
}
