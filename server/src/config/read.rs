//! Reads settings one by one, collects what is wrong, and remembers which names it knows.

use std::collections::BTreeSet;
use std::str::FromStr;

use secrecy::SecretString;

use super::report::{ConfigErrors, Problem};
use super::sources::{Sources, environment_name};

/// Reads settings and collects problems.
pub(super) struct Reader<'a> {
    sources: &'a Sources,
    problems: Vec<Problem>,
    known: BTreeSet<String>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(sources: &'a Sources) -> Self {
        Self {
            sources,
            problems: Vec::new(),
            known: BTreeSet::new(),
        }
    }

    /// The text of a setting, without blanks around it; empty counts as absent.
    pub(super) fn text(&mut self, name: &str) -> Option<String> {
        self.known.insert(name.to_owned());
        let value = self.sources.find(name)?.trim();
        (!value.is_empty()).then(|| value.to_owned())
    }

    /// The text of a setting, or `default`.
    pub(super) fn text_or(&mut self, name: &str, default: &str) -> String {
        self.text(name).unwrap_or_else(|| default.to_owned())
    }

    /// The setting read as a `T`, or `default`. `expected` completes "must be …".
    pub(super) fn parse_or<T: FromStr>(&mut self, name: &str, default: T, expected: &str) -> T {
        match self.text(name).map(|text| text.parse()) {
            None => default,
            Some(Ok(value)) => value,
            Some(Err(_)) => {
                self.fail(name, format!("must be {expected}"));
                default
            }
        }
    }

    /// A number of something in `range`, or `default`.
    pub(super) fn number_or(
        &mut self,
        name: &str,
        default: u64,
        range: std::ops::RangeInclusive<u64>,
    ) -> u64 {
        let expected = format!("a whole number from {} to {}", range.start(), range.end());
        let value = self.parse_or(name, default, &expected);
        if range.contains(&value) {
            return value;
        }
        self.fail(name, format!("must be {expected}"));
        default
    }

    /// A secret: the setting itself, or the content of the file that `NAME_FILE` names.
    pub(super) fn secret(&mut self, name: &str) -> Option<SecretString> {
        let by_file = format!("{name}_file");
        let direct = self.text(name);
        let path = self.text(&by_file);
        match (direct, path) {
            (Some(_), Some(_)) => {
                self.fail(name, format!("is given twice, here and as {by_file}"));
                None
            }
            (Some(text), None) => Some(text.into()),
            (None, Some(path)) => match std::fs::read_to_string(&path) {
                Ok(text) => Some(text.trim().to_owned().into()),
                Err(error) => {
                    self.fail(&by_file, format!("cannot be read: {error}"));
                    None
                }
            },
            (None, None) => None,
        }
    }

    /// Notes that something is wrong with a setting.
    pub(super) fn fail(&mut self, setting: &str, problem: impl Into<String>) {
        self.problems.push(Problem {
            setting: setting.to_owned(),
            problem: problem.into(),
        });
    }

    /// Settings that were given and that nobody asked for: most likely misspelt.
    pub(super) fn unknown(&self) -> Vec<String> {
        let variables: BTreeSet<String> = self
            .known
            .iter()
            .map(|name| environment_name(name))
            .collect();
        let known = |name: &&str| self.known.contains(*name) || variables.contains(*name);
        self.sources
            .given()
            .filter(|name| !known(name))
            .map(ToOwned::to_owned)
            .collect()
    }

    pub(super) fn finish(self) -> Result<(), ConfigErrors> {
        if self.problems.is_empty() {
            Ok(())
        } else {
            Err(ConfigErrors(self.problems))
        }
    }
}
