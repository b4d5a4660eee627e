//! How far it is to catastrophic cover, and what assistance leaves.

use super::{Allowance, Known, View};
use crate::money::{BasisPoints, Money};
use crate::settlement::catastrophic_terms;

/// Catastrophic cover as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatastrophicUsage {
    /// The person's own threshold, in fen.
    pub threshold: Money,
    /// Whether the person has the better terms of hardship.
    pub tilted: bool,
    /// In-scope burden of the year so far, in fen.
    pub base: Money,
    /// Burden still missing until the cover starts; zero once it has, in fen.
    pub distance: Money,
    /// Ratios above the threshold.
    pub tiers: Vec<TierUsage>,
    /// The yearly cap.
    pub allowance: Allowance,
    /// Whether outpatient visits count towards it.
    pub outpatient_counts: bool,
}

/// A ratio for a stretch of the year's burden.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TierUsage {
    /// From this burden of the year, in fen.
    pub above: Money,
    /// To this burden of the year, in fen; `None` = no end.
    pub until: Option<Money>,
    /// What is paid of it.
    pub ratio: BasisPoints,
}

/// Medical assistance as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AssistanceUsage {
    /// The yearly deductible, in fen.
    pub deductible: Money,
    /// Still to be borne before it begins, in fen.
    pub deductible_left: Money,
    /// What is paid of the burden above it.
    pub ratio: BasisPoints,
    /// The yearly cap.
    pub allowance: Allowance,
    /// Whether outpatient visits get it.
    pub outpatient_counts: bool,
}

pub(super) fn catastrophic(view: &View<'_>) -> Known<CatastrophicUsage> {
    let rules = &view.rules.catastrophic;
    let terms = catastrophic_terms(rules, view.person.category);
    let base = view.year.catastrophic_base;
    let mut above = terms.threshold;
    let mut tiers = Vec::new();
    for tier in &rules.tiers.values.tiers {
        let until = tier.until.map(|until| terms.threshold + until);
        tiers.push(TierUsage {
            above,
            until,
            ratio: tier.ratio.raised_by(terms.points),
        });
        above = until.unwrap_or(above);
    }
    let value = CatastrophicUsage {
        threshold: terms.threshold,
        tilted: terms.tilted,
        base,
        distance: (terms.threshold - base).or_zero(),
        tiers,
        allowance: Allowance::of(terms.cap, view.year.catastrophic_paid),
        outpatient_counts: rules.outpatient_counts.values,
    };
    let source = if terms.tilted {
        &rules.tilt.source
    } else {
        &rules.tiers.source
    };
    view.known("catastrophic", value, source)
}

pub(super) fn assistance(view: &View<'_>) -> Option<Known<AssistanceUsage>> {
    let assistance = &view.set.assistance;
    let category = view.person.category?;
    let rule = assistance.rules.values.get(category)?;
    let value = AssistanceUsage {
        deductible: rule.deductible,
        deductible_left: (rule.deductible - view.year.assistance_deductible_used).or_zero(),
        ratio: rule.ratio,
        allowance: Allowance::of(rule.cap, view.year.assistance_paid),
        outpatient_counts: assistance.reach.values.outpatient_counts,
    };
    let pointer = format!("/assistance/rules/values/{category}");
    Some(view.known_at(pointer, value, &assistance.rules.source))
}
