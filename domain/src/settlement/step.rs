//! The steps of a settlement, as codes and integers.

use serde::{Deserialize, Serialize};

use super::Layer;
use crate::money::{BasisPoints, Money};

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

codes! {
    /// By which rule a special kind of visit is settled.
    pub enum KindRule {
        /// A certified disease: like a stay in hospital, with a deductible of its own.
        Chronic = "c",
        /// One of the two diseases: a ratio and a cap of its own.
        TwoDiseases = "t",
        /// One of the two diseases where the region keeps no rule of its own for them.
        TwoAsOutpatient = "o",
        /// A dual-channel drug like an outpatient visit to the prescribing hospital.
        DualAsOutpatient = "do",
        /// A dual-channel drug at the ratios for stays in the prescribing hospital.
        DualAsInpatient = "di",
        /// A dual-channel drug at a ratio of its own.
        DualOwn = "dr",
        /// A birth in hospital at the ratios for stays.
        MaternityAsInpatient = "mi",
        /// A birth in hospital at a ratio of its own.
        MaternityOwn = "mr",
        /// Checks before a birth.
        Prenatal = "p",
    }
}

/// Which part of a divided bill a trace tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PartOf {
    /// The items for the certified disease, settled first.
    #[serde(rename = "d")]
    Disease,
    /// The other items of such a bill, settled second as an ordinary outpatient visit.
    #[serde(rename = "o")]
    Ordinary,
    /// What was billed on the days of one year.
    #[serde(rename = "y")]
    Year(i32),
    /// The whole bill of a stay across the end of a year, in its year of discharge.
    #[serde(rename = "w")]
    DischargeYear(i32),
}

/// One step of the calculation. Amounts in fen, ratios in basis points. In JSON a short key
/// with an array of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// One part of a divided bill: which, the whole bill, this part.
    #[serde(rename = "V")]
    Part(PartOf, Money, Money),
    /// How a special kind of visit is settled: the rule, its own ratio where it has one, and
    /// whether the deductible of a stay comes off.
    #[serde(rename = "K")]
    Kind(KindRule, Option<BasisPoints>, bool),
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
    /// Deductible of chronic diseases: of the year, used before this year, taken.
    #[serde(rename = "H")]
    ChronicDeductible(Money, Money, Money),
    /// What is left of a stay's deductible for its later part: by rule, taken from the earlier
    /// parts, taken now.
    #[serde(rename = "E")]
    CarriedDeductible(Money, Money, Money),
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
    /// A kind of visit with a ratio and a cap of its own: expense, base ratio, reduction, final
    /// ratio, what it comes to.
    #[serde(rename = "q")]
    OwnShare(Money, BasisPoints, BasisPoints, BasisPoints, Money),
    /// Its cap cut something: yearly cap, paid before, wanted, paid.
    #[serde(rename = "v")]
    OwnCap(Money, Money, Money, Money),
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
            Self::Part(..) | Self::Kind(..) | Self::Lines(..) => Layer::Lines,
            Self::InpatientDeductible(..)
            | Self::OutpatientDeductible(..)
            | Self::ChronicDeductible(..)
            | Self::CarriedDeductible(..) => Layer::Deductible,
            Self::PoolBracket(..)
            | Self::PoolUsedUp(..)
            | Self::OutpatientShare(..)
            | Self::OutpatientCap(..)
            | Self::OwnShare(..)
            | Self::OwnCap(..) => Layer::Pool,
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
            Self::InpatientDeductible(.., taken)
            | Self::OutpatientDeductible(.., taken)
            | Self::ChronicDeductible(.., taken)
            | Self::CarriedDeductible(.., taken) => taken,
            Self::PoolBracket(.., paid)
            | Self::OutpatientShare(.., paid, _)
            | Self::OwnShare(.., paid)
            | Self::LargeAmount(.., paid)
            | Self::CatastrophicTier(.., paid)
            | Self::Assistance(.., paid)
            | Self::OwnAccount(.., paid)
            | Self::FamilyAccount(.., paid)
            | Self::Cash(.., paid) => paid,
            Self::OutpatientCap(.., wanted, paid)
            | Self::OwnCap(.., wanted, paid)
            | Self::LargeAmountCap(.., wanted, paid)
            | Self::CatastrophicCap(.., wanted, paid)
            | Self::AssistanceCap(.., wanted, paid) => paid - wanted,
            Self::Part(..)
            | Self::Kind(..)
            | Self::PoolUsedUp(..)
            | Self::CatastrophicNotCounted(..)
            | Self::CatastrophicBase(..)
            | Self::NotAssisted(..) => Money::ZERO,
        }
    }

    /// The amount that the step starts from, in fen.
    #[must_use]
    pub fn input(&self) -> Money {
        match *self {
            Self::Part(_, whole, _) => whole,
            Self::Lines(total, ..) => total,
            Self::InpatientDeductible(_, _, by_rule, _) => by_rule,
            Self::OutpatientDeductible(table, used, _)
            | Self::ChronicDeductible(table, used, _)
            | Self::CarriedDeductible(table, used, _) => (table - used).or_zero(),
            Self::PoolBracket(_, begin, end, ..) => end - begin,
            Self::PoolUsedUp(_, _, left_over) => left_over,
            Self::OutpatientShare(expense, ..)
            | Self::OwnShare(expense, ..)
            | Self::LargeAmount(expense, ..) => expense,
            Self::OutpatientCap(_, _, wanted, _)
            | Self::OwnCap(_, _, wanted, _)
            | Self::LargeAmountCap(_, _, wanted, _)
            | Self::CatastrophicCap(_, _, wanted, _)
            | Self::AssistanceCap(_, _, wanted, _) => wanted,
            Self::CatastrophicNotCounted(burden) => burden,
            Self::CatastrophicBase(before, burden, ..) => before + burden,
            Self::CatastrophicTier(_, before, after, ..) => after - before,
            Self::Kind(..) | Self::NotAssisted(_) => Money::ZERO,
            Self::Assistance(burden, ..) => burden,
            Self::OwnAccount(to_pay, ..) | Self::FamilyAccount(to_pay, ..) => to_pay,
            Self::Cash(burden, ..) => burden,
        }
    }

    /// The step's name within its layer.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Part(..) => "part",
            Self::Kind(..) => "kind",
            Self::Lines(..) => "split",
            Self::InpatientDeductible(..) => "admission",
            Self::OutpatientDeductible(..) => "year",
            Self::ChronicDeductible(..) => "chronic",
            Self::CarriedDeductible(..) => "carried",
            Self::PoolBracket(..) => "bracket",
            Self::PoolUsedUp(..) => "used_up",
            Self::OutpatientShare(.., false) => "share",
            Self::OutpatientShare(.., true) => "share_above",
            Self::OwnShare(..) => "own_share",
            Self::OwnCap(..) => "own_cap",
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
