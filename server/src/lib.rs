//! What holds the product together: configuration, HTTP, the JSON API, the command line.

pub mod api;
pub mod clock;
pub mod command;
pub mod config;
pub mod csrf;
pub mod demo_provider;
pub mod http;
pub mod identity;
pub mod logging;
pub mod random;
pub mod serve;
pub mod session;
pub mod sign_in;
pub mod state;
