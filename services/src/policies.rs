//! The policy library: import of documents, what ships with the product, and reading.

pub mod clauses;
mod describe;
mod identity;
mod import;
mod library;
pub mod number;
mod place;
pub(crate) mod queries;
mod read;
mod revision;
mod write;

pub use import::{Import, Outcome, Progress, Refused, Report, import};
pub use library::ship;
pub use read::{
    ArticleView, DocumentView, RecentDocument, RelationView, VersionView, document, recent,
};
pub(crate) use read::{applies_from, lines, status_on};
pub use revision::revision;
pub(crate) use revision::{Mark, mark};
