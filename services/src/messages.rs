//! Messages to people about their insurance, each sent once for its occasion.
//!
//! A message is a code and plain values; the words are put together when it is read, in the
//! language of whoever reads. What is encrypted elsewhere (identity number, mobile, diagnosis) is
//! never one of the values. Only the person reads their messages, see decision note 0022.

mod compose;
mod generate;
mod job;
mod known_late;
pub mod list;
mod load;
pub mod mark;
mod occasions;
pub mod queries;
pub mod settings;
mod tell;
mod template;
mod topic;

pub use compose::compose;
pub(crate) use generate::{Span, composed, generate};
pub use job::{JOB, plan_today};
pub(crate) use known_late::ends_known_late;
pub use list::Message;
pub(crate) use tell::{Told, tell};
pub use template::{Cap, Template};
pub use topic::Topic;
