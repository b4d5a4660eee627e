//! Does a job step by step until it is done, told to stop, or broken.

use std::pin::Pin;
use std::sync::Arc;

use tokio_util::sync::CancellationToken;

use super::lease::{self, Job, MOST_ATTEMPTS, TAKEN_OVER};
use crate::error::{InLog, ServiceError};
use crate::platform::Platform;

/// What a step leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// There is more to do from this position on.
    More(String),
    /// The job is over.
    Done,
}

/// The boxed future of a step.
pub type StepFuture<'a> = Pin<Box<dyn Future<Output = Result<Step, ServiceError>> + Send + 'a>>;

/// A kind of job.
#[derive(Clone, Copy)]
pub struct Kind {
    /// Its name in the store.
    pub name: &'static str,
    /// Does one step and writes it with [`super::advance`], in one transaction.
    pub step: for<'a> fn(&'a Arc<Platform>, &'a Job) -> StepFuture<'a>,
}

/// How a job was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is over.
    Done,
    /// The process stops; somebody else may go on with it at once.
    Stopped,
    /// Somebody else had taken it over.
    Lost,
    /// It failed and comes again after a pause.
    Failed,
    /// It failed too often and waits for somebody to look.
    Parked,
}

impl Outcome {
    /// The word in logs and figures.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Stopped => "stopped",
            Self::Lost => "lost",
            Self::Failed => "failed",
            Self::Parked => "parked",
        }
    }
}

/// What became of a job that was due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ran {
    /// What kind of job.
    pub kind: &'static str,
    /// How it was left.
    pub outcome: Outcome,
    /// Steps done this time.
    pub steps: u64,
}

/// Does the next job of `kinds` that is due, as far as it can before `stop`; `None` when there is
/// none.
///
/// # Errors
/// From the store, when not even the failure can be written down: the lease then runs out.
pub async fn run_next(
    platform: &Arc<Platform>,
    kinds: &[Kind],
    stop: &CancellationToken,
) -> Result<Option<Ran>, ServiceError> {
    for kind in kinds {
        if let Some(job) = lease::take(platform, kind.name).await? {
            return run(platform, *kind, job, stop).await.map(Some);
        }
    }
    Ok(None)
}

async fn run(
    platform: &Arc<Platform>,
    kind: Kind,
    mut job: Job,
    stop: &CancellationToken,
) -> Result<Ran, ServiceError> {
    let mut steps = 0;
    let outcome = loop {
        if job.attempts > MOST_ATTEMPTS {
            break broken(platform, kind, &job, "whoever had it ended with it").await?;
        }
        if stop.is_cancelled() {
            break settled(lease::release(platform, &job).await, Outcome::Stopped)?;
        }
        match (kind.step)(platform, &job).await {
            Ok(Step::More(position)) => {
                steps += 1;
                job.position = position;
                job.attempts = 1;
            }
            Ok(Step::Done) => {
                steps += 1;
                break Outcome::Done;
            }
            Err(ServiceError::Conflict(TAKEN_OVER)) => break Outcome::Lost,
            Err(error) => break broken(platform, kind, &job, &error.in_log()).await?,
        }
    };
    Ok(Ran {
        kind: kind.name,
        outcome,
        steps,
    })
}

/// Writes down that an attempt failed, and says so in the log.
async fn broken(
    platform: &Platform,
    kind: Kind,
    job: &Job,
    failure: &str,
) -> Result<Outcome, ServiceError> {
    let (kind, id, attempts) = (kind.name, job.id, job.attempts);
    match lease::fail(platform, job, failure).await {
        Ok(true) => {
            tracing::error!(kind, %id, attempts, failure, "a job failed too often and is parked");
            Ok(Outcome::Parked)
        }
        Ok(false) => {
            tracing::warn!(kind, %id, attempts, failure, "a job failed and comes again");
            Ok(Outcome::Failed)
        }
        Err(error) => settled(Err(error), Outcome::Failed),
    }
}

/// `outcome`, unless somebody else has the job by now.
fn settled(written: Result<(), ServiceError>, outcome: Outcome) -> Result<Outcome, ServiceError> {
    match written {
        Ok(()) => Ok(outcome),
        Err(ServiceError::Conflict(TAKEN_OVER)) => Ok(Outcome::Lost),
        Err(error) => Err(error),
    }
}
