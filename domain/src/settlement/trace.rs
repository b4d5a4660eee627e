//! What the engine did, as codes and integers, so that any language can tell it later.

use serde::{Deserialize, Serialize};

use super::{Category, DiseaseCode, Level, Remote, Scheme, Step, VisitKind};

/// Takes the steps of a settlement. The engine is generic over it, so that settling without
/// a trace costs nothing.
pub trait TraceSink {
    /// Whether steps are wanted at all.
    const WANTED: bool;
    /// Receives who and what is settled, once, first.
    fn begin(&mut self, facts: Facts);
    /// Receives the next step.
    fn push(&mut self, step: Step);
}

/// Takes no steps.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoTrace;

impl TraceSink for NoTrace {
    const WANTED: bool = false;
    #[inline]
    fn begin(&mut self, _: Facts) {}
    #[inline]
    fn push(&mut self, _: Step) {}
}

/// The steps of one settlement in order. In JSON below 1 kB for a typical bill.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trace {
    /// Who and what was settled.
    #[serde(rename = "f")]
    pub facts: Facts,
    /// The steps.
    #[serde(rename = "s")]
    pub steps: Vec<Step>,
}

impl Trace {
    /// An empty trace with room for a usual settlement.
    #[must_use]
    pub fn new() -> Self {
        Self {
            facts: Facts::default(),
            steps: Vec::with_capacity(12),
        }
    }
}

impl TraceSink for Trace {
    const WANTED: bool = true;
    fn begin(&mut self, facts: Facts) {
        self.facts = facts;
        self.steps.clear();
    }
    fn push(&mut self, step: Step) {
        self.steps.push(step);
    }
}

/// What the sentences need to know about person and visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// Which basic insurance.
    #[serde(rename = "i")]
    pub scheme: Scheme,
    /// In hospital, outpatient or one of the special kinds.
    #[serde(rename = "k")]
    pub kind: VisitKind,
    /// The disease of a chronic or two-diseases visit.
    #[serde(rename = "d", default, skip_serializing_if = "Option::is_none")]
    pub disease: Option<DiseaseCode>,
    /// Level of the institution.
    #[serde(rename = "l")]
    pub level: Level,
    /// Which admission of the year.
    #[serde(rename = "n")]
    pub admission: u32,
    /// Where, seen from the insured place.
    #[serde(rename = "r")]
    pub remote: Remote,
    /// Retired by insurance status.
    #[serde(rename = "o")]
    pub retired: bool,
    /// Age in full years.
    #[serde(rename = "a")]
    pub age: u16,
    /// The status of hardship.
    #[serde(rename = "c", default, skip_serializing_if = "Option::is_none")]
    pub category: Option<Category>,
}

impl Default for Facts {
    fn default() -> Self {
        Self {
            scheme: Scheme::Resident,
            kind: VisitKind::Outpatient,
            disease: None,
            level: Level::Community,
            admission: 1,
            remote: Remote::Local,
            retired: false,
            age: 0,
            category: None,
        }
    }
}
