//! One file a page, named for its address.

pub mod error;
pub mod home;
pub mod preferences;
