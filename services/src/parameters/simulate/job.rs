//! The job of a simulation: some thousand settlements a step, so that its memory does not grow with
//! what it goes through and a restart loses one step at most.

use std::sync::Arc;

use domain::access::Action;
use domain::settlement::parameters::ParameterSet;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::pages::Place;
use super::plan::{Stretch, stretches};
use super::report::state;
use super::tally::Tally;
use super::walk::{self, Pace, Task};
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::jobs::{self, Job, Kind, Step, StepFuture};
use crate::parameters::draft;
use crate::parameters::release::region;
use crate::parameters::stage::Stage;
use crate::parameters::steps::{self, Hand, NewStep};
use crate::platform::Platform;
use crate::store::entity::{parameter_draft, parameter_simulation};

/// The job, for the runner.
pub const JOB: Kind = Kind {
    name: "parameter_simulation",
    step,
};

fn step<'a>(platform: &'a Arc<Platform>, job: &'a Job) -> StepFuture<'a> {
    Box::pin(step_at(platform, job, Pace::here()))
}

/// Does a step of the job at `pace`.
///
/// # Errors
/// `Conflict` when somebody else has the job by now, `Internal` for what cannot be read; else from
/// the store.
pub async fn step_at(
    platform: &Arc<Platform>,
    job: &Job,
    pace: Pace,
) -> Result<Step, ServiceError> {
    let unreadable = |_| ServiceError::internal("a simulation that cannot be read");
    let id: Uuid = job.payload.parse().map_err(unreadable)?;
    let reader = &platform.database.reader;
    let run = parameter_simulation::Entity::find_by_id(id)
        .one(reader)
        .await?;
    let Some(mut run) = run.filter(|run| run.state == state::RUNNING) else {
        return end(platform, job, None).await;
    };
    let draft = draft::open(reader, &run.parameter_set_id).await;
    let (draft, _) = match draft {
        Ok(draft) if draft.0.content_hash == run.content_hash => draft,
        Ok(_) | Err(ServiceError::NotFound) => {
            state::STALE.clone_into(&mut run.state);
            return end(platform, job, Some(run)).await;
        }
        Err(error) => return Err(error),
    };
    platform.parameters.refresh(&platform.database).await?;
    let plan: Vec<Stretch> = if run.plan.is_empty() {
        let region = region(&draft.region_code)?;
        let plan = stretches(reader, &platform.parameters, region).await?;
        run.plan = serde_json::to_string(&plan).map_err(ServiceError::internal)?;
        plan
    } else {
        serde_json::from_str(&run.plan).map_err(ServiceError::internal)?
    };
    let mut tally: Tally = if run.tally.is_empty() {
        Tally::default()
    } else {
        serde_json::from_str(&run.tally).map_err(ServiceError::internal)?
    };
    let wanted = u64::try_from(run.wanted).unwrap_or_default();
    let set: ParameterSet = serde_json::from_str(&draft.body).map_err(ServiceError::internal)?;
    let task = Task {
        plan: &plan,
        set: Arc::new(set),
        left: wanted.saturating_sub(tally.replayed()),
    };
    let place = Place::read(&job.position)?;
    let (counted, place) = walk::step(platform, task, place, pace).await?;
    tally.add(&counted);
    run.tally = serde_json::to_string(&tally).map_err(ServiceError::internal)?;
    run.replayed = i64::try_from(tally.replayed()).unwrap_or(i64::MAX);
    if tally.replayed() >= wanted || place.stretch >= plan.len() {
        state::DONE.clone_into(&mut run.state);
        return end(platform, job, Some(run)).await;
    }
    let step = Step::More(place.text());
    let transaction = platform.database.begin().await?;
    jobs::advance(&transaction, platform.clock.now(), job, &step).await?;
    keep(&transaction, run).await?;
    transaction.commit().await?;
    Ok(step)
}

/// The last step: the run as it ended, and the draft is simulated when it is still what was tried.
async fn end(
    platform: &Arc<Platform>,
    job: &Job,
    run: Option<parameter_simulation::Model>,
) -> Result<Step, ServiceError> {
    let transaction = platform.database.begin().await?;
    let now = platform.clock.now();
    jobs::advance(&transaction, now, job, &Step::Done).await?;
    if let Some(mut run) = run {
        run.ended_at = Some(now);
        if run.state == state::DONE {
            mark(platform, &transaction, &run).await?;
        }
        keep(&transaction, run).await?;
    }
    transaction.commit().await?;
    Ok(Step::Done)
}

async fn keep(
    transaction: &DatabaseTransaction,
    run: parameter_simulation::Model,
) -> Result<(), ServiceError> {
    let parameter_simulation::Model {
        run_id,
        state,
        replayed,
        plan,
        tally,
        ended_at,
        ..
    } = run;
    let change = parameter_simulation::ActiveModel {
        run_id: Set(run_id),
        state: Set(state),
        replayed: Set(replayed),
        plan: Set(plan),
        tally: Set(tally),
        ended_at: Set(ended_at),
        ..Default::default()
    };
    parameter_simulation::Entity::update(change)
        .exec(transaction)
        .await?;
    Ok(())
}

/// Moves the draft on, with its step of the history.
async fn mark(
    platform: &Arc<Platform>,
    transaction: &DatabaseTransaction,
    run: &parameter_simulation::Model,
) -> Result<(), ServiceError> {
    let id = run.parameter_set_id.as_str();
    let moved = parameter_draft::Entity::update_many()
        .col_expr(
            parameter_draft::Column::State,
            Expr::value(Stage::Simulated.code()),
        )
        .filter(parameter_draft::Column::ParameterSetId.eq(id))
        .filter(parameter_draft::Column::ContentHash.eq(run.content_hash.as_str()))
        .filter(parameter_draft::Column::State.eq(Stage::Drafted.code()))
        .exec(transaction)
        .await?;
    if moved.rows_affected == 0 {
        return Ok(());
    }
    let context = RequestContext::operator(Arc::clone(platform), "parameters");
    let known = steps::all(transaction, id).await?;
    let new = NewStep {
        id,
        stage: Stage::Simulated,
        hash: &run.content_hash,
        note: "",
        action: Action::Operate,
    };
    steps::write(transaction, &context, Hand::nobody(), &known, new).await
}
