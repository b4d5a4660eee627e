//! When a set is in force, those are told whose last twelve months would have come out differently
//! by it: each once, whatever happens to the server meanwhile.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Datelike, Months, NaiveDate, Utc};
use domain::access::{Action, Relation};
use domain::identifiers::RegionCode;
use domain::ids::PersonId;
use domain::money::Money;
use domain::settlement::parameters::ParameterSet;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, FromQueryResult, QueryFilter};
use uuid::Uuid;

use super::release::{radar_state, region};
use super::simulate::replay::{Stored, replay};
use super::{ParameterBook, queries};
use crate::audit::{self, Event};
use crate::context::{RequestContext, day_in_china};
use crate::error::ServiceError;
use crate::jobs::{self, Job, Kind, Step, StepFuture};
use crate::messages::{self, Span, Template, Told};
use crate::platform::Platform;
use crate::store::entity::{parameter_release, parameter_set};

/// The job, for the runner.
pub const JOB: Kind = Kind {
    name: "parameter_radar",
    step,
};

/// Persons of one step.
const BATCH: usize = 250;

/// How far the messages about a set are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Radar {
    /// From which difference on somebody is told.
    pub told_from: Money,
    /// How it stands.
    pub state: RadarState,
    /// How many people were looked at.
    pub looked_at: u64,
    /// How many got a message.
    pub told: u64,
    /// When everybody was looked at.
    pub ended_at: Option<DateTime<Utc>>,
}

/// How the messages about a set stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RadarState {
    /// The set is not in force yet.
    Waiting,
    /// People are being looked at.
    Running,
    /// Everybody was looked at.
    Done,
    /// The set was taken back before everybody was.
    Stopped,
}

impl Radar {
    pub(super) fn of(row: &parameter_release::Model) -> Self {
        Self {
            told_from: Money::from_fen(row.told_from),
            state: match row.radar_state.as_str() {
                radar_state::WAITING => RadarState::Waiting,
                radar_state::RUNNING => RadarState::Running,
                radar_state::STOPPED => RadarState::Stopped,
                _ => RadarState::Done,
            },
            looked_at: u64::try_from(row.looked_at).unwrap_or_default(),
            told: u64::try_from(row.told).unwrap_or_default(),
            ended_at: row.radar_ended_at,
        }
    }
}

fn step<'a>(platform: &'a Arc<Platform>, job: &'a Job) -> StepFuture<'a> {
    Box::pin(batch(platform, job))
}

#[derive(FromQueryResult)]
struct Next {
    person_id: Uuid,
}

/// A settlement of the span.
#[derive(FromQueryResult)]
struct Bill {
    person_id: Uuid,
    settlement_id: Uuid,
    fund_total: i64,
    personal_burden: i64,
    parameter_set_id: String,
    input: String,
    reverses_id: Option<Uuid>,
    created_at: DateTime<Utc>,
    region_code: String,
    benefit_year: i32,
    settled_on: NaiveDate,
}

async fn batch(platform: &Arc<Platform>, job: &Job) -> Result<Step, ServiceError> {
    let reader = &platform.database.reader;
    let id = job.payload.as_str();
    let release = parameter_release::Entity::find_by_id(id.to_owned())
        .one(reader)
        .await?;
    let set = parameter_set::Entity::find_by_id(id.to_owned())
        .one(reader)
        .await?;
    let running = |release: &parameter_release::Model| release.radar_state == radar_state::RUNNING;
    let (Some(release), Some(row)) = (release.filter(running), set) else {
        return stopped(platform, job).await;
    };
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
        return write(platform, job, release, Step::Done, None).await;
    };
    let step = if people.len() == BATCH {
        Step::More(through.to_string())
    } else {
        Step::Done
    };
    platform.parameters.refresh(&platform.database).await?;
    let window = Window::until(day_in_china(platform.clock.now()));
    let values = [after.into(), through.into(), window.load_from.into()];
    let bills: Vec<Bill> = queries::OF_SPAN.all(reader, values).await?;
    let set: ParameterSet = serde_json::from_str(&row.body).map_err(ServiceError::internal)?;
    let task = Task {
        place: region(&row.region_code)?,
        least: Money::from_fen(release.told_from),
        since: row.valid_from,
        window,
        set,
    };
    let shared = Arc::clone(platform);
    let work = move || task.told(&shared.parameters, bills);
    let told = tokio::task::spawn_blocking(work).await;
    let told = told.map_err(ServiceError::internal)??;
    let found = Found {
        span: Span { after, through },
        people: people.len(),
        told,
    };
    write(platform, job, release, step, Some(found)).await
}

/// The set was taken back meanwhile: nothing more is told.
async fn stopped(platform: &Arc<Platform>, job: &Job) -> Result<Step, ServiceError> {
    let transaction = platform.database.begin().await?;
    jobs::advance(&transaction, platform.clock.now(), job, &Step::Done).await?;
    transaction.commit().await?;
    Ok(Step::Done)
}

/// Why somebody is told of the set `id`.
pub(super) fn occasion(id: &str) -> String {
    format!("rules:{id}")
}

/// The days that are looked at.
#[derive(Clone, Copy)]
struct Window {
    /// What was used up before counts: each year is settled again from its beginning.
    load_from: NaiveDate,
    /// The first day whose bills are compared.
    from: NaiveDate,
}

