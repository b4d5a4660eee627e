//! What is logged, and how.

use super::Mode;
use super::read::Reader;

/// The form of a log line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// For a person at a terminal.
    Text,
    /// One JSON object a line.
    Json,
}

/// What is logged, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogConfig {
    /// The form of a line.
    pub format: LogFormat,
    /// Which events, in the notation of `tracing` (`info,sqlx=warn`).
    pub filter: String,
}

pub(super) fn read(reader: &mut Reader<'_>, mode: Mode) -> LogConfig {
    let format = match (reader.text("log.format").as_deref(), mode) {
        (Some("text"), _) | (None, Mode::Demo) => LogFormat::Text,
        (Some("json"), _) | (None, Mode::Production) => LogFormat::Json,
        (Some(_), _) => {
            reader.fail("log.format", "must be `text` or `json`");
            LogFormat::Json
        }
    };
    let filter = reader.text_or(
        "log.filter",
        "info,tantivy=warn,sqlx=warn,sea_orm_migration=warn",
    );
    if tracing_subscriber::EnvFilter::try_new(&filter).is_err() {
        reader.fail("log.filter", "must be a filter like `info,sqlx=warn`");
    }
    LogConfig { format, filter }
}
