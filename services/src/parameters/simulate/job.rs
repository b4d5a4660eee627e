//! The job of a simulation: some hundred settlements a step, so that its memory does not grow with
//! what it goes through and a restart loses one step at most.

use std::sync::Arc;

use domain::access::Action;
use domain::settlement::parameters::ParameterSet;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::plan::{Stretch, stretches};
use super::replay::{Replayed, Stored, replay};
use super::report::state;
use super::tally::Tally;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::jobs::{self, Job, Kind, Step, StepFuture};
use crate::parameters::release::region;
use crate::parameters::stage::Stage;
use crate::parameters::steps::{self, Hand, NewStep};
use crate::parameters::{draft, queries};
use crate::platform::Platform;
use crate::store::entity::{parameter_draft, parameter_simulation};

/// The job, for the runner.
pub const JOB: Kind = Kind {
    name: "parameter_simulation",
    step,
};

/// Settlements of one step; a person's year is never divided, so that it may be a few more.
const PAGE: usize = 1_000;

fn step<'a>(platform: &'a Arc<Platform>, job: &'a Job) -> StepFuture<'a> {
    Box::pin(page(platform, job))
}

/// Where a simulation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    /// Which stretch of the plan.
    stretch: usize,
    /// The last person of it that is done.
    after: Uuid,
}

impl Place {
    const BEGIN: Self = Self {
        stretch: 0,
        after: Uuid::nil(),
    };

    fn read(text: &str) -> Result<Self, ServiceError> {
        if text.is_empty() {
            return Ok(Self::BEGIN);
        }
        let place = text.split_once('/').and_then(|(stretch, after)| {
            Some(Self {
                stretch: stretch.parse().ok()?,
                after: after.parse().ok()?,
            })
        });
        place.ok_or_else(|| ServiceError::internal("a place that cannot be read"))
    }

    fn text(self) -> String {
        format!("{}/{}", self.stretch, self.after)
    }
}

async fn page(platform: &Arc<Platform>, job: &Job) -> Result<Step, ServiceError> {
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
    let mut place = Place::read(&job.position)?;
    let wanted = u64::try_from(run.wanted).unwrap_or_default();
    if let Some(stretch) = plan.get(place.stretch) {
        let (people, more) = people(platform, stretch, place.after).await?;
        let set: ParameterSet =
            serde_json::from_str(&draft.body).map_err(ServiceError::internal)?;
        let last = people.last().and_then(|bills| bills.first());
        place = match last.filter(|_| more) {
            Some(bill) => Place {
                after: bill.person_id,
                ..place
            },
            None => Place {
                stretch: place.stretch + 1,
                after: Uuid::nil(),
            },
        };
        let left = wanted.saturating_sub(tally.replayed());
        for replayed in settled_again(platform, set, people, left).await? {
            tally.add(stretch.year, &replayed);
        }
    }
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

/// The bills of the next persons of a stretch, person by person, and whether there are more.
async fn people(
    platform: &Platform,
    stretch: &Stretch,
    after: Uuid,
) -> Result<(Vec<Vec<Stored>>, bool), ServiceError> {
    let reader = &platform.database.reader;
    let most = i64::try_from(PAGE).unwrap_or(i64::MAX);
    let values = [
        stretch.place.as_str().into(),
        stretch.year.into(),
        after.into(),
        most.into(),
    ];
    let bills: Vec<Stored> = queries::PAGE.all(reader, values).await?;
    let more = bills.len() == PAGE;
    let mut people: Vec<Vec<Stored>> = Vec::new();
    for bill in bills {
        match people.last_mut() {
            Some(own)
                if own
                    .last()
                    .is_some_and(|last| last.person_id == bill.person_id) =>
            {
                own.push(bill);
            }
            _ => people.push(vec![bill]),
        }
    }
    if more {
        // The last one may go on behind the page.
        let cut = people.pop().unwrap_or_default();
        if let (true, Some(bill)) = (people.is_empty(), cut.first()) {
            let values = [
                stretch.place.as_str().into(),
                stretch.year.into(),
                bill.person_id.into(),
            ];
            people.push(queries::OF_PERSON.all(reader, values).await?);
        }
    }
    Ok((people, more))
}

/// The people settled again until `left` bills are, beside the requests that are served meanwhile.
async fn settled_again(
    platform: &Arc<Platform>,
    set: ParameterSet,
    people: Vec<Vec<Stored>>,
    left: u64,
) -> Result<Vec<Replayed>, ServiceError> {
    let platform = Arc::clone(platform);
    let work = move || {
        let (mut done, mut out) = (0, Vec::new());
        for bills in people {
            if done >= left {
                break;
            }
            done += u64::try_from(bills.len()).unwrap_or(u64::MAX);
            out.push(replay(&platform.parameters, &set, &bills)?);
        }
        Ok(out)
    };
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(ServiceError::internal)?
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_as_it_is_written() {
        let place = Place {
            stretch: 3,
            after: Uuid::from_u128(7),
        };
        assert_eq!(Place::read(&place.text()).unwrap(), place);
        assert_eq!(Place::read("").unwrap(), Place::BEGIN);
        assert!(Place::read("3").is_err());
    }
}
