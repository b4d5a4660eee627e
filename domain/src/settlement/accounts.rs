//! Who pays the rest: the person's own account, the family's, then cash.

use super::case::Case;
use super::{Settlement, Step, TraceSink};
use crate::money::Money;

/// What the accounts pay.
pub(super) struct Paid {
    pub(super) own: Money,
    pub(super) family: Money,
}

/// Accounts may pay the whole personal part, self-paid items and deductible included: the
/// person's own first, then the family's, up to their balances.
pub(super) fn pay<T: TraceSink>(case: &Case<'_>, personal: Money, trace: &mut T) -> Paid {
    let own = personal.min(case.person.account_balance);
    let left = personal - own;
    let family = left.min(case.person.family_balance);
    if T::WANTED {
        if !own.is_zero() {
            trace.push(Step::OwnAccount(personal, case.person.account_balance, own));
        }
        if !family.is_zero() {
            trace.push(Step::FamilyAccount(
                left,
                case.person.family_balance,
                family,
            ));
        }
    }
    Paid { own, family }
}

/// The last step: what the person's part consists of.
pub(super) fn push_cash<T: TraceSink>(settlement: &Settlement, trace: &mut T) {
    if T::WANTED {
        trace.push(Step::Cash(
            settlement.personal_burden(),
            settlement.fully_self_paid,
            settlement.over_ceiling,
            settlement.self_pay_first,
            settlement.in_scope_burden(),
            settlement.account_paid,
            settlement.cash_paid,
        ));
    }
}
