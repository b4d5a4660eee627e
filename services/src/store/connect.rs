//! Opens the pools with the settings that durability and speed need.

use std::time::Duration;

use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions as SeaOptions, Database as Sea, DbErr};

use super::Database;

/// How the pools are opened.
#[derive(Clone, Debug)]
pub struct ConnectOptions {
    /// `sqlite://path?mode=rwc` or `postgres://…`.
    pub url: String,
    /// Most connections that read at once.
    pub readers: u32,
    /// How long a request waits for a connection before it is told to come back later.
    pub acquire_timeout: Duration,
    /// How long a statement waits for another process that holds the database.
    pub lock_timeout: Duration,
}

/// A connection that rested for so long is asked for a sign of life before it is used: the server
/// behind it may have been started again meanwhile.
const RESTED: Duration = Duration::from_secs(1);

impl ConnectOptions {
    /// The defaults for `url`.
    #[must_use]
    pub fn new(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            readers: 8,
            acquire_timeout: Duration::from_secs(5),
            lock_timeout: Duration::from_secs(5),
        }
    }

    /// The same for answering requests: people wait no longer for another process than for a
    /// connection, and are told to come back.
    #[must_use]
    pub const fn for_requests(mut self) -> Self {
        self.lock_timeout = self.acquire_timeout;
        self
    }
}

/// Opens both pools.
///
/// # Errors
/// When the database cannot be reached or the URL is of no known kind.
pub async fn open(options: &ConnectOptions) -> Result<Database, DbErr> {
    if options.url.starts_with("sqlite:") {
        let writer = Sea::connect(sqlite(options, 1)).await?;
        // An in-memory database lives in its one connection.
        let reader = if options.url.contains(":memory:") {
            writer.clone()
        } else {
            Sea::connect(sqlite(options, options.readers)).await?
        };
        return Ok(Database { reader, writer });
    }
    let mut pool = SeaOptions::new(&options.url);
    pool.max_connections(options.readers)
        .min_connections(1)
        .acquire_timeout(options.acquire_timeout)
        .sqlx_logging(false)
        .test_before_acquire_if_idle_for(RESTED);
    let connection = Sea::connect(pool).await?;
    Ok(Database {
        reader: connection.clone(),
        writer: connection,
    })
}

fn sqlite(options: &ConnectOptions, connections: u32) -> SeaOptions {
    let lock_timeout = options.lock_timeout;
    let mut pool = SeaOptions::new(&options.url);
    pool.max_connections(connections)
        .min_connections(1)
        .acquire_timeout(options.acquire_timeout)
        .sqlx_logging(false)
        .test_before_acquire(false)
        .map_sqlx_sqlite_opts(move |sqlite| {
            sqlite
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .busy_timeout(lock_timeout)
                .foreign_keys(true)
                .pragma("trusted_schema", "OFF")
                .pragma("temp_store", "MEMORY")
                .optimize_on_close(true, None)
        });
    if options.url.contains(":memory:") {
        pool.max_connections(1)
            .idle_timeout(None)
            .max_lifetime(None);
    }
    pool
}
