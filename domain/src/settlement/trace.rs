//! What the engine did, as codes and integers, so that any language can tell it later.

use serde::{Deserialize, Serialize};

use super::{Category, Layer, Level, Remote, Scheme, VisitKind};
use crate::money::{BasisPoints, Money};

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
    /// In hospital or outpatient.
    #[serde(rename = "k")]
    pub kind: VisitKind,
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
            level: Level::Community,
            admission: 1,
            remote: Remote::Local,
            retired: false,
            age: 0,
            category: None,
        }
    }
}

codes! {
    /// What the number of the admission did to the deductible.
    pub enum RepeatEffect {
        /// Nothing: the first one, or the table value is at the floor already.
        None = "-",
        /// Halved.
        Half = "h",
        /// Waived.
        Zero = "z",
        /// Lowered by steps, above the floor.
        Lowered = "m",
        /// Lowered to the floor.
        Floor = "f",
    }
}

codes! {
    /// Why a status of hardship got no assistance.
    pub enum NotAssisted {
        /// The region keeps no rule for this status.
        NoRule = "n",
        /// Outpatient visits do not get it.
        Outpatient = "o",
        /// This kind of treatment elsewhere does not get it.
        Remote = "r",
    }
}

/// One step of the calculation. Amounts in fen, ratios in basis points. In JSON a short key
/// with an array of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// The bill divided: total, above ceilings, fully self-paid, self-pay-first, in scope, and
    /// the one self-pay-first ratio if all class B lines share it.
    #[serde(rename = "L")]
    Lines(Money, Money, Money, Money, Money, Option<BasisPoints>),
    /// Inpatient deductible: table value, what the admission did to it, value by rule, taken.
    #[serde(rename = "D")]
    InpatientDeductible(Money, RepeatEffect, Money, Money),
    /// Outpatient deductible: table value, used before this year, taken.
    #[serde(rename = "d")]
    OutpatientDeductible(Money, Money, Money),
    /// One bracket of the pool: its number from 0, begin and end of the in-scope amount, base
    /// ratio, age bonus, reduction, final ratio, paid.
    #[serde(rename = "P")]
    PoolBracket(
        u8,
        Money,
        Money,
        BasisPoints,
        BasisPoints,
        BasisPoints,
        BasisPoints,
        Money,
    ),
    /// The pool is used up: yearly cap, paid before, in-scope expense that it left over.
    #[serde(rename = "U")]
    PoolUsedUp(Money, Money, Money),
    /// Outpatient share: expense, base ratio, reduction, final ratio, what it comes to, and
    /// whether it is the part above the yearly amount.
    #[serde(rename = "p")]
    OutpatientShare(Money, BasisPoints, BasisPoints, BasisPoints, Money, bool),
    /// The outpatient cap cut something: yearly cap, paid before, wanted, paid.
    #[serde(rename = "u")]
    OutpatientCap(Money, Money, Money, Money),
    /// Large-amount subsidy: expense, base ratio, reduction, final ratio, what it comes to.
    #[serde(rename = "G")]
    LargeAmount(Money, BasisPoints, BasisPoints, BasisPoints, Money),
    /// Its cap cut something: yearly cap, paid before, wanted, paid.
    #[serde(rename = "g")]
    LargeAmountCap(Money, Money, Money, Money),
    /// Outpatient visits do not count towards catastrophic cover here: the burden.
    #[serde(rename = "N")]
    CatastrophicNotCounted(Money),
    /// The year's burden: before, this visit's, the ordinary threshold, the person's own.
    #[serde(rename = "B")]
    CatastrophicBase(Money, Money, Money, Money),
    /// One tier: its number from 0, the part of the year's burden in it before and after,
    /// ratio of the table, points added, what this visit gets from it.
    #[serde(rename = "C")]
    CatastrophicTier(u8, Money, Money, BasisPoints, BasisPoints, Money),
    /// Its cap cut something: yearly cap, paid before, wanted, paid.
    #[serde(rename = "c")]
    CatastrophicCap(Money, Money, Money, Money),
    /// No assistance although the person has a status: why.
    #[serde(rename = "n")]
    NotAssisted(NotAssisted),
    /// Assistance: burden, yearly deductible, used before, used now, ratio, what it comes to.
    #[serde(rename = "A")]
    Assistance(Money, Money, Money, Money, BasisPoints, Money),
    /// Its cap cut something: yearly cap, paid before, wanted, paid.
    #[serde(rename = "a")]
    AssistanceCap(Money, Money, Money, Money),
    /// From the person's own account: what was to pay, balance, paid.
    #[serde(rename = "O")]
    OwnAccount(Money, Money, Money),
    /// From family accounts: what was to pay, balance, paid.
    #[serde(rename = "F")]
    FamilyAccount(Money, Money, Money),
    /// What is left in cash: personal burden, fully self-paid, above ceilings, self-pay-first,
    /// remaining in-scope burden, from accounts, cash.
    #[serde(rename = "X")]
    Cash(Money, Money, Money, Money, Money, Money, Money),
}

