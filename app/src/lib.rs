//! What people see: pages, components and islands, in both languages.
//!
//! The feature `ssr` builds the server's half (pages call use cases and render HTML), `hydrate`
//! the browser's half (islands only). A page is an async function from a [`page::PageRequest`]
//! to an [`page::Answer`]; [`routes`] lists them all.

pub mod calculator;
pub mod islands;
pub mod language;
pub mod ui;

#[cfg(feature = "ssr")]
pub mod address;
#[cfg(feature = "ssr")]
pub mod assets;
#[cfg(feature = "ssr")]
pub mod hats;
#[cfg(feature = "ssr")]
pub mod page;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod preferences;
#[cfg(feature = "ssr")]
pub mod respond;
#[cfg(feature = "ssr")]
pub mod routes;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "ssr")]
pub mod site;
#[cfg(feature = "ssr")]
pub mod subject;
