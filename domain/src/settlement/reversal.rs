//! Taking a settlement back.

use super::{Accumulators, Settled, Settlement};

/// The mirror of a settlement: every amount negative, every accumulator taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reversal {
    /// The negative settlement.
    pub settlement: Settlement,
    /// What the refund adds to the year's accumulators (all zero or negative).
    pub change: Accumulators,
}

impl Settled {
    /// The refund of the whole bill. Added to the accumulators it restores them exactly.
    #[must_use]
    pub fn reverse(&self) -> Reversal {
        Reversal {
            settlement: self.settlement.negated(),
            change: -self.change,
        }
    }
}

impl Settlement {
    /// The same settlement with every amount negated.
    #[must_use]
    pub fn negated(&self) -> Self {
        Self {
            total_fee: -self.total_fee,
            fully_self_paid: -self.fully_self_paid,
            over_ceiling: -self.over_ceiling,
            self_pay_first: -self.self_pay_first,
            in_scope_amount: -self.in_scope_amount,
            deductible: -self.deductible,
            pool_fund_paid: -self.pool_fund_paid,
            large_amount_paid: -self.large_amount_paid,
            catastrophic_paid: -self.catastrophic_paid,
            assistance_paid: -self.assistance_paid,
            account_paid: -self.account_paid,
            family_account_paid: -self.family_account_paid,
            cash_paid: -self.cash_paid,
        }
    }
}