impl Step {
    /// The layer that the step belongs to.
    #[must_use]
    pub const fn layer(&self) -> Layer {
        match self {
            Self::Lines(..) => Layer::Lines,
            Self::InpatientDeductible(..) | Self::OutpatientDeductible(..) => Layer::Deductible,
            Self::PoolBracket(..)
            | Self::PoolUsedUp(..)
            | Self::OutpatientShare(..)
            | Self::OutpatientCap(..) => Layer::Pool,
            Self::LargeAmount(..) | Self::LargeAmountCap(..) => Layer::LargeAmount,
            Self::CatastrophicNotCounted(..)
            | Self::CatastrophicBase(..)
            | Self::CatastrophicTier(..)
            | Self::CatastrophicCap(..) => Layer::Catastrophic,
            Self::NotAssisted(..) | Self::Assistance(..) | Self::AssistanceCap(..) => {
                Layer::Assistance
            }
            Self::OwnAccount(..) | Self::FamilyAccount(..) => Layer::Accounts,
            Self::Cash(..) => Layer::Cash,
        }
    }

    /// What the step adds to its layer, in fen; negative where a cap cuts. All steps of a
    /// layer together give the settlement's amount: in-scope amount, deductible, each fund's
    /// payment, accounts, cash.
    #[must_use]
    pub fn output(&self) -> Money {
        match *self {
            Self::Lines(.., scope, _) => scope,
            Self::InpatientDeductible(.., taken) | Self::OutpatientDeductible(.., taken) => taken,
            Self::PoolBracket(.., paid)
            | Self::OutpatientShare(.., paid, _)
            | Self::LargeAmount(.., paid)
            | Self::CatastrophicTier(.., paid)
            | Self::Assistance(.., paid)
            | Self::OwnAccount(.., paid)
            | Self::FamilyAccount(.., paid)
            | Self::Cash(.., paid) => paid,
            Self::OutpatientCap(.., wanted, paid)
            | Self::LargeAmountCap(.., wanted, paid)
            | Self::CatastrophicCap(.., wanted, paid)
            | Self::AssistanceCap(.., wanted, paid) => paid - wanted,
            Self::PoolUsedUp(..)
            | Self::CatastrophicNotCounted(..)
            | Self::CatastrophicBase(..)
            | Self::NotAssisted(..) => Money::ZERO,
        }
    }

    /// The amount that the step starts from, in fen.
    #[must_use]
    pub fn input(&self) -> Money {
        match *self {
            Self::Lines(total, ..) => total,
            Self::InpatientDeductible(_, _, by_rule, _) => by_rule,
            Self::OutpatientDeductible(table, used, _) => (table - used).or_zero(),
            Self::PoolBracket(_, begin, end, ..) => end - begin,
            Self::PoolUsedUp(_, _, left_over) => left_over,
            Self::OutpatientShare(expense, ..) | Self::LargeAmount(expense, ..) => expense,
            Self::OutpatientCap(_, _, wanted, _)
            | Self::LargeAmountCap(_, _, wanted, _)
            | Self::CatastrophicCap(_, _, wanted, _)
            | Self::AssistanceCap(_, _, wanted, _) => wanted,
            Self::CatastrophicNotCounted(burden) => burden,
            Self::CatastrophicBase(before, burden, ..) => before + burden,
            Self::CatastrophicTier(_, before, after, ..) => after - before,
            Self::NotAssisted(_) => Money::ZERO,
            Self::Assistance(burden, ..) => burden,
            Self::OwnAccount(to_pay, ..) | Self::FamilyAccount(to_pay, ..) => to_pay,
            Self::Cash(burden, ..) => burden,
        }
    }

    /// The step's name within its layer.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Lines(..) => "split",
            Self::InpatientDeductible(..) => "admission",
            Self::OutpatientDeductible(..) => "year",
            Self::PoolBracket(..) => "bracket",
            Self::PoolUsedUp(..) => "used_up",
            Self::OutpatientShare(.., false) => "share",
            Self::OutpatientShare(.., true) => "share_above",
            Self::LargeAmount(..) => "share",
            Self::CatastrophicNotCounted(..) => "not_counted",
            Self::CatastrophicBase(..) => "year",
            Self::CatastrophicTier(..) => "tier",
            Self::NotAssisted(..) => "not_assisted",
            Self::Assistance(..) => "share",
            Self::OutpatientCap(..)
            | Self::LargeAmountCap(..)
            | Self::CatastrophicCap(..)
            | Self::AssistanceCap(..) => "cap",
            Self::OwnAccount(..) => "own",
            Self::FamilyAccount(..) => "family",
            Self::Cash(..) => "rest",
        }
    }
}
