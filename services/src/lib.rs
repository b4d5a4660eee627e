//! What the product does: one module a use case, over the store and the search index.
//!
//! Nothing here knows HTTP, cookies or pages. Every use case takes a [`RequestContext`] first,
//! decides access through `domain::access`, and returns a view model or a [`ServiceError`].

pub mod access_log;
pub mod accounts;
pub mod accumulators;
pub mod audit;
pub mod authorise;
pub mod backup;
pub mod calculator;
pub mod calculators;
pub mod catalogue;
pub mod certificates;
pub mod consents;
pub mod context;
pub mod demo;
pub mod doctor;
pub mod documents;
pub mod drugs;
pub mod enquiries;
pub mod error;
pub mod export;
pub mod family;
mod form_id;
pub mod institutions;
pub mod jobs;
pub mod keys;
mod listed;
pub mod looks;
pub mod messages;
pub mod parameters;
pub mod platform;
pub mod policies;
pub mod products;
mod public_id;
pub mod publishing;
pub mod records;
pub mod replay;
pub mod resident;
pub mod sealing;
pub mod search;
pub mod store;
pub mod trail;

pub use authorise::Authorised;
pub use context::{Actor, RequestContext};
pub use error::{FieldError, ServiceError};
pub use platform::{Clock, Platform, RandomSource};
