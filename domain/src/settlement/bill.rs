//! What is to be settled.

use serde::{Deserialize, Serialize};

use super::{Accumulators, Category, DiseaseCode, ItemClass, Level, Remote, Scheme, VisitKind};
use crate::money::{BasisPoints, Money};

/// The most lines one bill may have.
pub const MOST_LINES: usize = 2_000;
/// The highest age taken for true, in years.
pub const OLDEST_AGE: u16 = 150;

/// One item of a bill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineItem {
    /// The whole price of the item, in fen; at least the part above the ceiling.
    pub amount: Money,
    /// The catalogue class.
    pub class: ItemClass,
    /// The share the person pays first, 0 to 100 %; counts for class B only.
    #[serde(default)]
    pub self_pay_first: BasisPoints,
    /// The part of `amount` above the price ceiling, in fen.
    #[serde(default)]
    pub over_ceiling: Money,
}

/// The visit, as far as the rules ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Visit {
    /// In hospital, outpatient or one of the special kinds.
    pub kind: VisitKind,
    /// The disease that a chronic or two-diseases visit is for; nothing for other kinds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disease: Option<DiseaseCode>,
    /// Level of the institution; for a dual-channel drug of the hospital that prescribed it.
    pub level: Level,
    /// Which admission of the benefit year this is, from 1; plays no part for outpatients.
    #[serde(default = "first")]
    pub admission: u32,
    /// Where, seen from the insured place.
    #[serde(default = "local")]
    pub remote: Remote,
}

const fn first() -> u32 {
    1
}

const fn local() -> Remote {
    Remote::Local
}

/// The person, as far as the rules ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonFacts {
    /// Retired by insurance status, not by age.
    #[serde(default)]
    pub retired: bool,
    /// Age in full years on the day of settlement.
    pub age: u16,
    /// The status of hardship recognised on that day.
    #[serde(default)]
    pub category: Option<Category>,
    /// What the person's own account may pay, in fen.
    #[serde(default)]
    pub account_balance: Money,
    /// What the family's shared accounts may pay, in fen.
    #[serde(default)]
    pub family_balance: Money,
}

/// One bill to settle. Borrows its lines, so that settling needs no memory of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bill<'a> {
    /// Which basic insurance covers the person.
    pub scheme: Scheme,
    /// The person.
    pub person: PersonFacts,
    /// The visit.
    pub visit: Visit,
    /// The items, at most [`MOST_LINES`]; none makes a settlement of zeros.
    pub lines: &'a [LineItem],
    /// The year's accumulators before this visit.
    pub before: Accumulators,
}
