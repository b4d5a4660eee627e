//! What institutions and drugs share: the keys by which they are found, the questions asked of
//! them, and the files they come in.
//!
//! A thing is found through a table of keys: every ending of its folded name, of the name in
//! pinyin and of the initials, its English words, its code. A question is then one range of an
//! index, wherever in the name the typed part stands.

mod file;
mod keys;
mod place;
mod problems;
mod question;
mod readings;

pub use file::Report;
pub use place::{spelled, spoken};

pub(crate) use file::{error, records, save, split};
pub(crate) use keys::{ASIDE, Keys, WHOLE};
pub(crate) use problems::Problems;
pub(crate) use question::Question;

use sea_orm::Value;

/// How many things a page of a list shows at most.
pub const PAGE_SIZE: usize = 20;
/// The most different things that a search gives; more ask for a better question.
pub const MOST_FOUND: usize = 200;
/// The most keys that one search reads.
pub(crate) const MOST_KEYS: i64 = 1_000;

/// Exactly [`PAGE_SIZE`] values for a statement that takes so many; those that are missing are
/// empty texts, which name nothing.
pub(crate) fn padded<'a>(texts: impl Iterator<Item = &'a str>) -> impl Iterator<Item = Value> {
    texts
        .map(Value::from)
        .chain(std::iter::repeat_with(|| Value::from("")))
        .take(PAGE_SIZE)
}
