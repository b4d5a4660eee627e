//! What the platform keeps of people: how it is sealed, settled, written and imported.

mod divided;
pub mod import;
mod input;
pub mod private;
mod refund;
mod rows;
mod settle;

pub use divided::{settle_across_years, settle_for_disease};
pub use input::{SettlementInput, TerseLine};
pub use refund::{Refund, again, refund};
pub use rows::Rows;
pub(crate) use settle::divided;
pub use settle::{BilledItem, Draft, Written, settle};
