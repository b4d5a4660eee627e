//! One file a page, named for its address.

pub mod accessibility;
pub mod add_ons;
pub mod admin;
pub mod calculator;
pub mod calculators;
pub mod check;
mod clauses;
pub mod drugs;
mod enquiries;
pub mod error;
pub mod gallery;
pub mod glossary;
pub mod hat;
pub mod help;
pub mod home;
pub mod institutions;
pub mod late_form;
pub mod me;
mod moment;
pub mod policies;
pub mod preferences;
pub mod privacy;
pub mod sign_in_demo;
pub mod sign_in_failed;
