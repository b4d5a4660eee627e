//! The benchmarks of the product: figures and ratios against named peers, measured in one run.
//!
//! `cargo bench -p tests` prints the table and writes it to `target/bench/report.md`.
#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::float_arithmetic,
    reason = "a benchmark reads the clock, may stop at the first surprise and prints"
)]

mod bare;
mod engine;
mod memory;
mod pages;
mod report;
mod wrk;

use report::Report;
use tests::database::on_each;
use tokio::sync::Mutex;

/// Pages and peers have the allocator that the product ships with.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How many synthetic people the pages are measured among.
const PEOPLE: u64 = 1_000;

fn main() {
    // `cargo test --benches` and `cargo bench -- --list` only want to know that it runs.
    if std::env::args().any(|argument| argument == "--list" || argument == "--test") {
        return;
    }
    let mut report = Report::new();
    engine::measure(&mut report);
    let report = Mutex::new(report);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(on_each(|made| pages::measure(&report, made)));
    let mut report = report.into_inner();
    memory::measure(&mut report);
    report.finish();
}
