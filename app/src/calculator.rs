//! What will I pay: from what somebody typed to the answer. The same code on the server, where it
//! makes the page, and in the browser, where it moves the answer as somebody types.

mod answer;
mod case;
mod pack;
mod text;
mod typed;
pub mod view;
mod ways;
mod wrong;

pub use answer::{Answer, answer};
pub use case::{Case, KINDS, places, totals};
pub use pack::Pack;
pub use typed::{MOST_ROWS, Typed};
pub use ways::{NoPlace, Outcome, Way};
pub use wrong::{What, Wrong};
