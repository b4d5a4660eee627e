//! Designated institutions: what they are and offer, found by name, pinyin or code, and brought
//! in from files.

mod import;
mod list;
mod model;
pub mod queries;
mod read;
mod record;
mod regions;
mod sample;

pub use import::{import, import_shipped, import_visited};
pub use list::{Filter, Listing, Request, list};
pub use model::Institution;
pub use read::one;
pub use regions::PlaceCount;
pub use sample::{of_demonstration, shipped};
