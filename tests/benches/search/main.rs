//! How well the library is searched: the judged set (`tests/data/judged`) asked of our search and of
//! full text in SQLite and PostgreSQL over the same documents.
//!
//! `cargo bench -p tests --bench search` prints the tables and writes them to
//! `target/bench/search.md`; `make bench` does so too. It fails when an aim is missed.
#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a benchmark may stop at the first surprise and prints"
)]

mod corpus;
mod ours;
mod peers;
#[expect(dead_code, reason = "only the place of the table is asked for here")]
#[path = "../product/report.rs"]
mod report;
mod table;

use std::process::ExitCode;

use corpus::Library;
use jieba_rs::Jieba;
use peers::{Peer, Unit};
use table::Ranking;
use tests::database::{on_each_empty, postgres_server};
use tests::judged::Corpus;
use tokio::sync::Mutex;

/// The product's own allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // `cargo test --benches` and `cargo bench -- --list` only want to know that it runs.
    if std::env::args().any(|argument| argument == "--list" || argument == "--test") {
        return ExitCode::SUCCESS;
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime");
    let (mut text, mut missed) = (
        String::from("# How well the library is searched\n"),
        Vec::new(),
    );
    for (name, corpus) in [
        ("summaries", Corpus::Shipped),
        ("legal texts", Corpus::Legal),
    ] {
        let Some((table, short)) = runtime.block_on(measure(name, corpus)) else {
            continue;
        };
        println!("{table}");
        text.push_str(&table);
        missed.extend(short);
    }
    for one in &missed {
        eprintln!("missed: {one}");
    }
    let place = report::target().join("bench/search.md");
    std::fs::create_dir_all(place.parent().expect("a folder")).expect("a folder");
    std::fs::write(&place, text).expect("the tables are written");
    println!("written to {}", place.display());
    if missed.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// The table of `corpus`, and what of it is missed; `None` where its texts are not at hand.
async fn measure(name: &str, corpus: Corpus) -> Option<(String, Vec<String>)> {
    let library = corpus::open(corpus).await?;
    let mut rankings = vec![Ranking {
        name: "ours",
        found: ours(&library).await,
    }];
    let jieba = Jieba::new();
    let texts = library.texts().await;
    let asked: Vec<Vec<String>> = library
        .questions
        .iter()
        .map(|question| peers::words(&jieba, &question.text))
        .collect();
    let [documents, articles] =
        [Unit::Document, Unit::Article].map(|unit| (unit, peers::rows(&jieba, &texts, unit)));
    drop(texts);
    for ((unit, rows), name) in [&documents, &articles]
        .into_iter()
        .zip(["FTS5 by document", "FTS5 by article"])
    {
        let store = &library.made.database.writer;
        let found = ask(&Peer::fill(store, rows, *unit).await, &asked).await;
        rankings.push(Ranking { name, found });
    }
    if postgres_server().is_none() {
        println!("note: without PostgreSQL that peer is left out");
    }
    let more = Mutex::new(Vec::new());
    on_each_empty(async |made| {
        if made.kind != "postgres" {
            return;
        }
        for ((unit, rows), name) in [&documents, &articles]
            .into_iter()
            .zip(["PostgreSQL by document", "PostgreSQL by article"])
        {
            let store = &made.database.writer;
            let found = ask(&Peer::fill(store, rows, *unit).await, &asked).await;
            more.lock().await.push(Ranking { name, found });
        }
    })
    .await;
    rankings.extend(more.into_inner());
    Some(table::write(name, &library.questions, &rankings))
}

async fn ours(library: &Library) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for question in &library.questions {
        found.push(ours::ask(library, question).await);
    }
    found
}

async fn ask(peer: &Peer<'_>, asked: &[Vec<String>]) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for words in asked {
        found.push(peer.ask(words).await);
    }
    found
}
