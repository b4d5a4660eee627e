//! Refuses every change of state that does not come from a page of this site.
//!
//! Browsers say where a request comes from: `Sec-Fetch-Site` must be `same-origin`, or, where it
//! is missing, `Origin` must be ours exactly. A browser too old for both proves it by the hidden
//! token of the form. Server functions and form handlers behind this layer need no check of
//! their own, and may not be reached by GET.

mod content;
mod origin;
mod refuse;
mod token;

pub use refuse::refuse_cross_site;
pub use token::{FIELD, token};
