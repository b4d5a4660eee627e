//! When a set is taken back, whoever was told that it counts is told that it does not, and what
//! counts now: each once, whatever happens to the server meanwhile.

use std::sync::Arc;

use chrono::NaiveDate;
use domain::access::{Action, Relation};
use domain::ids::PersonId;
use domain::language::Bilingual;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::{ParameterBook, queries, radar};
use crate::audit::{self, Event};
use crate::context::{RequestContext, day_in_china};
use crate::error::ServiceError;
use crate::jobs::{self, Job, Kind, Step, StepFuture};
use crate::messages::{self, Span, Template, Told};
use crate::platform::Platform;

/// The job, for the runner. Its payload is the id of the set that was taken back.
pub const JOB: Kind = Kind {
    name: "parameter_recall",
    step,
};

/// Persons of one step.
const BATCH: usize = 250;

fn step<'a>(platform: &'a Arc<Platform>, job: &'a Job) -> StepFuture<'a> {
    Box::pin(batch(platform, job))
}

#[derive(FromQueryResult)]
struct Next {
    person_id: Uuid,
}

/// A message about the set.
#[derive(FromQueryResult)]
struct Said {
    person_id: Uuid,
    template: String,
    parameters: String,
}

async fn batch(platform: &Arc<Platform>, job: &Job) -> Result<Step, ServiceError> {
    let reader = &platform.database.reader;
    let after = if job.position.is_empty() {
        Uuid::nil()
    } else {
        let unreadable = |_| ServiceError::internal("a place that cannot be read");
        job.position.parse().map_err(unreadable)?
    };
    let limit = i64::try_from(BATCH).unwrap_or(i64::MAX);
    let people: Vec<Next> = messages::queries::NEXT_PEOPLE
        .all(reader, [after.into(), limit.into()])
        .await?;
    let Some(through) = people.last().map(|last| last.person_id) else {
        return write(platform, job, Step::Done, None).await;
    };
    let step = if people.len() == BATCH {
        Step::More(through.to_string())
    } else {
        Step::Done
    };
    platform.parameters.refresh(&platform.database).await?;
    let occasion = radar::occasion(&job.payload);
    let values = [after.into(), through.into(), occasion.into()];
    let said: Vec<Said> = queries::TOLD_OF.all(reader, values).await?;
    let today = day_in_china(platform.clock.now());
    let told = said
        .into_iter()
        .filter_map(|said| taken_back(&platform.parameters, said, &job.payload, today))
        .collect();
    let span = Span { after, through };
    write(platform, job, step, Some((span, told))).await
}

/// What is to be told to whoever was told `said` of the set `id`.
fn taken_back(book: &ParameterBook, said: Said, id: &str, today: NaiveDate) -> Option<Told> {
    let template = Template::read(&said.template, &said.parameters)?;
    let Template::RulesChanged { region, since, .. } = template else {
        return None;
    };
    Some(Told {
        person: PersonId::from(said.person_id),
        template: Template::RulesTakenBack {
            counts: counting(book, &region, today),
            region,
            since,
        },
        occasion: format!("rules-back:{id}"),
    })
}

/// The name of the set that counts for `region` on `today`.
fn counting(book: &ParameterBook, region: &str, today: NaiveDate) -> Option<Bilingual> {
    let set = book.at(region.parse().ok()?, today).ok()?;
    Some(set.name.clone())
}

/// One transaction: that the job is still ours and how far it is, the messages, and the event.
async fn write(
    platform: &Arc<Platform>,
    job: &Job,
    step: Step,
    found: Option<(Span, Vec<Told>)>,
) -> Result<Step, ServiceError> {
    let transaction = platform.database.begin().await?;
    let now = platform.clock.now();
    jobs::advance(&transaction, now, job, &step).await?;
    let mut sent = 0;
    if let Some((span, told)) = found {
        sent = messages::tell(&transaction, span, now, &told).await?;
    }
    if sent > 0 {
        let context = RequestContext::operator(Arc::clone(platform), "parameters");
        let event = Event {
            subject: None,
            relation: Relation::Nobody,
            action: Action::Operate,
            object_kind: "parameter_recall",
            object_id: &format!("{} {sent} after {}", job.payload, job.position),
        };
        audit::write(&transaction, &context, event).await?;
    }
    transaction.commit().await?;
    Ok(step)
}
