//! A row together with what the file does to it.

/// A row that is in the store or will be.
pub(super) struct Kept<T> {
    pub(super) row: T,
    fate: Fate,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Stored,
    New,
    Changed,
}

impl<T> Kept<T> {
    /// A row of the store.
    pub(super) const fn stored(row: T) -> Self {
        let fate = Fate::Stored;
        Self { row, fate }
    }

    /// A row that the file brings.
    pub(super) const fn new(row: T) -> Self {
        let fate = Fate::New;
        Self { row, fate }
    }

    /// Whether the file changes what the store has.
    pub(super) fn is_changed(&self) -> bool {
        self.fate == Fate::Changed
    }

    /// The row, to be changed.
    pub(super) fn change(&mut self) -> &mut T {
        if self.fate == Fate::Stored {
            self.fate = Fate::Changed;
        }
        &mut self.row
    }
}

/// The new rows and the changed ones.
pub(super) fn divided<T>(kept: impl IntoIterator<Item = Kept<T>>) -> (Vec<T>, Vec<T>) {
    let (mut new, mut changed) = (Vec::new(), Vec::new());
    for one in kept {
        match one.fate {
            Fate::Stored => {}
            Fate::New => new.push(one.row),
            Fate::Changed => changed.push(one.row),
        }
    }
    (new, changed)
}
