//! Values as one line of text, for a reader that has room for nothing larger: the calculator in the
//! browser. Pieces follow each other without names, each ended by a bar; a text that came before is
//! a number of its own. What is written by one release is read by the same one only, so that no
//! version is carried.

mod basic;
mod parameters;

use std::str::Split;

/// Between pieces.
const END: char = '|';
/// Before a text that has not come before.
const NEW: char = '~';
/// What stands for [`END`] within a text, and for itself.
const ESCAPE: char = '\\';

/// What can be written and read back.
pub trait Flat: Sized {
    /// Writes it.
    fn write(&self, to: &mut Writer);
    /// Reads it; `None` where the text is something else.
    fn read(from: &mut Reader<'_>) -> Option<Self>;
}

/// The line in the making.
#[derive(Debug, Default)]
pub struct Writer {
    line: String,
    texts: Vec<String>,
}

/// The line on its way back.
#[derive(Debug)]
pub struct Reader<'a> {
    pieces: Split<'a, char>,
    texts: Vec<String>,
}

/// `value` as one line.
#[must_use]
pub fn write(value: &impl Flat) -> String {
    let mut to = Writer::default();
    value.write(&mut to);
    to.line
}

/// The value of a line; `None` where the line is no such value, or goes on behind it.
#[must_use]
pub fn read<T: Flat>(line: &str) -> Option<T> {
    let mut from = Reader {
        pieces: line.split(END),
        texts: Vec::new(),
    };
    let value = T::read(&mut from)?;
    (from.pieces.next() == Some("") && from.pieces.next().is_none()).then_some(value)
}

impl Writer {
    /// Writes a whole number.
    pub fn number(&mut self, number: i64) {
        self.line.push_str(&number.to_string());
        self.line.push(END);
    }

    /// Writes a text.
    pub fn text(&mut self, text: &str) {
        if let Some(known) = self.texts.iter().position(|one| one == text) {
            return self.number(i64::try_from(known).unwrap_or(i64::MAX));
        }
        self.texts.push(text.to_owned());
        self.line.push(NEW);
        for letter in text.chars() {
            match letter {
                END => self.line.push_str("\\b"),
                ESCAPE => self.line.push_str("\\\\"),
                other => self.line.push(other),
            }
        }
        self.line.push(END);
    }
}

impl Reader<'_> {
    /// Reads a whole number.
    pub fn number(&mut self) -> Option<i64> {
        self.pieces.next()?.parse().ok()
    }

    /// Reads a text.
    pub fn text(&mut self) -> Option<String> {
        let piece = self.pieces.next()?;
        let Some(new) = piece.strip_prefix(NEW) else {
            let known: usize = piece.parse().ok()?;
            return self.texts.get(known).cloned();
        };
        let mut text = String::with_capacity(new.len());
        let mut escaped = false;
        for letter in new.chars() {
            match (escaped, letter) {
                (false, ESCAPE) => {
                    escaped = true;
                    continue;
                }
                (true, 'b') => text.push(END),
                (_, other) => text.push(other),
            }
            escaped = false;
        }
        self.texts.push(text.clone());
        Some(text)
    }
}

/// Declares that a struct is its fields, one after the other: a field that is missing here is an
/// error of the compiler.
#[macro_export]
macro_rules! flat {
    ($name:ident $(<$of:ident>)? { $($field:ident),+ $(,)? }) => {
        impl $(<$of: $crate::flat::Flat>)? $crate::flat::Flat for $name $(<$of>)? {
            fn write(&self, to: &mut $crate::flat::Writer) {
                let Self { $($field),+ } = self;
                $( $crate::flat::Flat::write($field, to); )+
            }

            fn read(from: &mut $crate::flat::Reader<'_>) -> Option<Self> {
                Some(Self { $($field: $crate::flat::Flat::read(from)?),+ })
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::settlement::parameters::{ParameterSet, shipped_parameter_sets};

    #[test]
    fn every_set_comes_back_as_it_was() {
        let sets = shipped_parameter_sets().to_vec();
        assert!(sets.len() > 5);
        let line = write(&sets);
        assert_eq!(read::<Vec<ParameterSet>>(&line), Some(sets));
        // A page has room for it.
        assert!(line.len() < 60_000, "{} bytes", line.len());
        assert!(!line.contains('\n'));
    }

    #[test]
    fn what_is_cut_short_or_goes_on_is_nothing() {
        let line = write(&vec!["a".to_owned(), "b".to_owned()]);
        assert_eq!(line, "2|~a|~b|");
        for wrong in [
            "",
            "2|~a|",
            "2|~a|~b",
            "2|~a|~b|~c|",
            "2|~a|1|",
            "x|",
            "-1|",
        ] {
            assert_eq!(read::<Vec<String>>(wrong), None, "{wrong}");
        }
        assert_eq!(read("2|~a|0|"), Some(vec!["a".to_owned(), "a".to_owned()]));
    }

    proptest! {
        #[test]
        fn any_text_comes_back(texts in proptest::collection::vec(".*", 0..6)) {
            let line = write(&texts);
            prop_assert_eq!(read::<Vec<String>>(&line), Some(texts));
        }

        #[test]
        fn no_line_is_too_strange_to_be_refused(line in ".*") {
            let _ = read::<Vec<ParameterSet>>(&line);
        }
    }
}
