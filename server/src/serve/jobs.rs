//! What runs beside the requests: sealing the audit trail, following the parameters, the jobs of
//! the store, tidying.

use std::sync::Arc;
use std::time::{Duration, Instant};

use metrics::{counter, gauge};
use services::error::InLog;
use services::jobs::{self, Outcome, Ran};
use services::{Platform, ServiceError, messages, parameters, sealing};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::session;
use crate::state::AppState;

const SEAL_EVERY: Duration = Duration::from_millis(500);
const SEAL_LATE_EVERY: Duration = Duration::from_secs(60);
const REFRESH_EVERY: Duration = Duration::from_secs(5);
const WORK_EVERY: Duration = Duration::from_secs(5);
const TIDY_EVERY: Duration = Duration::from_secs(60);

/// Starts everything; it ends with `stop`. The tracker is done when the last job is.
pub(super) fn start(state: &AppState, stop: &CancellationToken) -> TaskTracker {
    let tasks = TaskTracker::new();
    tasks.spawn(seal(Arc::clone(&state.platform), stop.clone()));
    tasks.spawn(follow(Arc::clone(&state.platform), stop.clone()));
    tasks.spawn(work(Arc::clone(&state.platform), stop.clone()));
    tasks.spawn(index(Arc::clone(&state.platform), stop.clone()));
    tasks.spawn(tidy(state.clone(), stop.clone()));
    let sweep = session::sweep_for_ever(Arc::clone(&state.platform));
    let stop = stop.clone();
    tasks.spawn(async move {
        stop.run_until_cancelled(sweep).await;
    });
    tasks.close();
    tasks
}

/// Seals what was written, within a second of it, and once more at the end. What hung in a long
/// transaction is looked for at the beginning, every minute and at the end.
async fn seal(platform: Arc<Platform>, stop: CancellationToken) {
    let mut looked = None;
    loop {
        let stopping = stop.is_cancelled();
        let thorough =
            stopping || looked.is_none_or(|last: Instant| last.elapsed() >= SEAL_LATE_EVERY);
        tell(
            "sealing the audit trail",
            seal_all(&platform, thorough).await,
        );
        if stopping {
            return;
        }
        if thorough {
            looked = Some(Instant::now());
        }
        pause(SEAL_EVERY, &stop).await;
    }
}

async fn seal_all(platform: &Platform, thorough: bool) -> Result<(), ServiceError> {
    while sealing::seal_recent(platform).await? > 0 {}
    while thorough && sealing::seal(platform).await? > 0 {}
    Ok(())
}

/// Takes up parameter sets that another process imported.
async fn follow(platform: Arc<Platform>, stop: CancellationToken) {
    while !stop.is_cancelled() {
        let refreshed = platform.parameters.refresh(&platform.database).await;
        tell("following the parameters", refreshed.map(drop));
        pause(REFRESH_EVERY, &stop).await;
    }
}

/// Does the jobs of the store that are due, one after the other, and plans that of the day.
async fn work(platform: Arc<Platform>, stop: CancellationToken) {
    while !stop.is_cancelled() {
        tell("planning the day", plan(&platform).await);
        match jobs::run_next(&platform, jobs::KINDS, &stop).await {
            Ok(Some(ran)) => count(&ran),
            other => {
                tell("a job of the store", other.map(drop));
                pause(WORK_EVERY, &stop).await;
            }
        }
    }
}

async fn plan(platform: &Arc<Platform>) -> Result<(), ServiceError> {
    messages::plan_today(platform).await?;
    parameters::turn(platform).await?;
    let parked = jobs::parked(platform).await?;
    gauge!("jobs_parked").set(u32::try_from(parked.len()).unwrap_or(u32::MAX));
    Ok(())
}

fn count(ran: &Ran) {
    let Ran {
        kind,
        outcome,
        steps,
    } = *ran;
    counter!("jobs_total", "kind" => kind, "outcome" => outcome.code()).increment(1);
    counter!("job_steps_total", "kind" => kind).increment(steps);
    if outcome == Outcome::Done {
        tracing::info!(kind, steps, "a job is done");
    }
}

/// Keeps the search index beside the policy library.
async fn index(platform: Arc<Platform>, stop: CancellationToken) {
    platform.search.follow(&platform.database, &stop).await;
}

/// Forgets clients that have not asked for a while, and jobs that were over long ago.
async fn tidy(state: AppState, stop: CancellationToken) {
    while !stop.is_cancelled() {
        state.rates.forget_the_idle();
        tell("forgetting jobs", jobs::forget(&state.platform).await);
        pause(TIDY_EVERY, &stop).await;
    }
}

async fn pause(time: Duration, stop: &CancellationToken) {
    stop.run_until_cancelled(tokio::time::sleep(time)).await;
}

/// A job that fails is tried again: the log says so.
fn tell(job: &str, done: Result<(), ServiceError>) {
    if let Err(error) = done {
        tracing::warn!(
            job,
            error = error.in_log(),
            "a job failed and will be tried again"
        );
    }
}
