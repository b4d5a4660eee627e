//! Benefit parameters: imported from files or drafted, tried, reviewed and released on pages; kept
//! in the store, held in memory.

mod around;
mod book;
pub mod compare;
pub mod draft;
pub mod governed;
mod import;
pub mod preview;
pub mod queries;
pub mod radar;
mod recall;
pub mod release;
pub mod review;
pub mod simulate;
pub mod stage;
mod steps;
pub mod take_back;
mod turn;

pub use around::Warning;
pub use book::ParameterBook;
pub use import::{Imported, Outcome, import, import_shipped};
pub use radar::JOB as RADAR;
pub use recall::JOB as RECALL;
pub use simulate::JOB as SIMULATION;
pub use turn::turn;
