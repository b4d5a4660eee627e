//! One file a page, named for its address.

pub mod add_ons;
pub mod check;
pub mod drugs;
pub mod error;
pub mod gallery;
pub mod home;
pub mod institutions;
pub mod me;
pub mod policies;
pub mod preferences;
pub mod sign_in_demo;
pub mod sign_in_failed;
