//! The row of a job: planned, taken, moved on, given back, parked.

use chrono::{DateTime, Duration, Utc};
use domain::ids::JobId;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter};
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

use super::{Step, queries};
use crate::error::ServiceError;
use crate::platform::Platform;
use crate::store::bulk::{self, OnConflict};
use crate::store::entity::job;

/// So long a job is its holder's; each step begins it anew, so a step must take less.
pub const LEASE: Duration = Duration::seconds(60);
/// After so many attempts without a step done a job is parked.
pub const MOST_ATTEMPTS: i32 = 8;
/// The pause after the first failure; each further one doubles it.
const PAUSE: Duration = Duration::seconds(15);
/// The longest pause.
const LONGEST_PAUSE: Duration = Duration::hours(1);
/// So long jobs that are over are kept.
const KEPT: Duration = Duration::days(30);

/// What is said of a job that somebody else has by now.
pub(super) const TAKEN_OVER: &str = "a job was taken over";

/// A job in the hands of this process.
#[derive(Clone, Debug)]
pub struct Job {
    /// Which job.
    pub id: JobId,
    /// What it is told to do.
    pub payload: String,
    /// How far it is, in words of its own; empty at the beginning.
    pub position: String,
    /// Attempts since its last step, this one included.
    pub attempts: i32,
    holder: Uuid,
}

#[derive(FromQueryResult)]
struct Row {
    job_id: Uuid,
    payload: String,
    position: String,
    attempts: i32,
}

/// Plans the job `key` of `kind` for now, unless it was planned before, done or not.
///
/// # Errors
/// From the store.
pub async fn plan(platform: &Platform, kind: &str, key: &str) -> Result<(), ServiceError> {
    let database = &platform.database;
    let job_id = id_of(kind, key);
    // Asked often, and nearly always there.
    let known = job::Entity::find_by_id(job_id)
        .one(&database.reader)
        .await?;
    if known.is_some() {
        return Ok(());
    }
    plan_with(&database.writer, platform.clock.now(), kind, key).await
}

/// The same through `connection`, normally the transaction of what the job is about: the job is
/// there if and only if that is.
///
/// # Errors
/// From the store; the caller's transaction must not be committed then.
pub async fn plan_with(
    connection: &impl ConnectionTrait,
    now: DateTime<Utc>,
    kind: &str,
    key: &str,
) -> Result<(), ServiceError> {
    let row = job::Model {
        job_id: id_of(kind, key),
        kind: kind.to_owned(),
        payload: key.to_owned(),
        state: "due".to_owned(),
        attempts: 0,
        run_after: now,
        leased_until: None,
        position: String::new(),
        holder: None,
        failure: String::new(),
    };
    bulk::insert::<job::Entity>(connection, &[row], OnConflict::Keep).await?;
    Ok(())
}

/// The id of the job: the same whoever plans it, so that it is planned once.
fn id_of(kind: &str, key: &str) -> Uuid {
    let digest = Sha256::digest(format!("{kind}/{key}"));
    let mut bytes = [0; 16];
    bytes
        .iter_mut()
        .zip(digest)
        .for_each(|(to, from)| *to = from);
    Builder::from_custom_bytes(bytes).into_uuid()
}

/// Takes a job of `kind` that is due, in one statement.
///
/// # Errors
/// From the store.
pub(super) async fn take(platform: &Platform, kind: &str) -> Result<Option<Job>, ServiceError> {
    let now = platform.clock.now();
    let holder = platform.new_id(now);
    let values = [holder.into(), (now + LEASE).into(), now.into(), kind.into()];
    let rows: Vec<Row> = queries::TAKE.all(&platform.database.writer, values).await?;
    Ok(rows.into_iter().next().map(|row| Job {
        id: row.job_id.into(),
        payload: row.payload,
        position: row.position,
        attempts: row.attempts,
        holder,
    }))
}

