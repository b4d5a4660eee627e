//! A draft tried on a million settlements: those of the capital, who are a third of the nation and
//! have three bills each. Through the product's own use cases and job, at the pace that the machine
//! gets.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use domain::access::Role;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use services::RequestContext;
use services::parameters::draft;
use services::parameters::simulate::{self, JOB, Tally};
use services::store::entity::{account, parameter_simulation};
use tests::governed::{acting, new, with_deductible, work_on};
use tests::platform::platform_with;

use crate::kept::Kept;
use crate::report::Report;

/// How many settlements are asked for.
const WANTED: u64 = 1_000_000;
/// How many a second make a million in a minute.
const FEWEST_A_SECOND: f64 = 1_000_000.0 / 60.0;
/// How much memory it may take, whatever it goes through, in MB.
const MOST_MEMORY: f64 = 64.0;
/// How often memory is looked at.
const EVERY: Duration = Duration::from_millis(20);

/// Adds how fast it is, and how much memory it takes on top of what the process held before.
pub(crate) async fn measure(report: &mut Report, kept: &Kept) {
    let editor = editor(kept).await;
    let now = SystemTime::UNIX_EPOCH.elapsed().expect("after 1970");
    let name = format!("BENCH-{}", now.as_millis());
    let set = with_deductible(&name, "2027-01-01", 300);
    let id = draft::write(&editor, &new(&set)).await.expect("a draft");
    simulate::ask(&editor, &id, WANTED).await.expect("asked");
    let watch = Watch::begin();
    let begun = Instant::now();
    let steps = work_on(&editor.platform, &[JOB]).await.expect("a job");
    let seconds = begun.elapsed().as_secs_f64();
    let grown = watch.end();
    let tally = tally(&editor, &id).await;
    let thrown = draft::discard(&editor, &id, "the measure is over").await;
    thrown.expect("the draft goes");
    let count = tally.replayed();
    let rate = count_of(count) / seconds;
    let (kind, odd) = (kept.made.kind, tally.refused + tally.unlike);
    report.add_alone(
        format!("a draft tried on {count} settlements, {kind}"),
        format!("{seconds:.1} s, {rate:.0} a second, {steps} steps, {odd} not compared"),
        "≤ 60 s a million",
        rate >= FEWEST_A_SECOND && count > 0 && odd == 0,
    );
    report.add_alone(
        format!("a draft tried on {count} settlements, {kind}: memory"),
        format!("{grown:.0} MB more than before"),
        "≤ 64 MB",
        grown <= MOST_MEMORY,
    );
}

/// The editor of the demonstration, with luck that no earlier run had: what that left has the ids
/// of its own.
async fn editor(kept: &Kept) -> RequestContext {
    let now = SystemTime::UNIX_EPOCH.elapsed().expect("after 1970");
    let seed = u64::try_from(now.as_nanos() % u128::from(u64::MAX)).expect("it fits");
    let platform = platform_with(kept.made.database.clone(), seed);
    let rules = platform.parameters.refresh(&platform.database).await;
    rules.expect("the rules");
    let found = account::Entity::find()
        .filter(account::Column::Subject.eq("editor"))
        .one(&platform.database.reader)
        .await;
    let found = found.expect("an answer").expect("an editor");
    acting(&platform, found.account_id.into(), Role::Editor)
}

async fn tally(context: &RequestContext, id: &str) -> Tally {
    let run = parameter_simulation::Entity::find()
        .filter(parameter_simulation::Column::ParameterSetId.eq(id))
        .order_by_desc(parameter_simulation::Column::RunId)
        .one(&context.platform.database.reader)
        .await;
    let run = run.expect("an answer").expect("a run");
    assert_eq!(run.state, "done", "it comes to its end");
    serde_json::from_str(&run.tally).expect("a tally")
}

/// Looks at the memory of this process until it is told to end.
struct Watch {
    before: u64,
    most: Arc<AtomicU64>,
    over: Arc<AtomicBool>,
    looks: thread::JoinHandle<()>,
}

impl Watch {
    fn begin() -> Self {
        let before = own_memory();
        let most = Arc::new(AtomicU64::new(before));
        let over = Arc::new(AtomicBool::new(false));
        let (seen, done) = (Arc::clone(&most), Arc::clone(&over));
        let looks = thread::spawn(move || {
            while !done.load(Ordering::Relaxed) {
                seen.fetch_max(own_memory(), Ordering::Relaxed);
                thread::sleep(EVERY);
            }
        });
        Self {
            before,
            most,
            over,
            looks,
        }
    }

    /// How many MB there were at most on top of those at the beginning.
    fn end(self) -> f64 {
        self.over.store(true, Ordering::Relaxed);
        self.looks.join().expect("whoever looks ends");
        count_of(self.most.load(Ordering::Relaxed) - self.before) / 1_000.0
    }
}

/// The resident memory of this process that is no file of its own, in thousands of bytes.
fn own_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status.lines().find(|line| line.starts_with("RssAnon:"));
    let words = line.expect("a line").split_whitespace();
    let kib: u64 = words
        .filter_map(|word| word.parse().ok())
        .next()
        .expect("a number");
    kib * 1_024 / 1_000
}

#[expect(clippy::cast_precision_loss, reason = "a figure for people")]
fn count_of(count: u64) -> f64 {
    count as f64
}
