//! The measure of scale: what the pages of a resident cost among a million people, against what
//! they cost among ten thousand, on both databases; and how fast a draft of parameters is tried on
//! a million settlements.
//!
//! `make bench-scale` prints the table and writes it to `target/bench/scale.md`; it fails when an
//! aim is missed. The people are made once and stay in `target/bench/scale`. `SCALE_PEOPLE` names
//! another number than a million, to try the measure itself.
#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::float_arithmetic,
    reason = "a benchmark reads the clock, may stop at the first surprise and prints"
)]

mod kept;
mod pages;
#[path = "../product/report.rs"]
mod report;
mod simulation;

use std::process::ExitCode;

use report::Report;
use tests::database::postgres_server;
use tests::nation::Nation;

/// Pages have the allocator that the product ships with.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const PEOPLE: u64 = 1_000_000;
/// How many times fewer people there are on the other side.
const FEWER: u64 = 100;
/// How many have a whole history and are measured.
const HISTORIES: u64 = 1_000;

fn main() -> ExitCode {
    // `cargo test --benches` and `cargo bench -- --list` only want to know that it runs.
    if std::env::args().any(|argument| argument == "--list" || argument == "--test") {
        return ExitCode::SUCCESS;
    }
    let people = std::env::var("SCALE_PEOPLE").map_or(PEOPLE, |text| {
        text.parse().expect("SCALE_PEOPLE is a number")
    });
    let few = (people / FEWER).clamp(people.min(1_000), people);
    let nation = |people| Nation {
        people,
        histories: HISTORIES.min(few / 10),
    };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime");
    let mut report = Report::new();
    let mut kinds = vec!["sqlite"];
    if postgres_server().is_some() {
        kinds.push("postgres");
    }
    for kind in kinds {
        runtime.block_on(async {
            let few = kept::store(kind, nation(few)).await;
            let many = kept::store(kind, nation(people)).await;
            many.add(&mut report, many.bytes().await);
            pages::measure(&mut report, &few, &many).await;
            simulation::measure(&mut report, &many).await;
        });
    }
    report.finish("scale.md")
}
