//! Writes the demonstration into the store, batch by batch; it can be killed and goes on.

use chrono::NaiveDate;
use domain::access::{Action, Relation};
use domain::ids::PersonId;
use sea_orm::sea_query::OnConflict as Conflict;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};
use sha2::{Digest, Sha256};

use super::dice::Dice;
use super::employers::{self, Employers};
use super::family::Family;
use super::population::{Population, Unit};
use super::world::{BEIJING, CHENGDU, HANGZHOU, World};
use super::{accounts, history, invitations, messages, named, synthetic};
use crate::audit::{self, Event};
use crate::authorise;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::records::Rows;
use crate::store::bulk::OnConflict;
use crate::store::entity::import_run;
use crate::{institutions, parameters, products};

/// People of one transaction.
const BATCH: u64 = 250;
/// Where the ids of the population begin; those of the named people lie before.
const FIRST_ORDINAL: u64 = 1_000;
/// Where the streams of chance of the population begin.
const FIRST_STREAM: u64 = 1_000;
/// The staff of employers A, B and C besides the named people.
const STAFF: [u64; 3] = [7, 319, 24];

/// An insured person with an account: its subject, whose it is, their name.
pub(super) type Named = (&'static str, PersonId, String);

/// What a demonstration is made from. The same three give the same people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arguments {
    /// How many invented people besides the named ones and the three employers' staff.
    pub people: u64,
    /// Where chance begins.
    pub seed: u64,
    /// The day on which the demonstration takes place.
    pub as_of: NaiveDate,
}

impl Arguments {
    fn to_kind(self) -> String {
        format!(
            "demo people={} seed={} as_of={}",
            self.people, self.seed, self.as_of
        )
    }

    fn from_kind(kind: &str) -> Option<Self> {
        let mut parts = kind.strip_prefix("demo ")?.split(' ');
        let mut next = |name: &str| parts.next()?.strip_prefix(name)?.strip_prefix('=');
        Some(Self {
            people: next("people")?.parse().ok()?,
            seed: next("seed")?.parse().ok()?,
            as_of: next("as_of")?.parse().ok()?,
        })
    }
}

/// How far the work is, for somebody who waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// People written.
    pub done: u64,
    /// People in all.
    pub total: u64,
}

/// What the store holds now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loaded {
    /// What the demonstration in the store was made from.
    pub arguments: Arguments,
    /// Whether this call wrote anything; `false`: it was there already.
    pub written: bool,
}

/// The demonstration that the store holds whole, if there is one.
///
/// # Errors
/// From the store.
pub async fn loaded(context: &RequestContext) -> Result<Option<Arguments>, ServiceError> {
    let run = run_of(&context.platform.database.reader).await?;
    Ok(run
        .filter(|run| run.phase == "done")
        .and_then(|run| Arguments::from_kind(&run.kind)))
}

/// What the demonstration in the store is made from, whole or interrupted.
///
/// # Errors
/// From the store.
pub async fn begun(context: &RequestContext) -> Result<Option<Arguments>, ServiceError> {
    let run = run_of(&context.platform.database.reader).await?;
    Ok(run.and_then(|run| Arguments::from_kind(&run.kind)))
}

/// Builds the demonstration. On a store that has one already, of whatever arguments, it changes
/// nothing and says so; one that was interrupted is completed.
///
/// # Errors
/// `Forbidden`; `Invalid` when no rules are in force on the day; `Conflict` when an interrupted
/// demonstration with other arguments is in the store; else from the store.
pub async fn load(
    context: &RequestContext,
    arguments: Arguments,
    progress: &(dyn Fn(Progress) + Send + Sync),
) -> Result<Loaded, ServiceError> {
    authorise::operator(context)?;
    parameters::import_shipped(context).await?;
    institutions::import_visited(context).await?;
    products::import_shipped(context).await?;
    let platform = &context.platform;
    let run = run_of(&platform.database.writer).await?;
    if let Some(run) = &run {
        let stored = Arguments::from_kind(&run.kind)
            .ok_or_else(|| ServiceError::internal("an unreadable demonstration"))?;
        if run.phase == "done" {
            return Ok(Loaded {
                arguments: stored,
                written: false,
            });
        }
        if stored != arguments {
            return Err(ServiceError::Conflict(
                "an interrupted demonstration of other arguments",
            ));
        }
    }
    let catalogue = products::list(context, None).await?;
    let mut world = World::new(platform, arguments.seed, arguments.as_of, catalogue)?;
    let mut first = Rows::default();
    let employers = employers::record(&mut world, &mut first)?;
    let mut population = Population::new(arguments.seed);
    let begun = run.is_some();
    let mut position = run.map_or(0, |run| u64::try_from(run.position).unwrap_or_default());
    let people = record_named(&world, &employers, &mut population, &mut first)?;
    if !begun {
        accounts::record(&world, &employers, &people, &mut first);
        invitations::record(&world, &people, &mut first);
        write(context, arguments, &first, 0, "writing").await?;
    }

    let total = STAFF.iter().sum::<u64>() + arguments.people;
    let mut rows = Rows::default();
    let mut made = 0;
    let mut unit_number = 0;
    while made < total {
        let unit = next_unit(&world, &employers, &mut population, made, total);
        let ordinal = FIRST_ORDINAL + made;
        made += u64::try_from(unit.members.len()).unwrap_or(1).max(1);
        unit_number += 1;
        if made <= position {
            continue;
        }
        let mut dice = Dice::new(arguments.seed, FIRST_STREAM + unit_number);
        let family = synthetic::family(&world, &mut dice, unit);
        history::record(&world, &mut dice, &family, ordinal, &mut rows)?;
        if made - position >= BATCH && made < total {
            write(context, arguments, &rows, made, "writing").await?;
            position = made;
            rows = Rows::default();
            progress(Progress { done: made, total });
        }
    }
    write(context, arguments, &rows, made, "done").await?;
    progress(Progress { done: total, total });
    Ok(Loaded {
        arguments,
        written: true,
    })
}

