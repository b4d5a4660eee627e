//! What a resident reads about their own insurance: one file a page.

pub mod account;
pub mod attention;
pub mod benefits;
pub mod contributions;
pub mod cover;
pub mod enrolment;
pub mod holdings;
pub mod household;
mod identity;
mod lines;
pub(crate) mod load;
pub mod overview;
pub mod queries;
pub mod settlement;
pub mod settlements;
pub mod year;
