//! One bill together with the rules that apply to it.

use super::parameters::{ParameterSet, SchemeRules};
use super::plan::Plan;
use super::{Accumulators, Bill, PersonFacts, Remote, Visit};
use crate::money::BasisPoints;

/// What every layer needs: the bill and the rules, looked up once.
pub(super) struct Case<'a> {
    pub(super) set: &'a ParameterSet,
    pub(super) rules: &'a SchemeRules,
    pub(super) person: &'a PersonFacts,
    pub(super) visit: &'a Visit,
    pub(super) before: &'a Accumulators,
    pub(super) plan: Plan,
    /// Percentage points off for treatment elsewhere.
    pub(super) reduction: BasisPoints,
}

impl<'a> Case<'a> {
    pub(super) fn new(set: &'a ParameterSet, bill: &'a Bill<'_>, plan: Plan) -> Self {
        Self {
            set,
            rules: set.rules(bill.scheme),
            person: &bill.person,
            visit: &bill.visit,
            before: &bill.before,
            plan,
            reduction: remote_reduction(set, bill.visit.remote),
        }
    }

    /// `max(0, min(100 %, base + bonus) − reduction)`.
    pub(super) fn ratio(&self, base: BasisPoints, bonus: BasisPoints) -> BasisPoints {
        base.raised_by(bonus).lowered_by(self.reduction)
    }
}

fn remote_reduction(set: &ParameterSet, remote: Remote) -> BasisPoints {
    *set.remote.values.get(remote)
}
