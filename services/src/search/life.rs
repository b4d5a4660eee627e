//! The life of the index: it follows the library's revision, is built beside the one that
//! serves, and is swapped in when it is complete.

use std::fs::File;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_util::sync::CancellationToken;

use crate::error::{InLog, ServiceError};
use crate::policies;
use crate::search::AWAY;
use crate::store::Database;

mod disk;
mod folder;
mod serving;
mod work;

pub(super) use serving::Serving;

/// How often the revision is looked at.
const POLL: Duration = Duration::from_millis(700);
/// How long to leave a failed build alone.
const AFTER_FAILURE: Duration = Duration::from_secs(5);
/// How long a question waits for its turn.
const TURN: Duration = Duration::from_secs(2);
/// How long a command waits for another process to bring the index up to date.
const PATIENCE: Duration = Duration::from_secs(900);

/// A handle on the search index; clones share it.
#[derive(Clone)]
pub struct Search {
    inner: Arc<Inner>,
}

struct Inner {
    folder: Option<PathBuf>,
    serving: RwLock<Option<Arc<Serving>>>,
    /// Held by the one process that writes the folder.
    lock: Mutex<Option<File>>,
    turns: Arc<Semaphore>,
    damaged: AtomicBool,
    building: AtomicBool,
    step: tokio::sync::Mutex<()>,
}

/// What the index is doing, for the readiness page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IndexState {
    /// The library's revision that questions are answered from; `None` before the first build.
    pub revision: Option<i64>,
    /// A build is under way.
    pub building: bool,
}

impl Search {
    /// A search that has no index and answers that it is unavailable.
    #[must_use]
    pub fn none() -> Self {
        Self::with(None, 1)
    }

    /// A search whose index lives under `folder` (`VAR/index`), for `cores` questions at once.
    /// Nothing is opened yet: see [`Search::follow`] and [`Search::catch_up`].
    #[must_use]
    pub fn new(folder: PathBuf, cores: usize) -> Self {
        Self::with(Some(folder), cores.max(1))
    }

    fn with(folder: Option<PathBuf>, cores: usize) -> Self {
        Self {
            inner: Arc::new(Inner {
                folder,
                serving: RwLock::new(None),
                lock: Mutex::new(None),
                turns: Arc::new(Semaphore::new(cores)),
                damaged: AtomicBool::new(false),
                building: AtomicBool::new(false),
                step: tokio::sync::Mutex::new(()),
            }),
        }
    }

    /// What the index is doing.
    #[must_use]
    pub fn state(&self) -> IndexState {
        IndexState {
            revision: self.serving().map(|serving| serving.mark.revision),
            building: self.inner.building.load(Ordering::Relaxed),
        }
    }

    /// Follows the library until `stop`: whatever changes is found within two seconds, plus the
    /// time that a build takes. A deleted or damaged folder is built again.
    pub async fn follow(&self, database: &Database, stop: &CancellationToken) {
        loop {
            let pause = match self.step(database).await {
                Ok(()) => POLL,
                Err(error) => {
                    tracing::warn!(
                        error = error.in_log(),
                        "the search index could not be brought up to date"
                    );
                    AFTER_FAILURE
                }
            };
            tokio::select! {
                () = stop.cancelled() => return,
                () = tokio::time::sleep(pause) => {}
            }
        }
    }

    /// Returns when the index in the folder has reached the library's present revision, which it
    /// gives. Builds it here, or waits for the process that holds the folder.
    ///
    /// # Errors
    /// What the store or the index says; `Unavailable` when the other process does not finish.
    pub async fn catch_up(&self, database: &Database) -> Result<i64, ServiceError> {
        let target = policies::revision(database).await?;
        let work = async {
            loop {
                self.step(database).await?;
                if let Some(revision) = self.state().revision.filter(|revision| *revision >= target)
                {
                    return Ok(revision);
                }
                tokio::time::sleep(Duration::from_millis(200)).await;
            }
        };
        tokio::time::timeout(PATIENCE, work)
            .await
            .unwrap_or(Err(ServiceError::Unavailable(AWAY)))
    }

    /// Builds the index anew from the database and returns its revision when it serves.
    ///
    /// # Errors
    /// As [`Search::catch_up`].
    pub(super) async fn rebuild(&self, database: &Database) -> Result<i64, ServiceError> {
        if self.take_lock()? {
            self.report_damage();
        } else if let Some(folder) = &self.inner.folder {
            // The process that holds the folder misses the index at its next look.
            folder::remove_all(folder);
            self.set_serving(None);
            tokio::time::sleep(POLL * 2).await;
        }
        self.catch_up(database).await
    }

    /// Lets go of the folder, so that another process may write it.
    pub fn release(&self) {
        *self
            .inner
            .lock
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// What answers questions now.
    pub(super) fn serving(&self) -> Option<Arc<Serving>> {
        self.inner
            .serving
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// The right to work on a question.
    pub(super) async fn permit(&self) -> Result<OwnedSemaphorePermit, ServiceError> {
        let turn = Arc::clone(&self.inner.turns).acquire_owned();
        match tokio::time::timeout(TURN, turn).await {
            Ok(Ok(permit)) => Ok(permit),
            _ => Err(ServiceError::Unavailable(AWAY)),
        }
    }

    /// The index could not be read: build it again.
    pub(super) fn report_damage(&self) {
        self.inner.damaged.store(true, Ordering::Relaxed);
    }

    fn set_serving(&self, serving: Option<Arc<Serving>>) {
        *self
            .inner
            .serving
            .write()
            .unwrap_or_else(PoisonError::into_inner) = serving;
    }

    /// Whether this process is the one that writes the folder.
    fn take_lock(&self) -> Result<bool, ServiceError> {
        let Some(folder) = &self.inner.folder else {
            return Ok(false);
        };
        let mut lock = self
            .inner
            .lock
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if lock.is_none() {
            *lock = folder::lock(folder).map_err(ServiceError::internal)?;
        }
        Ok(lock.is_some())
    }
}