/// The staff of the three employers first, then households.
fn next_unit(
    world: &World<'_>,
    employers: &Employers,
    population: &mut Population,
    made: u64,
    total: u64,
) -> Unit {
    let [small, large, agency] = STAFF;
    if made < small {
        population.staff(world, CHENGDU, employers.small)
    } else if made < small + large {
        population.staff(world, BEIJING, employers.large)
    } else if made < small + large + agency {
        population.staff(world, HANGZHOU, employers.agency)
    } else {
        population.household(world, total - made)
    }
}

fn record_named(
    world: &World<'_>,
    employers: &Employers,
    population: &mut Population,
    rows: &mut Rows,
) -> Result<Vec<Named>, ServiceError> {
    let mut dice = Dice::new(world.seed, 3);
    let mut people = Vec::new();
    let mut ordinal = 0;
    for family in named::families(world, employers, &mut dice) {
        let Family {
            lives, accounts, ..
        } = &family;
        lives
            .iter()
            .for_each(|life| population.reserve(&life.person.number));
        let ids = history::record(world, &mut dice, &family, ordinal, rows)?;
        ordinal += u64::try_from(ids.len()).unwrap_or_default();
        for (subject, place) in accounts {
            if let (Some(id), Some(life)) = (ids.get(*place), lives.get(*place)) {
                people.push((*subject, *id, life.person.name.clone()));
            }
        }
    }
    Ok(people)
}

/// One transaction: the rows, how far the work is, and the event that records both.
async fn write(
    context: &RequestContext,
    arguments: Arguments,
    rows: &Rows,
    position: u64,
    phase: &str,
) -> Result<(), ServiceError> {
    let transaction = context.platform.database.begin().await?;
    rows.write(&transaction, OnConflict::Fail).await?;
    messages::send(
        &transaction,
        &context.platform.parameters,
        rows,
        arguments.as_of,
    )
    .await?;
    let kind = arguments.to_kind();
    let run = import_run::Model {
        file_hash: Sha256::digest(kind.as_bytes()).to_vec(),
        kind,
        phase: phase.to_owned(),
        position: i64::try_from(position).unwrap_or(i64::MAX),
        accepted: i64::try_from(position).unwrap_or(i64::MAX),
        refused: 0,
        updated_at: context.now,
    };
    let update = Conflict::columns([import_run::Column::Kind, import_run::Column::FileHash])
        .update_columns([
            import_run::Column::Phase,
            import_run::Column::Position,
            import_run::Column::Accepted,
        ])
        .to_owned();
    import_run::Entity::insert(run.into_active_model())
        .on_conflict(update)
        .exec_without_returning(&transaction)
        .await?;
    let event = Event {
        subject: None,
        relation: Relation::Nobody,
        action: Action::Operate,
        object_kind: "demo",
        object_id: &format!("{} {phase} {position}", arguments.to_kind()),
    };
    audit::write(&transaction, context, event).await?;
    transaction.commit().await?;
    Ok(())
}

async fn run_of(
    connection: &impl ConnectionTrait,
) -> Result<Option<import_run::Model>, ServiceError> {
    Ok(import_run::Entity::find()
        .filter(import_run::Column::Kind.starts_with("demo "))
        .one(connection)
        .await?)
}
