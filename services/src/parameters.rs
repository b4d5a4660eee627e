//! Benefit parameters: imported from files, kept in the store, held in memory.

mod book;
mod import;

pub use book::ParameterBook;
pub use import::{Imported, Outcome, import, import_shipped};
