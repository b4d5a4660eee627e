//! The pool for a kind of visit with a ratio and a yearly cap of its own.

use crate::money::{BasisPoints, Money};
use crate::settlement::case::Case;
use crate::settlement::engine::within_cap;
use crate::settlement::{Step, TraceSink};

/// What the pool pays of `expense`, up to what `before` leaves of the cap. No age bonus; the
/// reduction for treatment elsewhere counts.
pub(super) fn pay<T: TraceSink>(
    case: &Case<'_>,
    expense: Money,
    base: BasisPoints,
    cap: Option<Money>,
    before: Money,
    trace: &mut T,
) -> Money {
    if expense.is_zero() {
        return Money::ZERO;
    }
    let ratio = case.ratio(base, BasisPoints::ZERO);
    let wanted = expense.times(ratio);
    let paid = within_cap(wanted, cap, before);
    if T::WANTED {
        trace.push(Step::OwnShare(expense, base, case.reduction, ratio, wanted));
        if paid < wanted {
            let cap = cap.unwrap_or_default();
            trace.push(Step::OwnCap(cap, before, wanted, paid));
        }
    }
    paid
}
