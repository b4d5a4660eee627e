//! Where the database is.

use std::path::{Path, PathBuf};
use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};
use services::store::ConnectOptions;

use super::read::Reader;

/// Where the database is, and how many connections it gets.
#[derive(Clone, Debug)]
pub struct DatabaseConfig {
    url: SecretString,
    readers: u32,
    acquire_timeout: Duration,
    /// The SQLite file, when the database is one.
    pub file: Option<PathBuf>,
}

impl DatabaseConfig {
    /// How the store is opened.
    #[must_use]
    pub fn options(&self) -> ConnectOptions {
        ConnectOptions {
            readers: self.readers,
            acquire_timeout: self.acquire_timeout,
            ..ConnectOptions::new(self.url.expose_secret())
        }
    }
}

pub(super) fn read(reader: &mut Reader<'_>, var: &Path) -> DatabaseConfig {
    let given = reader.secret("database.url");
    let default_file = var.join("yibaotong.sqlite");
    let url = given.unwrap_or_else(|| sqlite_url(&default_file).into());
    let text = url.expose_secret();
    let known = ["sqlite:", "postgres:", "postgresql:"];
    if !known.iter().any(|scheme| text.starts_with(scheme)) {
        reader.fail("database.url", "must begin with sqlite: or postgres:");
    }
    let file = text.strip_prefix("sqlite:").and_then(|rest| {
        let path = rest.trim_start_matches("//").split('?').next()?;
        (!path.contains(":memory:")).then(|| PathBuf::from(path))
    });
    let readers = reader.number_or("database.pool", 8, 1..=200);
    let wait = reader.number_or("database.acquire_ms", 1000, 10..=60_000);
    DatabaseConfig {
        url,
        readers: u32::try_from(readers).unwrap_or(8),
        acquire_timeout: Duration::from_millis(wait),
        file,
    }
}

/// The URL of a SQLite file that is made when it is not there.
#[must_use]
pub fn sqlite_url(file: &Path) -> String {
    format!("sqlite://{}?mode=rwc", file.display())
}
