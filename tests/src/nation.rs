//! A nation in the store: some people with the whole history that the demonstration gives them,
//! and as many beside them as are wanted, with little each. For measures that depend on how many
//! people there are.
//!
//! What is written is what the product would have written: sealed, indexed, settled by the engine,
//! summed. Only the road is another one, because millions of rows must not take hours.

mod bulk;
mod copy;
mod couple;
mod ground;
mod settled;

use std::collections::HashSet;
use std::sync::Arc;

use sea_orm::{ConnectionTrait, EntityTrait, PaginatorTrait, QuerySelect};
use services::store::entity::{audit_event, person, settlement_total};
use services::{Platform, RequestContext, accumulators, demo, records};
use tokio::sync::mpsc;
use uuid::Uuid;

use self::couple::Couple;
use self::ground::Ground;

/// How many couples are written together: the memory that building takes, and on SQLite a
/// transaction.
const COUPLES: usize = 2_500;

/// What a resident sees of themselves; `{settlement}` stands for one of theirs.
pub const PAGES: [&str; 13] = [
    "/me",
    "/me/benefits",
    "/me/settlements",
    "/me/settlements/{settlement}",
    "/me/settlements/{settlement}/replay",
    "/me/account",
    "/me/enrolment",
    "/me/contributions",
    "/me/family",
    "/me/family/ledger",
    "/me/messages",
    "/me/access",
    "/me/add-ons",
];

/// How many people there are to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nation {
    /// All of them, to within one: those beside the demonstration come in couples. There are
    /// never fewer than the demonstration has.
    pub people: u64,
    /// How many the demonstration invents besides those whom it always has.
    pub histories: u64,
}

/// Rows on their way into the store.
#[derive(Default)]
struct Batch {
    rows: records::Rows,
    totals: Vec<settlement_total::Model>,
    events: Vec<audit_event::Model>,
}

impl Batch {
    fn finish(mut self) -> Self {
        self.totals = accumulators::totals_of(&self.rows.settlements);
        self
    }
}

/// Fills the migrated, empty store of `platform`. Batches are made while others are written, and
/// never more than three of them are in memory.
///
/// # Panics
/// When the store or the engine refuses something.
pub async fn build(platform: &Arc<Platform>, nation: Nation) {
    let context = RequestContext::operator(Arc::clone(platform), "nation");
    let arguments = demo::Arguments {
        people: nation.histories,
        seed: 1,
        as_of: context.today(),
    };
    demo::load(&context, arguments, &|_| ())
        .await
        .expect("the demonstration");
    let database = &platform.database;
    let there = person::Entity::find()
        .count(&database.reader)
        .await
        .expect("a count");
    let couples = nation.people.saturating_sub(there) / 2;
    let taken = numbers_taken(&database.reader).await;
    let ground = Ground::of(&context).await;
    let (made, mut ready) = mpsc::channel(1);
    let maker = tokio::task::spawn_blocking(move || make(&ground, couples, &taken, &made));
    while let Some(batch) = ready.recv().await {
        bulk::write(database, &batch).await;
    }
    maker.await.expect("every batch is made");
    bulk::settle_down(database).await;
}

/// Below the ids of all people beside the demonstration, and above those of the demonstration.
#[must_use]
pub fn divide() -> Uuid {
    couple::lowest_id()
}

/// The blind indexes of the numbers that people have already.
async fn numbers_taken(connection: &impl ConnectionTrait) -> HashSet<Vec<u8>> {
    let found = person::Entity::find()
        .select_only()
        .column(person::Column::IdNumberIndex)
        .into_tuple()
        .all(connection)
        .await;
    found.expect("the numbers").into_iter().collect()
}

fn make(ground: &Ground, couples: u64, taken: &HashSet<Vec<u8>>, made: &mpsc::Sender<Batch>) {
    let free = (0..)
        .map(|serial| Couple::new(ground, serial))
        .filter(|couple| couple.numbers().all(|index| !taken.contains(index)));
    let mut batch = Batch::default();
    for couple in free.take(usize::try_from(couples).expect("so many fit")) {
        couple.record(ground, &mut batch);
        if batch.rows.households.len() == COUPLES {
            let full = std::mem::take(&mut batch).finish();
            if made.blocking_send(full).is_err() {
                // Who writes has failed, and says so.
                return;
            }
        }
    }
    // Nobody waits any more only when the writer has failed, and says so.
    let _gone = made.blocking_send(batch.finish());
}
