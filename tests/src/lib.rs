//! What the tests of the product share.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::print_stderr,
    clippy::string_slice,
    reason = "the workshop of the tests: it may stop at the first surprise and say so"
)]

pub mod binary;
pub mod browser;
pub mod certificates;
pub mod database;
pub mod demonstration;
pub mod enquiries;
pub mod fixtures;
pub mod forged_provider;
pub mod governed;
pub mod hats;
pub mod import_file;
pub mod importing;
pub mod judged;
pub mod kinds;
pub mod library;
pub mod line;
pub mod lives;
pub mod messages;
pub mod nation;
pub mod pages;
pub mod platform;
pub mod records_file;
pub mod residents;
pub mod schema;
pub mod serving;
pub mod sign_in_attempt;
pub mod site;
pub mod tamper;
pub mod visitor;
