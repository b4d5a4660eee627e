//! How a line is refused that says otherwise than the store.

use super::super::refused::Refused;
use crate::error::FieldError;

/// The fields of a line that the store holds otherwise.
#[derive(Default)]
pub(super) struct Differing(Vec<FieldError>);

impl Differing {
    /// The fields whose second part is true, by their pointers.
    pub(super) fn of<'a>(fields: impl IntoIterator<Item = (&'a str, bool)>) -> Self {
        let mut found = Self::default();
        for (pointer, differs) in fields {
            if differs {
                found.add(pointer, "the store has another value");
            }
        }
        found
    }

    pub(super) fn add(&mut self, pointer: impl Into<String>, detail: impl Into<String>) {
        self.0.push(FieldError {
            pointer: pointer.into(),
            code: "differs_from_store",
            detail: detail.into(),
        });
    }

    /// Whether nothing differs besides `fields`.
    pub(super) fn only(&self, fields: &[&str]) -> bool {
        self.0
            .iter()
            .all(|error| fields.contains(&error.pointer.as_str()))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn refuse(self, line: usize) -> Refused {
        Refused {
            line: line + 1,
            errors: self.0,
        }
    }
}
