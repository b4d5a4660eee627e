//! Views of a person's data by others, written to the audit trail before anything is read.
//!
//! Requests that come at the same time share one commit: whoever gets the turn writes for all
//! that wait. Each goes on only when its own event is durable, so an answer that somebody got is
//! in the trail whatever happens to the machine afterwards.

use std::sync::{Arc, PoisonError};

use sea_orm::EntityTrait;
use tokio::sync::{OwnedMutexGuard, oneshot};

use crate::audit::{self, Event};
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::store::Database;
use crate::store::entity::audit_event;

/// How many events one statement writes at most: their values stay below what a statement of
/// either database may carry.
const GROUP: usize = 500;

/// Where views wait for the next group.
#[derive(Debug, Default)]
pub struct AccessLog {
    waiting: std::sync::Mutex<Vec<Waiting>>,
    turn: Arc<tokio::sync::Mutex<()>>,
}

#[derive(Debug)]
struct Waiting {
    row: audit_event::ActiveModel,
    /// Whether it is written; `false` when the store is away. Dropped without a word when the group
    /// was refused.
    done: oneshot::Sender<bool>,
}

impl AccessLog {
    /// Writes `event`; it is durable when this returns.
    ///
    /// # Errors
    /// Whatever the store says; the caller must not read then.
    pub async fn write(
        &self,
        context: &RequestContext,
        event: Event<'_>,
    ) -> Result<(), ServiceError> {
        let row = audit::row(context, event);
        let (done, mut written) = oneshot::channel();
        let own = row.clone();
        self.waiting().push(Waiting { row, done });
        let database = &context.platform.database;
        let outcome = tokio::select! {
            biased;
            outcome = &mut written => outcome,
            turn = Arc::clone(&self.turn).lock_owned() => {
                self.gather().await;
                let group = self.next_group();
                // A task of its own: a request that is given up must not take the others along.
                tokio::spawn(write_group(database.clone(), group, turn));
                written.await
            }
        };
        match outcome {
            Ok(true) => Ok(()),
            // Nobody waits for the same store twice.
            Ok(false) => Err(ServiceError::Unavailable("database")),
            // The group failed: each learns for itself why, or succeeds alone.
            Err(_) => Ok(audit::insert(&database.writer, own).await?),
        }
    }

    /// Lets the requests that are on their way come along, as long as more of them do: a commit costs
    /// everybody who reads more than a moment's wait.
    async fn gather(&self) {
        let mut before = 0;
        loop {
            let now = self.waiting().len();
            if now <= before || now >= GROUP {
                return;
            }
            before = now;
            tokio::task::yield_now().await;
        }
    }

    /// The oldest that wait, without those who gave up.
    fn next_group(&self) -> Vec<Waiting> {
        let mut waiting = self.waiting();
        waiting.retain(|one| !one.done.is_closed());
        let count = waiting.len().min(GROUP);
        waiting.drain(..count).collect()
    }

    fn waiting(&self) -> std::sync::MutexGuard<'_, Vec<Waiting>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Writes `group` in one statement, tells everybody in it, and ends the turn.
async fn write_group(database: Database, group: Vec<Waiting>, turn: OwnedMutexGuard<()>) {
    let (rows, told): (Vec<_>, Vec<_>) = group.into_iter().map(|one| (one.row, one.done)).unzip();
    if rows.is_empty() {
        return;
    }
    let written = audit_event::Entity::insert_many(rows)
        .exec_without_returning(&database.writer)
        .await
        .map_err(ServiceError::from);
    drop(turn);
    let word = match written {
        Ok(_) => true,
        Err(ServiceError::Unavailable(_)) => false,
        Err(_) => return,
    };
    for one in told {
        // Whoever gave up meanwhile does not hear it.
        let _gone = one.send(word);
    }
}
