//! Demonstration or production.

use super::read::Reader;

/// How much the program takes upon itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Invented people, an OpenID provider in the same process, keys made on first start.
    Demo,
    /// Real people: nothing is made up, and nothing unsafe is accepted.
    Production,
}

pub(super) fn read(reader: &mut Reader<'_>) -> Mode {
    match reader.text("mode").as_deref() {
        None | Some("demo") => Mode::Demo,
        Some("production") => Mode::Production,
        Some(_) => {
            reader.fail("mode", "must be `demo` or `production`");
            Mode::Production
        }
    }
}
