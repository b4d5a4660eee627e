//! The job of a day: goes through everybody, some hundred at a time.

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use domain::access::{Action, Relation};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::generate::{Span, composed, generate};
use super::queries;
use crate::audit::{self, Event};
use crate::context::{RequestContext, day_in_china};
use crate::error::ServiceError;
use crate::jobs::{self, Job, Kind, Step, StepFuture};
use crate::platform::Platform;
use crate::store::bulk::{self, OnConflict};
use crate::store::entity::message;

/// The job, for the runner.
pub const JOB: Kind = Kind {
    name: "messages",
    step,
};

/// Persons of one step.
const BATCH: usize = 250;
/// What came about longer ago is not told any more: a server that rested a month, or a store that
/// was filled with years of history, does not send all of it.
pub(super) const BACK: Days = Days::new(30);

/// Plans the job of today, which begins at once.
///
/// # Errors
/// From the store.
pub async fn plan_today(platform: &Platform) -> Result<(), ServiceError> {
    let today = day_in_china(platform.clock.now());
    jobs::plan(platform, JOB.name, &today.to_string()).await
}

fn step<'a>(platform: &'a Arc<Platform>, job: &'a Job) -> StepFuture<'a> {
    Box::pin(batch(platform, job))
}

#[derive(FromQueryResult)]
struct Next {
    person_id: Uuid,
}

async fn batch(platform: &Arc<Platform>, job: &Job) -> Result<Step, ServiceError> {
    let unreadable = |_| ServiceError::internal("a job of messages that cannot be read");
    let today: NaiveDate = job.payload.parse().map_err(unreadable)?;
    let after = if job.position.is_empty() {
        Uuid::nil()
    } else {
        let unreadable = |_| ServiceError::internal("a place that cannot be read");
        job.position.parse().map_err(unreadable)?
    };
    let reader = &platform.database.reader;
    let limit = i64::try_from(BATCH).unwrap_or(i64::MAX);
    let people: Vec<Next> = queries::NEXT_PEOPLE
        .all(reader, [after.into(), limit.into()])
        .await?;
    let last = people.last().map(|last| last.person_id);
    let span = last.map(|through| Span { after, through });
    let found = match span {
        Some(span) => generate(reader, &platform.parameters, span, today, BACK).await?,
        None => Vec::new(),
    };
    let now = platform.clock.now();
    let rows = composed(&found, |_| now)?;
    let step = match last {
        Some(last) if people.len() == BATCH => Step::More(last.to_string()),
        _ => Step::Done,
    };
    write(platform, job, &step, &rows).await?;
    Ok(step)
}

/// One transaction: that the job is still ours and how far it is, the messages, and the event.
async fn write(
    platform: &Arc<Platform>,
    job: &Job,
    step: &Step,
    rows: &[message::Model],
) -> Result<(), ServiceError> {
    let transaction = platform.database.begin().await?;
    jobs::advance(&transaction, platform.clock.now(), job, step).await?;
    let sent = bulk::insert::<message::Entity>(&transaction, rows, OnConflict::Keep).await?;
    if sent > 0 {
        let context = RequestContext::operator(Arc::clone(platform), "messages");
        let event = Event {
            subject: None,
            relation: Relation::Nobody,
            action: Action::Operate,
            object_kind: "messages",
            object_id: &format!("{} {sent} after {}", job.payload, job.position),
        };
        audit::write(&transaction, &context, event).await?;
    }
    transaction.commit().await?;
    Ok(())
}