/// Writes that `step` of `job` is done, through the transaction that does it, and begins the
/// lease anew. Call it first in the transaction: what comes after it is written by one holder
/// only.
///
/// # Errors
/// `Conflict` when somebody else has the job by now: the transaction must not be committed; else
/// from the store.
pub async fn advance(
    connection: &impl ConnectionTrait,
    now: DateTime<Utc>,
    job: &Job,
    step: &Step,
) -> Result<(), ServiceError> {
    let values = match step {
        Step::More(position) => vec![
            (job::Column::Position, Expr::value(position.as_str())),
            (job::Column::LeasedUntil, Expr::value(now + LEASE)),
        ],
        Step::Done => [vec![(job::Column::State, Expr::value("done"))], nobody()].concat(),
    };
    let since = vec![
        (job::Column::Attempts, Expr::value(0)),
        (job::Column::Failure, Expr::value("")),
    ];
    change(connection, job, [values, since].concat()).await
}

/// Gives `job` back as it is: the next who asks goes on with it.
pub(super) async fn release(platform: &Platform, job: &Job) -> Result<(), ServiceError> {
    let attempts = Expr::value(job.attempts.saturating_sub(1));
    let values = [vec![(job::Column::Attempts, attempts)], nobody()].concat();
    change(&platform.database.writer, job, values).await
}

/// Writes that an attempt failed: it comes again after a pause, or is parked. Returns whether it
/// is parked.
pub(super) async fn fail(
    platform: &Platform,
    job: &Job,
    failure: &str,
) -> Result<bool, ServiceError> {
    let parked = job.attempts >= MOST_ATTEMPTS;
    let state = if parked { "parked" } else { "due" };
    let values = vec![
        (job::Column::State, Expr::value(state)),
        (job::Column::Attempts, Expr::value(job.attempts)),
        (job::Column::Failure, Expr::value(failure)),
        (
            job::Column::RunAfter,
            Expr::value(platform.clock.now() + pause(job.attempts)),
        ),
    ];
    let values = [values, nobody()].concat();
    change(&platform.database.writer, job, values).await?;
    Ok(parked)
}

/// Removes jobs that were over or parked a month ago.
///
/// # Errors
/// From the store.
pub async fn forget(platform: &Platform) -> Result<(), ServiceError> {
    let before = platform.clock.now() - KEPT;
    job::Entity::delete_many()
        .filter(job::Column::State.is_in(["done", "parked"]))
        .filter(job::Column::RunAfter.lt(before))
        .exec(&platform.database.writer)
        .await?;
    Ok(())
}

type Values = Vec<(job::Column, Expr)>;

fn nobody() -> Values {
    let none: Option<DateTime<Utc>> = None;
    vec![
        (job::Column::Holder, Expr::value(Option::<Uuid>::None)),
        (job::Column::LeasedUntil, Expr::value(none)),
    ]
}

/// Changes the row of `job` while it is its holder's.
async fn change(
    connection: &impl ConnectionTrait,
    job: &Job,
    values: Values,
) -> Result<(), ServiceError> {
    let mut update = job::Entity::update_many();
    for (column, value) in values {
        update = update.col_expr(column, value);
    }
    let own = Condition::all()
        .add(job::Column::JobId.eq(Uuid::from(job.id)))
        .add(job::Column::Holder.eq(job.holder))
        .add(job::Column::State.eq("due"));
    let done = update.filter(own).exec(connection).await?;
    if done.rows_affected == 1 {
        Ok(())
    } else {
        Err(ServiceError::Conflict(TAKEN_OVER))
    }
}

/// How long a job rests after so many attempts.
fn pause(attempts: i32) -> Duration {
    let doubled = u32::try_from(attempts.saturating_sub(1)).unwrap_or_default();
    let factor = 1_i32.checked_shl(doubled.min(20)).unwrap_or(i32::MAX);
    (PAUSE * factor).min(LONGEST_PAUSE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_doubles_up_to_an_hour() {
        assert_eq!(pause(1), Duration::seconds(15));
        assert_eq!(pause(3), Duration::seconds(60));
        assert_eq!(pause(9), LONGEST_PAUSE);
        assert_eq!(pause(i32::MAX), LONGEST_PAUSE);
    }

    #[test]
    fn a_job_has_one_id() {
        assert_eq!(
            id_of("messages", "2026-06-15"),
            id_of("messages", "2026-06-15")
        );
        assert_ne!(
            id_of("messages", "2026-06-15"),
            id_of("messages", "2026-06-16")
        );
    }
}
