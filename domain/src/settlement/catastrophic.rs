//! Catastrophic cover: the year's burden above a threshold, whatever the number of visits.

use super::case::Case;
use super::engine::within_cap;
use super::parameters::Catastrophic;
use super::{Category, Step, TraceSink};
use crate::money::{BasisPoints, Money};

/// The payment, and the burden that counts for the year.
pub(super) struct Paid {
    pub(super) paid: Money,
    pub(super) counted: Money,
}

/// A person's terms: better ones for people in hardship.
pub(crate) struct Terms {
    /// Where the cover begins for this person.
    pub(crate) threshold: Money,
    /// Points added to each tier.
    pub(crate) points: BasisPoints,
    /// The yearly cap.
    pub(crate) cap: Option<Money>,
    /// Whether they are the better ones.
    pub(crate) tilted: bool,
}

/// The terms for a person of this category.
pub(crate) fn terms(rules: &Catastrophic, category: Option<Category>) -> Terms {
    let ordinary = rules.tiers.values.threshold;
    let tilt = &rules.tilt.values;
    if category.is_some_and(|category| tilt.categories.contains(&category)) {
        Terms {
            threshold: ordinary.times(tilt.threshold_share),
            points: tilt.points,
            cap: None,
            tilted: true,
        }
    } else {
        Terms {
            threshold: ordinary,
            points: BasisPoints::ZERO,
            cap: rules.cap.values,
            tilted: false,
        }
    }
}

/// Pays F(burden of the year after) − F(before), then the cap. `burden` is what pool and
/// large-amount subsidy left of the in-scope amount.
pub(super) fn pay<T: TraceSink>(case: &Case<'_>, burden: Money, trace: &mut T) -> Paid {
    let rules = &case.rules.catastrophic;
    if !case.plan.hospital && !rules.outpatient_counts.values {
        if T::WANTED {
            trace.push(Step::CatastrophicNotCounted(burden));
        }
        return Paid {
            paid: Money::ZERO,
            counted: Money::ZERO,
        };
    }
    let terms = terms(rules, case.person.category);
    let before = case.before.catastrophic_base;
    if T::WANTED {
        trace.push(Step::CatastrophicBase(
            before,
            burden,
            rules.tiers.values.threshold,
            terms.threshold,
        ));
    }
    let wanted = growth(rules, &terms, before, before + burden, trace);
    let paid_before = case.before.catastrophic_paid;
    let paid = within_cap(wanted, terms.cap, paid_before);
    if T::WANTED && paid < wanted {
        trace.push(Step::CatastrophicCap(
            terms.cap.unwrap_or_default(),
            paid_before,
            wanted,
            paid,
        ));
    }
    Paid {
        paid,
        counted: burden,
    }
}

/// F(after) − F(before), tier by tier, each product rounded once.
fn growth<T: TraceSink>(
    rules: &Catastrophic,
    terms: &Terms,
    before: Money,
    after: Money,
    trace: &mut T,
) -> Money {
    let above = |base: Money| (base - terms.threshold).or_zero();
    let (before, after) = (above(before), above(after));
    let mut lower = Money::ZERO;
    let mut wanted = Money::ZERO;
    for (index, tier) in (0u8..).zip(&rules.tiers.values.tiers) {
        if after <= lower {
            break;
        }
        let within = |base: Money| (base.at_most(tier.until) - lower).or_zero();
        let (was, is) = (within(before), within(after));
        if is > was {
            let ratio = tier.ratio.raised_by(terms.points);
            let pays = is.times(ratio) - was.times(ratio);
            wanted += pays;
            if T::WANTED {
                trace.push(Step::CatastrophicTier(
                    index,
                    was,
                    is,
                    tier.ratio,
                    terms.points,
                    pays,
                ));
            }
        }
        match tier.until {
            Some(until) => lower = until,
            None => break,
        }
    }
    wanted
}
