//! Views of a person's data by others, made durable before anything is read.
//!
//! Requests that come at the same time share one commit: whoever gets the turn writes for all
//! that wait. Each goes on only when its own event is durable, so an answer that somebody got is
//! in the trail whatever happens to the machine afterwards.
//!
//! Beside a SQLite file the views lie in a journal first, see `journal`; the sealer carries them into the
//! trail twice a second, and whoever reads the trail does so before. On PostgreSQL they are written there
//! at once.

mod carry;
mod journal;

use std::io;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError};

use sea_orm::{EntityTrait, IntoActiveModel};
use tokio::sync::{OwnedMutexGuard, oneshot};
use tokio::task::spawn_blocking;

use crate::audit::{self, Event};
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::store::Database;
use crate::store::entity::audit_event;
use journal::Journal;

/// How many events one statement writes at most: their values stay below what a statement of
/// either database may carry.
const GROUP: usize = 500;

/// Where views wait for the next group.
#[derive(Debug, Default)]
pub struct AccessLog {
    waiting: std::sync::Mutex<Vec<Waiting>>,
    turn: Arc<tokio::sync::Mutex<()>>,
    journal: Option<Arc<Journal>>,
    carrying: Arc<tokio::sync::Mutex<()>>,
}

#[derive(Debug)]
struct Waiting {
    row: audit_event::Model,
    /// Whether it is written; `false` when the store is away. Dropped without a word when the group
    /// was refused.
    done: oneshot::Sender<bool>,
}

impl AccessLog {
    /// One that writes into files in `folder` first, which belongs to one SQLite database. Every process
    /// on that database must have it.
    #[must_use]
    pub fn journalled(folder: PathBuf) -> Self {
        Self {
            journal: Some(Arc::new(Journal::new(folder))),
            ..Self::default()
        }
    }

    /// Brings into the trail whatever is durable by now. Who reads the trail calls it before.
    ///
    /// # Errors
    /// From the store or the disk; the trail lacks something then.
    pub async fn carry(&self, database: &Database) -> Result<(), ServiceError> {
        let Some(journal) = &self.journal else {
            return Ok(());
        };
        let turn = Arc::clone(&self.carrying).lock_owned().await;
        let (journal, database) = (Arc::clone(journal), database.clone());
        // A task of its own: given up half-way, it would leave a file to be emptied by nobody knows whom.
        let carried = tokio::spawn(async move {
            let _turn = turn;
            carry::carry(&journal, &database).await
        });
        carried.await.map_err(ServiceError::internal)?
    }

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
                let journal = self.journal.clone();
                tokio::spawn(write_group(journal, database.clone(), group, turn));
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

/// Writes `group` at once, tells everybody in it, and ends the turn.
async fn write_group(
    journal: Option<Arc<Journal>>,
    database: Database,
    group: Vec<Waiting>,
    turn: OwnedMutexGuard<()>,
) {
    let (rows, told): (Vec<_>, Vec<_>) = group.into_iter().map(|one| (one.row, one.done)).unzip();
    if rows.is_empty() {
        return;
    }
    let rows = Arc::new(rows);
    let written = match journal {
        Some(journal) => match append(journal, Arc::clone(&rows)).await {
            Ok(()) => Ok(()),
            // The trail itself may still take them.
            Err(error) => {
                tracing::warn!(%error, "the journal of views cannot be written");
                insert(&database, &rows).await
            }
        },
        None => insert(&database, &rows).await,
    };
    drop(turn);
    let word = match written {
        Ok(()) => true,
        Err(ServiceError::Unavailable(_)) => false,
        Err(_) => return,
    };
    for one in told {
        // Whoever gave up meanwhile does not hear it.
        let _gone = one.send(word);
    }
}

async fn append(journal: Arc<Journal>, rows: Arc<Vec<audit_event::Model>>) -> io::Result<()> {
    let write = move || {
        let mut lines = Vec::new();
        for row in rows.iter() {
            carry::write(row, &mut lines)?;
        }
        journal.append(&lines)
    };
    spawn_blocking(write).await?
}

async fn insert(database: &Database, rows: &[audit_event::Model]) -> Result<(), ServiceError> {
    let rows = rows.iter().cloned().map(IntoActiveModel::into_active_model);
    audit_event::Entity::insert_many(rows)
        .exec_without_returning(&database.writer)
        .await?;
    Ok(())
}
