//! What a log may hold of an error: its kind, and of a database's the code and the constraint.
//! Messages stay out: PostgreSQL writes the values of the row that it refuses into them.

use std::error::Error;

use sea_orm::{DbErr, RuntimeErr, sqlx};

use super::{Defect, ServiceError};

/// An error that can be put into a log.
pub trait InLog {
    /// The kind of the error, without any value that somebody sent in or that is stored.
    fn in_log(&self) -> String;
}

impl InLog for ServiceError {
    fn in_log(&self) -> String {
        match self {
            Self::Internal(cause) => format!("internal: {}", cause_in_log(cause.as_ref())),
            // The texts of these are our own.
            other => other.to_string(),
        }
    }
}

impl InLog for DbErr {
    fn in_log(&self) -> String {
        match self {
            Self::ConnectionAcquire(error) => format!("database, no connection: {error}"),
            Self::Conn(error) => format!("database, connection: {}", runtime(error)),
            Self::Exec(error) => format!("database, execution: {}", runtime(error)),
            Self::Query(error) => format!("database, query: {}", runtime(error)),
            Self::Type(_) | Self::Json(_) | Self::TryIntoErr { .. } => {
                "database, a value of another type".to_owned()
            }
            Self::Migration(_) => "database, migration".to_owned(),
            Self::RecordNotFound(_) => "database, no such row".to_owned(),
            Self::RecordNotInserted | Self::RecordNotUpdated => {
                "database, nothing written".to_owned()
            }
            _ => "database".to_owned(),
        }
    }
}

fn cause_in_log(cause: &(dyn Error + Send + Sync + 'static)) -> String {
    if let Some(error) = cause.downcast_ref::<DbErr>() {
        error.in_log()
    } else if let Some(Defect(text)) = cause.downcast_ref() {
        (*text).to_owned()
    } else if let Some(error) = cause.downcast_ref::<serde_json::Error>() {
        let (line, column) = (error.line(), error.column());
        format!("JSON, {:?} at {line}:{column}", error.classify())
    } else if let Some(error) = cause.downcast_ref::<std::io::Error>() {
        format!("input or output, {:?}", error.kind())
    } else if cause.is::<tokio::task::JoinError>() {
        "a task broke off".to_owned()
    } else if cause.is::<tantivy::TantivyError>() {
        "search index".to_owned()
    } else {
        "another cause".to_owned()
    }
}

fn runtime(error: &RuntimeErr) -> String {
    match error {
        RuntimeErr::SqlxError(error) => driver(error),
        RuntimeErr::Internal(_) => "internal".to_owned(),
    }
}

fn driver(error: &sqlx::Error) -> String {
    match error {
        sqlx::Error::Database(error) => {
            let kind = error.kind();
            let code = error.code().unwrap_or_default();
            let constraint = error.constraint().unwrap_or_default();
            format!("{kind:?} {code} {constraint}")
                .trim_end()
                .to_owned()
        }
        sqlx::Error::Io(error) => format!("input or output, {:?}", error.kind()),
        sqlx::Error::Tls(_) => "TLS".to_owned(),
        sqlx::Error::Protocol(_) => "protocol".to_owned(),
        sqlx::Error::ColumnNotFound(_) | sqlx::Error::ColumnIndexOutOfBounds { .. } => {
            "no such column".to_owned()
        }
        sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => "decoding".to_owned(),
        sqlx::Error::Encode(_) => "encoding".to_owned(),
        sqlx::Error::PoolTimedOut => "no connection in time".to_owned(),
        sqlx::Error::PoolClosed => "closed".to_owned(),
        sqlx::Error::WorkerCrashed => "the worker crashed".to_owned(),
        _ => "driver".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{InLog, ServiceError};

    #[test]
    fn our_own_words_are_kept_and_values_are_not() {
        let said = ServiceError::internal("the search index is damaged");
        assert_eq!(said.in_log(), "internal: the search index is damaged");
        let told = ServiceError::internal(format!("no such person: {}", "王秀英"));
        assert_eq!(told.in_log(), "internal: another cause");
        let json = serde_json::from_str::<u32>("\"王秀英\"").unwrap_err();
        let json = ServiceError::internal(json).in_log();
        assert_eq!(json, "internal: JSON, Data at 1:11");
        let away = ServiceError::Unavailable("sessions").in_log();
        assert_eq!(away, "unavailable: sessions");
    }
}
