//! The one error type of the use cases. It maps to HTTP once, in `server`.

mod in_log;

use std::any::Any;
use std::error::Error;

use sea_orm::{DbErr, RuntimeErr, sqlx};

use crate::store::dialect;

pub use in_log::InLog;

/// What went wrong with one field of what was sent in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// Where, as a JSON pointer (`/lines/0/class`) or a form field's name.
    pub pointer: String,
    /// Which rule, as a stable code.
    pub code: &'static str,
    /// The rule in plain English, without the value that broke it.
    pub detail: String,
}

/// Why a use case did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum ServiceError {
    /// There is no such thing, or the actor may not know that there is.
    #[error("not found")]
    NotFound,
    /// The actor is known and may know of the thing, but may not do this.
    #[error("forbidden")]
    Forbidden,
    /// Somebody else changed the thing meanwhile, or it exists already.
    #[error("conflict: {0}")]
    Conflict(&'static str),
    /// What was sent in breaks rules; all of them are listed.
    #[error("invalid input in {} place(s)", .0.len())]
    Invalid(Vec<FieldError>),
    /// A part that this needs is away for the moment.
    #[error("unavailable: {0}")]
    Unavailable(&'static str),
    /// A defect or a broken store. What a log may hold of the cause is logged ([`InLog`]), and
    /// nothing of it is shown.
    #[error("internal: {0}")]
    Internal(#[source] Box<dyn Error + Send + Sync>),
}

impl ServiceError {
    /// Wraps a cause that no user can mend.
    pub fn internal(cause: impl Into<Box<dyn Error + Send + Sync>> + 'static) -> Self {
        let said = (&cause as &dyn Any).downcast_ref::<&'static str>().copied();
        Self::Internal(said.map_or_else(|| cause.into(), |text| Box::new(Defect(text))))
    }

    /// The one reason `code` why what stands at `pointer` is refused.
    #[must_use]
    pub fn invalid(pointer: &str, code: &'static str, detail: &str) -> Self {
        Self::Invalid(vec![FieldError {
            pointer: pointer.to_owned(),
            code,
            detail: detail.to_owned(),
        }])
    }
}

/// A defect in our own words, which hold no value and may be logged.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Defect(&'static str);

impl From<DbErr> for ServiceError {
    fn from(error: DbErr) -> Self {
        match error {
            DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => Self::Unavailable("database"),
            DbErr::RecordNotFound(_) => Self::NotFound,
            other if is_away(&other) => {
                // To people a full disk and a restart look alike; not to who runs the server.
                let cause = other.in_log();
                tracing::warn!(cause, "the database went away in the middle of a statement");
                Self::Unavailable("database, in the middle of a statement")
            }
            other => Self::internal(other),
        }
    }
}

/// Whether the database went away, or is held by somebody else, while it worked: the same may
/// succeed in a moment, and nobody asked for anything wrong.
fn is_away(error: &DbErr) -> bool {
    let (DbErr::Exec(RuntimeErr::SqlxError(error)) | DbErr::Query(RuntimeErr::SqlxError(error))) =
        error
    else {
        return false;
    };
    match error.as_ref() {
        sqlx::Error::Database(error) => error.code().is_some_and(|code| dialect::is_away(&code)),
        sqlx::Error::Io(_)
        | sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed => true,
        _ => false,
    }
}
