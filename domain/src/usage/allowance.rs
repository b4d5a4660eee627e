//! A yearly limit, what is used of it and what is left.

use super::View;
use crate::explain::ParameterNote;
use crate::money::Money;
use crate::settlement::parameters::Source;

/// A figure with its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known<T> {
    /// The figure.
    pub value: T,
    /// Where it comes from and how sure it is.
    pub parameter: ParameterNote,
}

/// A yearly limit on what a fund pays, in fen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    /// The limit; `None` = no limit.
    pub cap: Option<Money>,
    /// Used this year.
    pub used: Money,
    /// Left this year, never negative; `None` = no limit.
    pub left: Option<Money>,
}

impl Allowance {
    pub(super) fn of(cap: Option<Money>, used: Money) -> Self {
        Self {
            cap,
            used,
            left: cap.map(|cap| (cap - used).or_zero()),
        }
    }
}

impl View<'_> {
    /// A value of this scheme with its source; `path` stands below the scheme.
    pub(super) fn known<T>(&self, path: &str, value: T, source: &Source) -> Known<T> {
        self.known_at(format!("/schemes/{}/{path}", self.scheme), value, source)
    }

    /// A value with its source, anywhere in the set.
    pub(super) fn known_at<T>(&self, pointer: String, value: T, source: &Source) -> Known<T> {
        Known {
            value,
            parameter: ParameterNote::new(self.set, pointer, source),
        }
    }
}
