//! What the platform keeps of people: how it is sealed, settled, written and imported.

pub mod import;
mod input;
pub mod private;
mod rows;
mod settle;

pub use input::{SettlementInput, TerseLine};
pub use rows::Rows;
pub use settle::{BilledItem, Draft, Written, settle};
