//! The parts that the product runs on, handed in by `server` or by a test.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use uuid::{Builder, Uuid};

use crate::access_log::AccessLog;
use crate::error::ServiceError;
use crate::keys::Keys;
use crate::parameters::ParameterBook;
use crate::search::Search;
use crate::store::Database;

/// Tells the time. The wall clock lives in `server`; tests bring their own.
pub trait Clock: Send + Sync {
    /// The present instant, cut to microseconds.
    fn now(&self) -> DateTime<Utc>;
}

/// Gives unpredictable bytes. The system's source lives in `server`; tests bring a seeded one.
pub trait RandomSource: Send + Sync {
    /// Fills `bytes`.
    fn fill(&self, bytes: &mut [u8]);
}

/// Everything that a use case may need besides its input.
pub struct Platform {
    /// The store.
    pub database: Database,
    /// Keys for encryption, blind indexes and seals.
    pub keys: Keys,
    /// The time.
    pub clock: Box<dyn Clock>,
    /// Unpredictable bytes.
    pub random: Box<dyn RandomSource>,
    /// The benefit parameters in memory. Empty until loaded.
    pub parameters: ParameterBook,
    /// The search index over the policy library; without one until [`Platform::with_search`].
    pub search: Search,
    /// Where views by others wait for the audit trail. What reads the trail calls
    /// [`Platform::whole_trail`] before.
    pub access_log: AccessLog,
}

impl Platform {
    /// Puts the parts together.
    #[must_use]
    pub fn new(
        database: Database,
        keys: Keys,
        clock: Box<dyn Clock>,
        random: Box<dyn RandomSource>,
    ) -> Self {
        Self {
            database,
            keys,
            clock,
            random,
            parameters: ParameterBook::default(),
            search: Search::none(),
            access_log: AccessLog::default(),
        }
    }

    /// The same platform with a search index.
    #[must_use]
    pub fn with_search(mut self, search: Search) -> Self {
        self.search = search;
        self
    }

    /// The same platform with a journal of views in `folder`, see [`AccessLog::journalled`].
    #[must_use]
    pub fn with_journal(mut self, folder: PathBuf) -> Self {
        self.access_log = AccessLog::journalled(folder);
        self
    }

    /// Makes sure that every view that was acknowledged stands in the trail.
    ///
    /// # Errors
    /// As [`AccessLog::carry`].
    pub async fn whole_trail(&self) -> Result<(), ServiceError> {
        self.access_log.carry(&self.database).await
    }

    /// A new id (UUID version 7) that sorts by `instant`.
    #[must_use]
    pub fn new_id(&self, instant: DateTime<Utc>) -> Uuid {
        let mut random = [0_u8; 10];
        self.random.fill(&mut random);
        let millis = u64::try_from(instant.timestamp_millis()).unwrap_or_default();
        Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }
}

/// The lowest id (UUID version 7) of those made at `instant`, for a place in lists of ids.
#[must_use]
pub(crate) fn lowest_id(instant: DateTime<Utc>) -> Uuid {
    let millis = u64::try_from(instant.timestamp_millis()).unwrap_or_default();
    Builder::from_unix_timestamp_millis(millis, &[0; 10]).into_uuid()
}