impl Window {
    fn until(today: NaiveDate) -> Self {
        let from = today.checked_sub_months(Months::new(12)).unwrap_or(today);
        let load_from = NaiveDate::from_ymd_opt(from.year(), 1, 1).unwrap_or(from);
        Self { load_from, from }
    }
}

/// What is looked for.
struct Task {
    place: RegionCode,
    least: Money,
    since: NaiveDate,
    window: Window,
    set: ParameterSet,
}

impl Task {
    fn told(&self, book: &ParameterBook, bills: Vec<Bill>) -> Result<Vec<Told>, ServiceError> {
        let mut years: BTreeMap<(Uuid, i32), Vec<Bill>> = BTreeMap::new();
        for bill in bills {
            if self.serves(book, &bill.region_code) {
                let key = (bill.person_id, bill.benefit_year);
                years.entry(key).or_default().push(bill);
            }
        }
        let mut more: BTreeMap<Uuid, (Money, String)> = BTreeMap::new();
        for ((person, _), bills) in years {
            let (change, place) = self.change(book, bills)?;
            let sum = more.entry(person).or_default();
            sum.0 += change;
            sum.1 = place;
        }
        let told = more
            .into_iter()
            .filter(|(_, (more, _))| more.abs() >= self.least)
            .map(|(person, (more, region))| Told {
                person: PersonId::from(person),
                template: Template::RulesChanged {
                    region,
                    since: self.since,
                    more,
                },
                occasion: occasion(&self.set.id),
            });
        Ok(told.collect())
    }

    /// What the bills of one person's year in the window change, and where the last one was insured.
    fn change(
        &self,
        book: &ParameterBook,
        bills: Vec<Bill>,
    ) -> Result<(Money, String), ServiceError> {
        let inside: Vec<Uuid> = bills
            .iter()
            .filter(|bill| bill.settled_on >= self.window.from)
            .map(|bill| bill.settlement_id)
            .collect();
        let place = bills
            .last()
            .map(|bill| bill.region_code.clone())
            .unwrap_or_default();
        let bills: Vec<Stored> = bills.into_iter().map(Stored::from).collect();
        let replayed = replay(book, &self.set, &bills)?;
        let changes = replayed.changes.iter();
        let counted = changes.filter(|change| inside.contains(&change.settlement));
        Ok((counted.map(|change| change.burden).sum(), place))
    }

    /// Whether the set serves the people of `place` on its first day and later.
    fn serves(&self, book: &ParameterBook, place: &str) -> bool {
        let own = book.places();
        let Ok(place) = place.parse::<RegionCode>() else {
            return false;
        };
        let nearest = place
            .with_ancestors()
            .find(|ancestor| *ancestor == self.place || own.contains(ancestor));
        nearest == Some(self.place)
    }
}

impl From<Bill> for Stored {
    fn from(bill: Bill) -> Self {
        Self {
            person_id: bill.person_id,
            settlement_id: bill.settlement_id,
            fund_total: bill.fund_total,
            personal_burden: bill.personal_burden,
            parameter_set_id: bill.parameter_set_id,
            input: bill.input,
            reverses_id: bill.reverses_id,
            created_at: bill.created_at,
        }
    }
}

/// What a step found.
struct Found {
    span: Span,
    people: usize,
    told: Vec<Told>,
}

/// One transaction: that the job is still ours and how far it is, the messages, and the event.
async fn write(
    platform: &Arc<Platform>,
    job: &Job,
    release: parameter_release::Model,
    step: Step,
    found: Option<Found>,
) -> Result<Step, ServiceError> {
    let transaction = platform.database.begin().await?;
    let now = platform.clock.now();
    jobs::advance(&transaction, now, job, &step).await?;
    // Whoever takes the set back waits here for what is being told, or is waited for.
    let id = release.parameter_set_id.as_str();
    let state = parameter_release::Column::RadarState;
    let running = parameter_release::Entity::update_many()
        .col_expr(state, Expr::value(radar_state::RUNNING))
        .filter(parameter_release::Column::ParameterSetId.eq(id))
        .filter(state.eq(radar_state::RUNNING))
        .exec(&transaction)
        .await?;
    if running.rows_affected == 0 {
        transaction.rollback().await?;
        return stopped(platform, job).await;
    }
    let (mut people, mut sent) = (0, 0);
    if let Some(found) = found {
        people = i64::try_from(found.people).unwrap_or_default();
        sent = messages::tell(&transaction, found.span, now, &found.told).await?;
    }
    let over = step == Step::Done;
    let mut change = parameter_release::ActiveModel {
        parameter_set_id: Set(release.parameter_set_id),
        looked_at: Set(release.looked_at + people),
        told: Set(release.told + i64::try_from(sent).unwrap_or_default()),
        ..Default::default()
    };
    if over {
        change.radar_state = Set(radar_state::DONE.to_owned());
        change.radar_ended_at = Set(Some(now));
    }
    parameter_release::Entity::update(change)
        .exec(&transaction)
        .await?;
    if sent > 0 {
        let context = RequestContext::operator(Arc::clone(platform), "parameters");
        let event = Event {
            subject: None,
            relation: Relation::Nobody,
            action: Action::Operate,
            object_kind: "parameter_radar",
            object_id: &format!("{} {sent} after {}", job.payload, job.position),
        };
        audit::write(&transaction, &context, event).await?;
    }
    transaction.commit().await?;
    Ok(step)
}
