//! Platforms whose clock the test moves, and the job of messages on them.

use std::sync::Arc;

use domain::ids::PersonId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use services::jobs::{self, Outcome};
use services::store::Database;
use services::store::entity::message;
use services::{Platform, RequestContext, messages, parameters};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::platform::{SeededRandom, keys};
use crate::site::{MovableClock, Shared};

/// A copy of the server, as far as jobs can tell: with its own luck, and the time that all share.
#[must_use]
pub fn copy(database: &Database, clock: &Arc<MovableClock>, seed: u64) -> Arc<Platform> {
    let clock = Box::new(Shared(Arc::clone(clock)));
    let random = Box::new(SeededRandom::new(seed));
    Arc::new(Platform::new(database.clone(), keys(), clock, random))
}

/// The same with the rules that ship.
///
/// # Panics
/// When the store refuses them.
pub async fn copy_with_rules(
    database: &Database,
    clock: &Arc<MovableClock>,
    seed: u64,
) -> Arc<Platform> {
    let platform = copy(database, clock, seed);
    let context = RequestContext::operator(Arc::clone(&platform), "test");
    parameters::import_shipped(&context).await.expect("rules");
    let book = &platform.parameters;
    book.refresh(&platform.database).await.expect("read");
    platform
}

/// Does the job of the day, if nobody has done it. Returns how many steps it took.
///
/// # Panics
/// When it does not get done.
pub async fn send(platform: &Arc<Platform>) -> u64 {
    messages::plan_today(platform).await.expect("planned");
    let stop = CancellationToken::new();
    let ran = jobs::run_next(platform, jobs::KINDS, &stop);
    ran.await.expect("an answer").map_or(0, |ran| {
        assert_eq!(ran.outcome, Outcome::Done);
        ran.steps
    })
}

/// The messages to `person`, the oldest first.
///
/// # Panics
/// When the store does not answer.
pub async fn of(platform: &Platform, person: PersonId) -> Vec<message::Model> {
    message::Entity::find()
        .filter(message::Column::PersonId.eq(Uuid::from(person)))
        .order_by_asc(message::Column::MessageId)
        .all(&platform.database.reader)
        .await
        .expect("the store answers")
}

/// Their occasions, in order.
///
/// # Panics
/// As [`of`].
pub async fn occasions(platform: &Platform, person: PersonId) -> Vec<String> {
    let found = of(platform, person).await;
    let mut occasions: Vec<String> = found.into_iter().map(|one| one.occasion).collect();
    occasions.sort();
    occasions
}
