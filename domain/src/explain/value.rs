//! The value of the parameter behind a step, as people write it.

use crate::language::Language;
use crate::money::{BasisPoints, Money};
use crate::settlement::{RepeatEffect, Step};

/// The value by which the step was decided, such as `¥1,300.00` or `85%`; `None` where it is a rule
/// in words, or where no parameter stands behind the step.
pub(super) fn behind(step: &Step, language: Language) -> Option<String> {
    Some(match *step {
        Step::InpatientDeductible(table, RepeatEffect::None, ..)
        | Step::OutpatientDeductible(table, ..)
        | Step::ChronicDeductible(table, ..) => a_year(step, table, language),
        Step::InpatientDeductible(_, _, by_rule, _) => by_rule.yuan(),
        Step::PoolBracket(_, _, _, base, bonus, off, ..) => ratio(base, bonus, off, language),
        Step::OutpatientShare(_, base, off, ..)
        | Step::OwnShare(_, base, off, ..)
        | Step::LargeAmount(_, base, off, ..) => ratio(base, BasisPoints::ZERO, off, language),
        Step::CatastrophicTier(_, _, _, base, points, _) => {
            ratio(base, points, BasisPoints::ZERO, language)
        }
        Step::Assistance(_, _, _, _, base, _) => base.percent(),
        Step::PoolUsedUp(cap, ..)
        | Step::OutpatientCap(cap, ..)
        | Step::OwnCap(cap, ..)
        | Step::LargeAmountCap(cap, ..)
        | Step::CatastrophicCap(cap, ..)
        | Step::AssistanceCap(cap, ..) => a_year(step, cap, language),
        Step::CatastrophicBase(.., own) => a_year(step, own, language),
        Step::Kind(_, Some(own), _) => own.percent(),
        Step::Part(..)
        | Step::Kind(_, None, _)
        | Step::Lines(..)
        | Step::CarriedDeductible(..)
        | Step::CatastrophicNotCounted(..)
        | Step::NotAssisted(..)
        | Step::OwnAccount(..)
        | Step::FamilyAccount(..)
        | Step::Cash(..) => return None,
    })
}

/// An amount, and that it is one of a year, where it is.
fn a_year(step: &Step, amount: Money, language: Language) -> String {
    let yuan = amount.yuan();
    if matches!(step, Step::InpatientDeductible(..)) {
        return yuan;
    }
    match language {
        Language::Zh => format!("一年 {yuan}"),
        Language::En => format!("{yuan} a year"),
    }
}

/// A ratio with the points that are added and taken off.
fn ratio(base: BasisPoints, plus: BasisPoints, minus: BasisPoints, language: Language) -> String {
    let mut text = base.percent();
    for (sign, points) in [('+', plus), ('\u{2212}', minus)] {
        if points != BasisPoints::ZERO {
            let points = points.points();
            text.push_str(&match language {
                Language::Zh => format!(" {sign} {points} 个百分点"),
                Language::En => format!(" {sign} {points} percentage points"),
            });
        }
    }
    text
}
