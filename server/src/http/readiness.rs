//! Whether the database is in order, asked at most once a second however often it is wanted.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use migrations::Migrator;
use sea_orm_migration::MigratorTrait;
use services::Platform;
use tokio::sync::Mutex;

/// How long the database may take to answer.
const PATIENCE: Duration = Duration::from_secs(2);

/// How long an answer is believed.
const BELIEVED: TimeDelta = TimeDelta::seconds(1);

/// What the database said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Whether it answers.
    pub database: bool,
    /// How many steps its schema lacks; `None` when it cannot be told.
    pub pending_migrations: Option<usize>,
}

impl Found {
    /// Whether requests can be worked on.
    #[must_use]
    pub fn ready(self) -> bool {
        self.pending_migrations == Some(0)
    }
}

/// The last answer, and when it was given. Everybody may ask, so the database is spared.
#[derive(Default)]
pub struct Readiness(Mutex<Option<(DateTime<Utc>, Found)>>);

impl Readiness {
    /// What is true at `now`, to the second. Of several who ask at once one asks the database,
    /// and the others wait for its answer.
    pub async fn at(&self, platform: &Platform, now: DateTime<Utc>) -> Found {
        let mut last = self.0.lock().await;
        if let Some((given, found)) = *last
            && (TimeDelta::zero()..BELIEVED).contains(&(now - given))
        {
            return found;
        }
        let found = ask(platform).await;
        *last = Some((now, found));
        found
    }
}

/// Migrations that can be counted say that the database answers; only when they cannot is it
/// asked for a sign of life.
async fn ask(platform: &Platform) -> Found {
    let reader = &platform.database.reader;
    let steps = Migrator::get_pending_migrations_read_only(reader);
    let steps = tokio::time::timeout(PATIENCE, steps).await;
    let pending = steps.ok().and_then(Result::ok).map(|steps| steps.len());
    let database = pending.is_some() || {
        let ping = tokio::time::timeout(PATIENCE, reader.ping()).await;
        ping.is_ok_and(|ping| ping.is_ok())
    };
    Found {
        database,
        pending_migrations: pending,
    }
}
