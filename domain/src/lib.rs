//! What is true of medical insurance: money, identifiers, rules, settlement and access.
//!
//! Pure: no I/O, no clock, no randomness. The same code runs on the server and, compiled to
//! WASM, in the browser.

pub mod access;
pub mod ids;
