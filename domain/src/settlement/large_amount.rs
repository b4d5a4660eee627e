//! The subsidy for expense above the pool's yearly cap.

use super::case::Case;
use super::engine::within_cap;
use super::{Step, TraceSink};
use crate::money::{BasisPoints, Money};

/// What the subsidy pays of the expense that the used-up pool handed over. The age bonus
/// never counts here; the reduction for treatment elsewhere does.
pub(super) fn pay<T: TraceSink>(case: &Case<'_>, expense: Money, trace: &mut T) -> Money {
    let Some(rules) = &case.rules.large_amount else {
        return Money::ZERO;
    };
    if expense.is_zero() {
        return Money::ZERO;
    }
    let base = *rules.values.ratio.get(case.person.retired);
    let ratio = case.ratio(base, BasisPoints::ZERO);
    let wanted = expense.times(ratio);
    let before = case.before.large_amount_paid;
    let paid = within_cap(wanted, rules.values.cap, before);
    if T::WANTED {
        trace.push(Step::LargeAmount(
            expense,
            base,
            case.reduction,
            ratio,
            wanted,
        ));
        if paid < wanted {
            let cap = rules.values.cap.unwrap_or_default();
            trace.push(Step::LargeAmountCap(cap, before, wanted, paid));
        }
    }
    paid
}
