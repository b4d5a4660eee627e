//! What runs beside the requests: sealing the audit trail, following the parameters, tidying.

use std::sync::Arc;
use std::time::Duration;

use services::error::InLog;
use services::{Platform, ServiceError, sealing};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::session;
use crate::state::AppState;

const SEAL_EVERY: Duration = Duration::from_millis(500);
const REFRESH_EVERY: Duration = Duration::from_secs(5);
const TIDY_EVERY: Duration = Duration::from_secs(60);

/// Starts everything; it ends with `stop`. The tracker is done when the last job is.
pub(super) fn start(state: &AppState, stop: &CancellationToken) -> TaskTracker {
    let tasks = TaskTracker::new();
    tasks.spawn(seal(Arc::clone(&state.platform), stop.clone()));
    tasks.spawn(follow(Arc::clone(&state.platform), stop.clone()));
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

/// Seals what was written, within a second of it, and once more at the end.
async fn seal(platform: Arc<Platform>, stop: CancellationToken) {
    loop {
        let stopping = stop.is_cancelled();
        tell("sealing the audit trail", seal_all(&platform).await);
        if stopping {
            return;
        }
        pause(SEAL_EVERY, &stop).await;
    }
}

async fn seal_all(platform: &Platform) -> Result<(), ServiceError> {
    while sealing::seal(platform).await? > 0 {}
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

/// Keeps the search index beside the policy library.
async fn index(platform: Arc<Platform>, stop: CancellationToken) {
    platform.search.follow(&platform.database, &stop).await;
}

/// Forgets clients that have not asked for a while.
async fn tidy(state: AppState, stop: CancellationToken) {
    while !stop.is_cancelled() {
        state.rates.forget_the_idle();
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
