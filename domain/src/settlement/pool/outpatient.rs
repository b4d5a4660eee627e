//! The pool for ordinary outpatient care: one ratio by level, in places another above a
//! yearly amount, and a cap of its own.

use crate::money::{BasisPoints, Money};
use crate::settlement::case::Case;
use crate::settlement::engine::within_cap;
use crate::settlement::{Step, TraceSink};

/// What the pool pays of the expense above the deductible. No age bonus for outpatients.
pub(super) fn pay<T: TraceSink>(
    case: &Case<'_>,
    scope: Money,
    deductible: Money,
    trace: &mut T,
) -> Money {
    let rules = &case.rules.outpatient;
    let (retired, age) = (case.person.retired, case.person.age);
    let expense = scope - deductible;
    // The deductible lies at the bottom of the bill, the part above the yearly amount on top.
    let above = rules.above.as_ref().map(|above| {
        let over = |total: Money| (total - above.values.scope).or_zero();
        let before = case.before.outpatient_in_scope;
        let part = (over(before + scope) - over(before)).min(expense);
        (part, *above.values.ratio.get(retired))
    });
    let (above_part, above_base) = above.unwrap_or((Money::ZERO, BasisPoints::ZERO));
    let (base, _) = rules.ratio_at(case.visit.level, retired, age);

    let below = share(case, expense - above_part, base, false, trace);
    let wanted = below + share(case, above_part, above_base, true, trace);
    let cap = rules.cap_for(retired);
    let paid = within_cap(wanted, cap, case.before.outpatient_paid);
    if T::WANTED && paid < wanted {
        trace.push(Step::OutpatientCap(
            cap.unwrap_or_default(),
            case.before.outpatient_paid,
            wanted,
            paid,
        ));
    }
    paid
}

fn share<T: TraceSink>(
    case: &Case<'_>,
    part: Money,
    base: BasisPoints,
    above: bool,
    trace: &mut T,
) -> Money {
    if part.is_zero() {
        return Money::ZERO;
    }
    let ratio = case.ratio(base, BasisPoints::ZERO);
    let pays = part.times(ratio);
    if T::WANTED {
        trace.push(Step::OutpatientShare(
            part,
            base,
            case.reduction,
            ratio,
            pays,
            above,
        ));
    }
    pays
}
