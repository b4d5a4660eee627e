//! Stores that are filled once and kept for the next run.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use migrations::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, Database as Sea, Statement};
use tests::database::{TestDatabase, migrate, opened, postgres_server, with_database};
use tests::nation::{Nation, build};
use tests::platform::platform;

use crate::report::{Report, target};

/// To be raised when the people come out otherwise than before: what is kept is made anew then.
const FORM: u32 = 1;
/// How long a million people may take, in seconds.
const MOST_SECONDS: f64 = 600.0;
/// How much room they may take, in bytes.
const MOST_BYTES: i64 = 8_000_000_000;

/// A filled store.
pub(crate) struct Kept {
    pub made: TestDatabase,
    pub nation: Nation,
    seconds: f64,
    /// Whether it was there before this run.
    old: bool,
}

/// The store of `nation` on SQLite or PostgreSQL (`kind`): the one that an earlier run left, or a
/// new one.
pub(crate) async fn store(kind: &'static str, nation: Nation) -> Kept {
    let folder = target().join("bench/scale");
    fs::create_dir_all(&folder).expect("the folder of what is kept");
    let folder = folder.canonicalize().expect("an absolute path");
    let place = Place::new(kind, &folder, nation);
    let note = folder.join(format!("{kind}-{}.txt", nation.people));
    let wanted = format!(
        "{nation:?} form={FORM} steps={}",
        Migrator::migrations().len()
    );
    if place.is_there().await
        && let Ok(text) = fs::read_to_string(&note)
        && let Some((found, seconds)) = text.split_once('\n')
        && found == wanted
    {
        return Kept {
            made: opened(kind, place.url()).await,
            nation,
            seconds: seconds.trim().parse().expect("seconds"),
            old: true,
        };
    }
    // Whoever ends this run leaves no note, and the next one begins again.
    let _ = fs::remove_file(&note);
    place.clear().await;
    println!("note: making {} people on {kind}", nation.people);
    let made = opened(kind, place.url()).await;
    let begun = Instant::now();
    migrate(&made).await;
    build(&platform(made.database.clone()), nation).await;
    let seconds = begun.elapsed().as_secs_f64();
    fs::write(&note, format!("{wanted}\n{seconds:.0}\n")).expect("a note");
    Kept {
        made,
        nation,
        seconds,
        old: false,
    }
}

impl Kept {
    /// Adds how long it took and how large it is.
    pub(crate) fn add(&self, report: &mut Report, bytes: i64) {
        let (kind, people) = (self.made.kind, self.nation.people);
        let old = if self.old { " by an earlier run" } else { "" };
        report.add_alone(
            format!("{people} people, {kind}: made in"),
            format!("{:.0} s{old}", self.seconds),
            "≤ 600 s",
            self.seconds <= MOST_SECONDS,
        );
        report.add_alone(
            format!("{people} people, {kind}: room"),
            format!("{:.2} GB", gigabytes(bytes)),
            "≤ 8 GB",
            bytes <= MOST_BYTES,
        );
    }

    /// How many bytes it takes.
    pub(crate) async fn bytes(&self) -> i64 {
        let database = &self.made.database;
        let sql = if self.made.kind == "sqlite" {
            "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
        } else {
            "SELECT pg_database_size(current_database())"
        };
        let statement = Statement::from_string(database.backend(), sql);
        let row = database.reader.query_one_raw(statement).await;
        let row = row.expect("the store answers").expect("a row");
        row.try_get_by_index(0).expect("a number")
    }
}

#[expect(clippy::cast_precision_loss, reason = "a figure for people")]
fn gigabytes(bytes: i64) -> f64 {
    bytes as f64 / 1e9
}

enum Place {
    File(PathBuf),
    /// The server's own address, and the name of the database.
    Server(String, String),
}

impl Place {
    fn new(kind: &str, folder: &Path, nation: Nation) -> Self {
        let people = nation.people;
        if kind == "sqlite" {
            return Self::File(folder.join(format!("{people}.sqlite")));
        }
        let server = postgres_server().expect("a server");
        Self::Server(server, format!("scale_{people}"))
    }

    fn url(&self) -> String {
        match self {
            Self::File(file) => format!("sqlite://{}?mode=rwc", file.display()),
            Self::Server(server, name) => with_database(server, name),
        }
    }

    async fn is_there(&self) -> bool {
        match self {
            Self::File(file) => file.exists(),
            Self::Server(server, name) => {
                let server = Sea::connect(server.as_str())
                    .await
                    .expect("PostgreSQL answers");
                let sql = "SELECT 1 FROM pg_database WHERE datname = $1";
                let backend = server.get_database_backend();
                let asked = Statement::from_sql_and_values(backend, sql, [name.as_str().into()]);
                let found = server.query_one_raw(asked).await;
                found.expect("PostgreSQL answers").is_some()
            }
        }
    }

    /// Removes what is there; on PostgreSQL an empty database is there afterwards.
    async fn clear(&self) {
        match self {
            Self::File(file) => {
                for end in ["", "-wal", "-shm"] {
                    let _ = fs::remove_file(format!("{}{end}", file.display()));
                }
            }
            Self::Server(server, name) => {
                let server = Sea::connect(server.as_str())
                    .await
                    .expect("PostgreSQL answers");
                for sql in [
                    format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
                    format!("CREATE DATABASE {name}"),
                ] {
                    let done = server.execute_unprepared(&sql).await;
                    done.expect("PostgreSQL does it");
                }
            }
        }
    }
}
