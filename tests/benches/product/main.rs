//! The benchmarks of the product: figures and ratios against named peers, measured in one run.
//!
//! `cargo bench -p tests --bench product` prints the table and writes it to
//! `target/bench/report.md`. Behind `--` may stand which parts are wanted: `engine`, `pages`,
//! `memory`, `steady`. It fails when an aim is missed, and names it.
#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::float_arithmetic,
    reason = "a benchmark reads the clock, may stop at the first surprise and prints"
)]

mod access;
mod bare;
mod engine;
mod memory;
mod pages;
mod report;
mod steady;
mod wrk;

use std::process::ExitCode;
use std::sync::Arc;

use report::Report;
use services::RequestContext;
use services::demo::{Arguments, load};
use tests::database::{TestDatabase, on_each};
use tests::site::Site;
use tokio::sync::Mutex;

/// Pages and peers have the allocator that the product ships with.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How many synthetic people the pages are measured among.
const PEOPLE: u64 = 1_000;

fn main() -> ExitCode {
    // `cargo test --benches` and `cargo bench -- --list` only want to know that it runs.
    if std::env::args().any(|argument| argument == "--list" || argument == "--test") {
        return ExitCode::SUCCESS;
    }
    let parts: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with("--"))
        .collect();
    let wanted = |part: &str| parts.is_empty() || parts.iter().any(|one| one == part);
    let mut report = Report::new();
    if wanted("engine") {
        engine::measure(&mut report);
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime");
    let report = Mutex::new(report);
    if wanted("pages") {
        runtime.block_on(on_each(|made| measure_pages(&report, made)));
    }
    let mut report = report.into_inner();
    if wanted("memory") {
        memory::measure(&mut report);
    }
    if wanted("steady") {
        runtime.block_on(steady::measure(&mut report));
    }
    report.finish("report.md")
}

async fn measure_pages(report: &Mutex<Report>, made: TestDatabase) {
    let site = Site::demo(&made).await;
    let context = RequestContext::operator(Arc::clone(&site.platform), "bench");
    let arguments = Arguments {
        people: PEOPLE,
        seed: 1,
        as_of: context.today(),
    };
    let loaded = load(&context, arguments, &|_| ()).await;
    loaded.expect("the people");
    pages::measure(report, &made, &site).await;
    access::measure(report, &made, &site).await;
}
