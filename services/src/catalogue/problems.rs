//! Gathers what is wrong with one record.

use std::str::FromStr;

use super::file::error;
use crate::error::FieldError;

/// The problems of one line.
pub(crate) struct Problems {
    line: usize,
    errors: Vec<FieldError>,
}

impl Problems {
    /// None yet, of line `line` (from 1).
    pub(crate) const fn of(line: usize) -> Self {
        Self {
            line,
            errors: Vec::new(),
        }
    }

    /// One more.
    pub(crate) fn add(&mut self, pointer: &str, code: &'static str, detail: impl Into<String>) {
        self.errors.push(error(self.line, pointer, code, detail));
    }

    /// The value that `text` stands for; a problem with the code `code` when it is none.
    pub(crate) fn parsed<T: FromStr>(
        &mut self,
        pointer: &str,
        code: &'static str,
        text: &str,
    ) -> Option<T>
    where
        T::Err: std::fmt::Display,
    {
        match text.parse() {
            Ok(value) => Some(value),
            Err(problem) => {
                self.add(pointer, code, problem.to_string());
                None
            }
        }
    }

    /// `text` without blanks around it; a problem when it has control characters or more than
    /// `longest` characters.
    pub(crate) fn text(&mut self, pointer: &str, text: &str, longest: usize) -> String {
        let text = text.trim();
        if text.chars().any(char::is_control) {
            self.add(pointer, "wrong_text", "control characters are no text");
        }
        if text.chars().count() > longest {
            let detail = format!("at most {longest} characters");
            self.add(pointer, "too_long", detail);
        }
        text.to_owned()
    }

    /// All of them.
    pub(crate) fn into_errors(self) -> Vec<FieldError> {
        self.errors
    }
}
