//! What the lines of some people came to, in numbers.

use super::refused::Refused;

/// Lines by what became of them.
#[derive(Clone, Default)]
pub(super) struct Tally {
    /// Records that are new.
    pub added: u64,
    /// Records that are there and went on.
    pub changed: u64,
    /// Records whose content is there already.
    pub unchanged: u64,
    pub refused: Vec<Refused>,
}

impl Tally {
    /// Takes over what `other` counted.
    pub(super) fn append(&mut self, other: Self) {
        self.added += other.added;
        self.changed += other.changed;
        self.unchanged += other.unchanged;
        self.refused.extend(other.refused);
    }

    /// Whether nothing is to be written.
    pub(super) const fn is_quiet(&self) -> bool {
        self.added == 0 && self.changed == 0
    }
}
