//! Add-on insurance: commercial products and mutual aid beside public cover.

mod check;
mod import;
mod model;
mod read;

pub use import::{Imported, Outcome, import, import_shipped};
pub use model::{Cover, CoverKind, Premium, Product, ProductKind};
pub use read::{list, one};
