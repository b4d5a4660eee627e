//! One bill together with the rules that apply to it.

use super::parameters::{ParameterSet, SchemeRules};
use super::{Accumulators, Bill, PersonFacts, Remote, Visit, VisitKind};
use crate::money::BasisPoints;

/// What every layer needs: the bill and the rules, looked up once.
pub(super) struct Case<'a> {
    pub(super) set: &'a ParameterSet,
    pub(super) rules: &'a SchemeRules,
    pub(super) person: &'a PersonFacts,
    pub(super) visit: &'a Visit,
    pub(super) before: &'a Accumulators,
    /// Percentage points off for treatment elsewhere.
    pub(super) reduction: BasisPoints,
}

impl<'a> Case<'a> {
    pub(super) fn new(set: &'a ParameterSet, bill: &'a Bill<'_>) -> Self {
        Self {
            set,
            rules: set.rules(bill.scheme),
            person: &bill.person,
            visit: &bill.visit,
            before: &bill.before,
            reduction: remote_reduction(set, bill.visit.remote),
        }
    }

    pub(super) fn is_inpatient(&self) -> bool {
        self.visit.kind == VisitKind::Inpatient
    }

    /// `max(0, min(100 %, base + bonus) − reduction)`.
    pub(super) fn ratio(&self, base: BasisPoints, bonus: BasisPoints) -> BasisPoints {
        base.raised_by(bonus).lowered_by(self.reduction)
    }
}

fn remote_reduction(set: &ParameterSet, remote: Remote) -> BasisPoints {
    *set.remote.values.get(remote)
}
