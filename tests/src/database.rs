//! Runs one test body on every database the product knows.
//!
//! SQLite is a file in a folder of its own. PostgreSQL is the server named by
//! `YIBAOTONG_TEST_POSTGRES` (`make test` starts one); each test gets a database of its own
//! there. Without the variable that half is skipped, visibly; under `CI` it fails instead.

use std::future::Future;

use migrations::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, Database as Sea};
use services::store::{ConnectOptions, Database, open};
use tempfile::TempDir;
use uuid::Uuid;

const POSTGRES: &str = "YIBAOTONG_TEST_POSTGRES";

/// An empty, migrated database that lives as long as the test.
pub struct TestDatabase {
    /// The pools.
    pub database: Database,
    /// Its address, as `--database-url` takes it.
    pub url: String,
    /// `sqlite` or `postgres`, for messages.
    pub kind: &'static str,
    /// A folder for the test's files; gone when the test ends.
    pub folder: TempDir,
}

/// Runs `test` on SQLite, then on PostgreSQL, each time with a fresh migrated database.
///
/// # Panics
/// When `test` does, when a database cannot be made, and when PostgreSQL is missing under `CI`.
pub async fn on_each<F>(test: impl Fn(TestDatabase) -> F)
where
    F: Future<Output = ()>,
{
    on_each_empty(async |made| {
        migrate(&made).await;
        Box::pin(test(made)).await;
    })
    .await;
}

/// The same with databases that hold no tables yet.
///
/// # Panics
/// As [`on_each`].
pub async fn on_each_empty(test: impl AsyncFn(TestDatabase)) {
    Box::pin(test(sqlite().await)).await;
    let Some(server) = postgres_server() else {
        return;
    };
    let name = format!("test_{}", Uuid::new_v4().simple());
    let admin = Sea::connect(server.as_str())
        .await
        .expect("PostgreSQL answers");
    let create = format!("CREATE DATABASE {name}");
    admin
        .execute_unprepared(&create)
        .await
        .expect("a new database");
    let url = with_database(&server, &name);
    Box::pin(test(opened("postgres", url).await)).await;
    // After a failed test the database stays behind for a look at it.
    let drop = format!("DROP DATABASE {name} WITH (FORCE)");
    admin
        .execute_unprepared(&drop)
        .await
        .expect("the test's database goes");
}

/// A fresh migrated SQLite database, for tests that ask nothing of the database itself.
///
/// # Panics
/// When it cannot be made.
pub async fn sqlite_only() -> TestDatabase {
    let made = sqlite().await;
    migrate(&made).await;
    made
}

/// An empty SQLite database without tables.
///
/// # Panics
/// When it cannot be made.
pub async fn empty_sqlite() -> TestDatabase {
    sqlite().await
}

/// A second, empty database of the same kind and in the same place as `first`, which must
/// outlive it. On PostgreSQL it stays behind.
///
/// # Panics
/// When it cannot be made.
pub async fn another(first: &TestDatabase) -> TestDatabase {
    if first.kind == "sqlite" {
        return sqlite().await;
    }
    let name = format!("test_{}", Uuid::new_v4().simple());
    let create = format!("CREATE DATABASE {name}");
    first
        .database
        .writer
        .execute_unprepared(&create)
        .await
        .expect("a new database");
    opened("postgres", with_database(&first.url, &name)).await
}

/// Brings `made` to the newest schema.
///
/// # Panics
/// When a step fails.
pub async fn migrate(made: &TestDatabase) {
    Migrator::up(&made.database.writer, None)
        .await
        .expect("the migrations run");
}

async fn sqlite() -> TestDatabase {
    let folder = TempDir::new().expect("a temporary folder");
    let url = format!(
        "sqlite://{}?mode=rwc",
        folder.path().join("test.db").display()
    );
    let database = open(&ConnectOptions::new(&url))
        .await
        .expect("SQLite opens");
    TestDatabase {
        database,
        url,
        kind: "sqlite",
        folder,
    }
}

/// The database of this `kind` at `url`, as it is.
///
/// # Panics
/// When it cannot be opened.
pub async fn opened(kind: &'static str, url: String) -> TestDatabase {
    let database = open(&ConnectOptions::new(&url))
        .await
        .expect("the database opens");
    let folder = TempDir::new().expect("a temporary folder");
    TestDatabase {
        database,
        url,
        kind,
        folder,
    }
}

/// `postgres://host/old?x=y` with `name` in place of `old`.
#[must_use]
pub fn with_database(server: &str, name: &str) -> String {
    let (address, query) = server.split_once('?').unwrap_or((server, ""));
    let scheme = address.find("://").map_or(0, |at| at + 3);
    let host = address[scheme..]
        .find('/')
        .map_or(address, |at| &address[..scheme + at]);
    if query.is_empty() {
        format!("{host}/{name}")
    } else {
        format!("{host}/{name}?{query}")
    }
}

/// The server that the tests use; without one that half is skipped, visibly.
///
/// # Panics
/// When it is missing under `CI`.
#[must_use]
pub fn postgres_server() -> Option<String> {
    if let Ok(server) = std::env::var(POSTGRES) {
        return Some(server);
    }
    assert!(
        std::env::var_os("CI").is_none(),
        "{POSTGRES} is not set, and under CI the PostgreSQL half may not be skipped"
    );
    eprintln!("SKIPPED on PostgreSQL: {POSTGRES} is not set (`make test` sets it)");
    None
}
