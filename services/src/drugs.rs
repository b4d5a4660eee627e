//! Drug cards: what the lists say of a drug, the products sold under its name, and what share of
//! it each place lets the patient pay first.

mod card;
mod import;
mod list;
mod model;
mod pay_standard;
pub mod queries;
mod record;
mod sample;

pub use card::{Card, card};
pub use import::{import, import_shipped};
pub use list::{Entry, Filter, Listing, Request, list};
pub use model::{Drug, Product, Share};
pub use pay_standard::PayStandard;
