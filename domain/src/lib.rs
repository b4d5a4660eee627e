//! What is true of medical insurance: money, identifiers, rules, settlement and access.
//!
//! Pure: no I/O, no clock, no randomness. The same code runs on the server and, compiled to
//! WASM, in the browser.

#[macro_use]
mod codes;

pub mod access;
pub mod account_interest;
pub mod calculators;
pub mod calendar;
pub mod catalogue;
pub mod chronic;
pub mod consent;
pub mod continuity;
pub mod contributions;
pub mod enquiries;
pub mod estimate;
pub mod explain;
pub mod family;
pub mod flat;
pub mod glossary;
pub mod identifiers;
pub mod ids;
pub mod interval;
pub mod language;
pub mod looks;
pub mod money;
pub mod settlement;
pub mod suppression;
pub mod usage;
