//! A platform on which records are imported.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::Value;
use services::records::import::{self, Report};
use services::store::Database;
use services::store::entity::{
    account_entry, contribution, employer, enrolment, identity_tag, settlement_line,
    year_accumulator,
};
use services::{Platform, parameters};

pub use crate::import_file::operator;
use crate::platform::platform_with;

/// A platform on the empty `database` that knows the shipped rules.
///
/// # Panics
/// When the rules cannot be written.
pub async fn fresh(database: Database) -> Arc<Platform> {
    fresh_as(database, 1).await
}

/// The same with other luck: on a database that another platform wrote to.
///
/// # Panics
/// When the rules cannot be written.
pub async fn fresh_as(database: Database, seed: u64) -> Arc<Platform> {
    let platform = platform_with(database, seed);
    parameters::import_shipped(&operator(&platform))
        .await
        .expect("parameters");
    platform
}

/// Imports `file`.
///
/// # Panics
/// When the import does not come to its end.
pub async fn imported(platform: &Arc<Platform>, file: &Path) -> Report {
    import::import(&operator(platform), file, false, &|_| ())
        .await
        .expect("an import")
}

/// Writes `records` to the file `name` in `folder`.
///
/// # Panics
/// When it cannot be written.
#[must_use]
pub fn write(folder: &Path, name: &str, records: &[Value]) -> PathBuf {
    let file = folder.join(name);
    let lines: Vec<String> = records.iter().map(Value::to_string).collect();
    std::fs::write(&file, lines.join("\n")).expect("a file");
    file
}

/// How many records were added, changed, unchanged and refused.
#[must_use]
pub fn counts(report: &Report) -> (u64, u64, u64, usize) {
    let refused = report.refused.len();
    (report.added, report.changed, report.unchanged, refused)
}

/// Pointer and code of every reason for which a line was refused.
#[must_use]
pub fn reasons(report: &Report) -> Vec<(&str, &str)> {
    let errors = report.refused.iter().flat_map(|line| &line.errors);
    errors
        .map(|error| (error.pointer.as_str(), error.code))
        .collect()
}

/// Everything that an import writes, without what differs by nonce or run.
///
/// # Panics
/// When it cannot be read.
pub async fn contents(database: &Database) -> String {
    use sea_orm::EntityTrait;
    let reader = &database.reader;
    let mut text = Vec::new();
    macro_rules! add {
        ($($table:ident),+) => {$(
            for row in $table::Entity::find().all(reader).await.expect("rows") {
                text.push(format!("{row:?}"));
            }
        )+};
    }
    add!(
        identity_tag,
        enrolment,
        contribution,
        account_entry,
        settlement_line,
        year_accumulator
    );
    for row in employer::Entity::find().all(reader).await.expect("rows") {
        text.push(format!("{} {}", row.employer_id, row.name));
    }
    text.sort();
    text.join("\n")
}
