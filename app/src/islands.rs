//! The parts of a page that come alive in the browser. Everything works without them.

pub mod live_answer;
pub mod search_suggest;
