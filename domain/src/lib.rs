//! What is true of medical insurance: money, identifiers, rules, settlement and access.
//!
//! Pure: no I/O, no clock, no randomness. The same code runs on the server and, compiled to
//! WASM, in the browser.

#![cfg_attr(
    test,
    expect(
        clippy::unwrap_used,
        clippy::indexing_slicing,
        reason = "a test may stop at the first surprise"
    )
)]

#[macro_use]
mod codes;

pub mod access;
pub mod calendar;
pub mod identifiers;
pub mod ids;
pub mod interval;
pub mod language;
pub mod money;
pub mod settlement;
