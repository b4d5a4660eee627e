//! `/calculator/…`: the smaller calculations. Each shows an example with its answer, takes what
//! somebody types instead, and tells every step of the way.
//!
//! What is typed is sent by POST and answered on the same page: it stands in no address, is kept
//! by nobody, and the answer is not stored by the browser.

pub mod contributions;
pub mod incentive;
pub mod maternity;
pub mod retirement;
pub mod thresholds;
pub mod waiting;

mod doors;
mod fields;
pub(in crate::pages) mod places;
mod put_in;
mod reading;
mod sheet;
mod text;
mod trace;

pub use doors::doors;
pub(in crate::pages) use trace::items as steps_of;
