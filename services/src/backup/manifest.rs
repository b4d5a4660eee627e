//! What a backup says of itself.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::keys::{Keys, Purpose};

/// The form of the backups that this version writes and reads.
pub(super) const FORMAT: u32 = 1;
/// Its place in the archive.
pub(super) const PLACE: &str = "manifest.json";

/// What a backup says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The form of the file.
    pub format: u32,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// The steps of the schema that it was made with.
    pub migrations: Vec<String>,
    /// Proof of which master key its fields are encrypted with, useless without that key.
    pub key_check: String,
    /// The end of the audit trail: position and hash in hexadecimal.
    pub audit_head: Option<(i64, String)>,
    /// Its tables, those first that others refer to.
    pub tables: Vec<TableEntry>,
}

/// One table of a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableEntry {
    /// Its name.
    pub name: String,
    /// Its columns, in the order of the rows' cells.
    pub columns: Vec<String>,
    /// How many rows.
    pub rows: u64,
    /// The SHA-256 of its NDJSON in hexadecimal.
    pub sha256: String,
}

impl TableEntry {
    /// Where the table's rows are in the archive.
    #[must_use]
    pub fn place(&self) -> String {
        format!("tables/{}.ndjson", self.name)
    }
}

/// Equal for equal master keys.
pub(super) fn key_check(keys: &Keys) -> String {
    hex::encode(keys.tag(Purpose::Token, "backup", b"key check"))
}
