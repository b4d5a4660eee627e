//! Whether the finished server goes on as it began: very many pages, one after the other and at
//! once, each whole, in memory that does not grow.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use tests::serving::free_port;
use tests::visitor::Visitor;

use crate::memory;
use crate::report::{Report, Row};

/// Pages of one run; `BENCH_REQUESTS` names another number, to try the measure itself.
const REQUESTS: usize = 100_000;
/// A run is looked at in so many parts. In the second everything has been loaded; it is held against the
/// last.
const PARTS: usize = 10;
/// Memory is looked at after every so many pages. The allocator gives back what it does not need now and
/// then: what a server holds is the least that it had, not what it happened to have at one moment.
const EVERY: usize = 100;
const AT_ONCE: usize = 16;
/// The pages that are asked for in turn, and the summary of a relative beside them.
const PAGES: [&str; 8] = [
    "/",
    "/policies",
    "/institutions",
    "/me",
    "/me/benefits",
    "/me/settlements",
    "/me/account",
    "/me/messages",
];

/// How long the server may take until every page answers.
const PATIENCE: Duration = Duration::from_secs(60);
/// Growth of memory that is allowed in any case, in MB.
const GROWTH: f64 = 8.0;

/// Adds the rows of both ways.
pub(crate) async fn measure(report: &mut Report) {
    let Some(binary) = memory::program() else {
        println!("note: no release binary (`make run` builds it), so its steadiness is not seen");
        return;
    };
    let requests = std::env::var("BENCH_REQUESTS").map_or(REQUESTS, |text| {
        text.parse().expect("BENCH_REQUESTS is a number")
    });
    let folder = tempfile::TempDir::new().expect("a folder");
    let port = free_port();
    // The first start builds the demonstration; the second shows what a running server holds.
    drop(memory::started(&binary, folder.path(), port));
    let server = memory::started(&binary, folder.path(), port);
    let mut visitor = Visitor::new(&format!("http://127.0.0.1:{port}"));
    visitor.sign_in("resident-daughter").await;
    let pages = pages(&visitor).await;
    ready(&visitor, &pages).await;
    for (how, connections) in [("in a row", 1), ("sixteen at once", AT_ONCE)] {
        let run = Arc::new(Run {
            visitor: visitor.clone(),
            pages: pages.clone(),
            requests,
            process: server.0.id(),
            next: AtomicUsize::new(0),
            seen: Mutex::default(),
        });
        let begun = Instant::now();
        let mut readers = Vec::new();
        for _ in 0..connections {
            readers.push(tokio::spawn(read(Arc::clone(&run))));
        }
        for reader in readers {
            reader.await.expect("a reader ends");
        }
        let seconds = begun.elapsed().as_secs_f64();
        run.add(report, how, seconds);
    }
}

/// The pages that are asked for: the fixed ones and the summary of the visitor's mother.
async fn pages(visitor: &Visitor) -> Vec<String> {
    let own = visitor.get("/me").await.expect("an answer");
    let text = String::from_utf8_lossy(&own.body);
    let place = text.find("/people/").expect("a relative's page");
    let relative: String = text[place..]
        .chars()
        .take_while(|letter| !matches!(letter, '"' | '?' | '#'))
        .collect();
    let fixed = PAGES.iter().map(|page| (*page).to_owned());
    fixed.chain([relative]).collect()
}

/// Waits until every page answers: a server takes requests before its search index is read.
async fn ready(visitor: &Visitor, pages: &[String]) {
    let begun = Instant::now();
    for page in pages {
        while !matches!(visitor.get(page).await, Ok(answer) if answer.is_whole_page()) {
            assert!(begun.elapsed() < PATIENCE, "{page} does not answer");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
}

struct Run {
    visitor: Visitor,
    pages: Vec<String>,
    requests: usize,
    process: u32,
    next: AtomicUsize,
    seen: Mutex<Seen>,
}

#[derive(Default)]
struct Seen {
    whole: usize,
    first_fault: Option<String>,
    /// Megabytes in the second and in the last part, the least that was seen.
    warm: Option<f64>,
    last: Option<f64>,
}

async fn read(run: Arc<Run>) {
    loop {
        let number = run.next.fetch_add(1, Ordering::Relaxed);
        if number >= run.requests {
            return;
        }
        let page = &run.pages[number % run.pages.len()];
        let answer = run.visitor.get(page).await;
        let mut seen = run.seen.lock().expect("no reader failed");
        match answer {
            Ok(answer) if answer.is_whole_page() => seen.whole += 1,
            Ok(answer) => {
                let fault = || format!("{page}: {}, {} bytes", answer.status, answer.body.len());
                seen.first_fault.get_or_insert_with(fault);
            }
            Err(error) => {
                seen.first_fault.get_or_insert_with(|| error.to_string());
            }
        }
        let part = number * PARTS / run.requests;
        if number.is_multiple_of(EVERY) && (part == 1 || part == PARTS - 1) {
            let held = memory::resident(run.process);
            let Seen { warm, last, .. } = &mut *seen;
            let least = if part == 1 { warm } else { last };
            *least = Some(least.map_or(held, |before| before.min(held)));
        }
    }
}

impl Run {
    fn add(&self, report: &mut Report, how: &str, seconds: f64) {
        let seen = self.seen.lock().expect("no reader failed");
        let fault = seen.first_fault.as_deref();
        let fault = fault.map_or_else(String::new, |fault| format!("; first fault: {fault}"));
        report.add_alone(
            format!("{} pages, {how}: whole answers", self.requests),
            format!("{} in {seconds:.0} s{fault}", seen.whole),
            "all",
            seen.whole == self.requests,
        );
        let (warm, now) = (seen.warm.expect("a part"), seen.last.expect("a part"));
        let ratio = now / warm;
        report.add(Row {
            what: format!("memory of the server in the last tenth of them, {how}"),
            result: format!("{now:.1} MB at least"),
            peer: format!("in the second tenth: {warm:.1} MB"),
            ratio: format!("{ratio:.2}"),
            aim: "≤ 1.10, or 8 MB more",
            reached: ratio <= 1.1 || now - warm <= GROWTH,
        });
    }
}
