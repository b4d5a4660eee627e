//! A portable copy of everything that the store holds, and the way back.
//!
//! A backup is a ZIP file: one NDJSON file a table, and a manifest with counts, digests and
//! the head of the audit trail. It is the same for SQLite and PostgreSQL, so that it restores
//! into either. Encrypted fields stay encrypted: **without the master key a backup cannot be
//! read**, and the key is not in it. Sessions are left out; everybody signs in anew.

mod cells;
mod dump;
mod manifest;
mod restore;

pub use dump::backup;
pub use manifest::{Manifest, TableEntry};
pub use restore::{Restored, restore};
