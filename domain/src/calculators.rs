//! Small calculations that people ask for by themselves, each with every step of its way.
//!
//! One module a question. Each takes the parameter set of a place and what somebody said, and
//! gives the result with its [`Step`]s, or every [`Refused`] field at once. The rules are those of
//! [`crate::continuity`], [`crate::contributions`] and [`crate::usage`]; here they are asked and told.

pub mod contributions;
pub mod incentive;
pub mod maternity;
pub mod retirement;
pub mod thresholds;
pub mod waiting;

mod figure;
mod refused;
mod step;
pub mod typed;

pub use figure::Figure;
pub use refused::{Refused, Why};
pub use step::{Rule, Step};
