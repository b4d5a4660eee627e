//! The parts of a page that come alive in the browser. Everything works without them.

pub mod search_suggest;
