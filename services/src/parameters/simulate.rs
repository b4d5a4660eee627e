//! A draft is tried on earlier bills: who would have paid more and who less, told so that nobody
//! can be recognised.
//!
//! A person's benefit year is settled again from its first bill to its last, because what was used
//! up before decides what is paid. The newest years come first. The work is a job: it goes on where
//! it was after a restart, and its result belongs to the content that was tried.

mod ask;
mod groups;
mod job;
mod pages;
mod plan;
pub mod replay;
mod report;
mod tally;
mod walk;

pub use ask::{COUNTS, ask};
pub use groups::{BANDS, Band, Group, Source};
pub use job::{JOB, step_at};
pub use report::{Report, Row, Run, RunState, newest};
pub use tally::Tally;
pub use walk::Pace;
