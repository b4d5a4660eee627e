//! What the pool fund of basic insurance pays.

mod inpatient;
mod outpatient;

use super::TraceSink;
use super::case::Case;
use crate::money::Money;

/// The pool's payment and the expense that it hands to the large-amount layer.
pub(super) struct Pool {
    pub(super) paid: Money,
    pub(super) handed_over: Money,
}

/// Pays the in-scope amount above the deductible.
pub(super) fn pay<T: TraceSink>(
    case: &Case<'_>,
    scope: Money,
    deductible: Money,
    trace: &mut T,
) -> Pool {
    if case.is_inpatient() {
        inpatient::pay(case, scope, deductible, trace)
    } else {
        let paid = outpatient::pay(case, scope, deductible, trace);
        Pool {
            paid,
            handed_over: Money::ZERO,
        }
    }
}
