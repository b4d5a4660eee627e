//! What the pool fund of basic insurance pays.

mod outpatient;
mod own;
mod stay;

use super::TraceSink;
use super::case::Case;
use super::parameters::Bracket;
use super::plan::PoolRule;
use crate::money::{BasisPoints, Money};

/// The pool's payment and the expense that it hands to the large-amount layer.
pub(super) struct Pool {
    pub(super) paid: Money,
    pub(super) handed_over: Money,
}

/// Pays the in-scope amount above the deductible.
#[inline]
pub(super) fn pay<T: TraceSink>(
    case: &Case<'_>,
    scope: Money,
    deductible: Money,
    trace: &mut T,
) -> Pool {
    let paid = match case.plan.pool {
        PoolRule::Stay { own_ratio, capped } => {
            let rules = &case.rules.inpatient;
            let cap = rules.pool_cap.values.filter(|_| capped);
            let whole;
            let (brackets, bonus): (&[Bracket], _) = match own_ratio {
                None => {
                    let (table, _) = rules.ratios(case.person.retired);
                    let bonus = rules.bonus(case.person.age);
                    (table.values.get(case.visit.level), bonus)
                }
                Some(ratio) => {
                    whole = [Bracket { until: None, ratio }];
                    (&whole, BasisPoints::ZERO)
                }
            };
            return stay::pay(case, brackets, bonus, cap, scope, deductible, trace);
        }
        PoolRule::Outpatient => outpatient::pay(case, scope, deductible, trace),
        PoolRule::Own { ratio, cap, total } => {
            let before = total.of(case.before);
            own::pay(case, scope - deductible, ratio, cap, before, trace)
        }
    };
    Pool {
        paid,
        handed_over: Money::ZERO,
    }
}
