//! Data as each landed schema held it: SQL text in `tests/fixtures/schema`, one file a schema and
//! database, named for the schema's last step. `docs/decisions/0011-schema-steps.md` says when a
//! step needs a new one.

mod write;

use std::fs;
use std::path::PathBuf;

use sea_orm::ConnectionTrait;
use services::store::Database;

pub use write::write;

/// The rows of one table.
#[derive(Debug)]
pub struct Part {
    /// The table.
    pub table: String,
    /// How many rows.
    pub rows: u64,
    sql: String,
}

/// What a small store of one schema held.
#[derive(Debug)]
pub struct Fixture {
    /// The last step of its schema.
    pub step: String,
    /// Its tables, those first that others refer to.
    pub parts: Vec<Part>,
}

/// The last steps of the schemas that have a fixture, oldest first.
///
/// # Panics
/// When the folder cannot be read.
#[must_use]
pub fn landed() -> Vec<String> {
    let files = fs::read_dir(folder()).expect("the folder of the fixtures");
    let name = |file: fs::DirEntry| file.file_name().into_string().ok();
    let mut steps: Vec<String> = files
        .filter_map(|file| {
            name(file.ok()?)?
                .strip_suffix(".sqlite.sql")
                .map(str::to_owned)
        })
        .collect();
    steps.sort();
    steps
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/schema")
}

fn place(step: &str, kind: &str) -> PathBuf {
    folder().join(format!("{step}.{kind}.sql"))
}

impl Fixture {
    /// The fixture of the schema that ends with `step`, for the database of this `kind`.
    ///
    /// # Panics
    /// When there is none or it cannot be read.
    #[must_use]
    pub fn read(step: &str, kind: &str) -> Self {
        let place = place(step, kind);
        let text = fs::read_to_string(&place)
            .unwrap_or_else(|error| panic!("{}: {error}", place.display()));
        let part = |text: &str| {
            let (head, sql) = text.split_once('\n').expect("a statement");
            let (table, rows) = head.split_once(": ").expect("a table and its rows");
            Part {
                table: table.to_owned(),
                rows: rows.parse().expect("a number of rows"),
                sql: sql.to_owned(),
            }
        };
        Self {
            step: step.to_owned(),
            parts: text.split("\n-- table ").skip(1).map(part).collect(),
        }
    }

    /// Writes the rows of those tables that are in `tables`.
    ///
    /// # Panics
    /// When the database refuses them.
    pub async fn insert(&self, database: &Database, tables: &[String]) {
        for part in &self.parts {
            if tables.contains(&part.table) {
                let done = database.writer.execute_unprepared(&part.sql).await;
                done.unwrap_or_else(|error| panic!("{} {}: {error}", self.step, part.table));
            }
        }
    }
}
