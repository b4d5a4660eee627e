//! Where a value comes from and how sure it is.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::language::{Bilingual, Language};

codes! {
    /// Where a value comes from.
    pub enum Provenance {
        /// The rule of the place as issued.
        Real = "real",
        /// A secondary source that nobody has checked against the original.
        Secondary = "secondary",
        /// A sample value that shows how the rule works.
        Sample = "sample",
    }
}

codes! {
    /// How sure a value is.
    pub enum Certainty {
        /// Sure.
        High = "high",
        /// Likely.
        Medium = "medium",
        /// A guess of the right size.
        Low = "low",
    }
}

codes! {
    /// What a clause says of the figures that rest on it.
    pub enum Gives {
        /// The frame: how high a figure may be, or that there is one. The place sets it.
        Frame = "frame",
        /// The very figures.
        Figure = "figure",
    }
}

impl Gives {
    const fn is_frame(&self) -> bool {
        matches!(self, Self::Frame)
    }

    const fn frame() -> Self {
        Self::Frame
    }
}

impl Provenance {
    /// For people.
    #[must_use]
    pub const fn label(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Real, Language::Zh) => "现行政策值",
            (Self::Secondary, Language::Zh) => "转引值，未核对原文",
            (Self::Sample, Language::Zh) => "示例值，未经核实",
            (Self::Real, Language::En) => "value of the policy in force",
            (Self::Secondary, Language::En) => "secondary source, not checked against the original",
            (Self::Sample, Language::En) => "sample value, not verified",
        }
    }
}

impl Certainty {
    /// For people.
    #[must_use]
    pub const fn label(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::High, Language::Zh) => "把握较大",
            (Self::Medium, Language::Zh) => "把握一般",
            (Self::Low, Language::Zh) => "把握较小",
            (Self::High, Language::En) => "high certainty",
            (Self::Medium, Language::En) => "medium certainty",
            (Self::Low, Language::En) => "low certainty",
        }
    }
}

/// The source of a group of values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Where the values come from.
    pub provenance: Provenance,
    /// How sure they are.
    pub certainty: Certainty,
    /// The policy document that gives the frame, by its id in the library, such as `d10`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// The clause of that document, as it is cited: `第3点` of one of our summaries, `第二十七条` of
    /// a law; several with `、` between them. `None` while no published clause is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// What that clause says of the figures.
    #[serde(default = "Gives::frame", skip_serializing_if = "Gives::is_frame")]
    pub gives: Gives,
    /// What a reader should know about the values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Bilingual>,
}

impl Source {
    /// Takes over the clause that `other` names, where none is named here. What it says of the
    /// figures (provenance, certainty, note) stays.
    pub(super) fn complete_from(&mut self, other: &Self) {
        if self.clause.is_none() && other.clause.is_some() {
            self.document.clone_from(&other.document);
            self.clause.clone_from(&other.clause);
            self.gives = other.gives;
        }
    }
}

/// The check of a set's figures against their sources by a second pair of eyes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Who checked.
    pub by: Bilingual,
    /// On which day.
    pub on: NaiveDate,
}

/// A group of values with its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sourced<T> {
    /// The values.
    pub values: T,
    /// Where they come from.
    pub source: Source,
}
