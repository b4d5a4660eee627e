//! Taking a settlement back.

use super::{Accumulators, Refusal, RefusalCode, Settled, Settlement};
use crate::money::Money;

/// The mirror of a settlement: every amount negative, every accumulator taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reversal {
    /// The negative settlement.
    pub settlement: Settlement,
    /// What the refund adds to the year's accumulators (all zero or negative).
    pub change: Accumulators,
}

/// What accounts hold, in fen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Balances {
    /// The person's own account.
    pub own: Money,
    /// What the family's accounts may pay.
    pub family: Money,
}

impl Settled {
    /// Takes the settlement back: from the accumulators and balances after it to those before
    /// it, exactly. Where others followed, what they added stays, and nothing of them is
    /// computed again.
    ///
    /// # Errors
    /// `not_in_totals` at the first total that is smaller than what is to be taken back.
    pub fn undo(
        &self,
        after: Accumulators,
        balances: Balances,
    ) -> Result<(Accumulators, Balances), Refusal> {
        let before = after - self.change;
        let mut totals = before.named().into_iter().chain(before.special());
        if let Some((name, _)) = totals.find(|(_, total)| total.is_negative()) {
            let pointer = format!("/accumulators/{name}");
            return Err(Refusal::new(pointer, RefusalCode::NotInTotals));
        }
        let balances = Balances {
            own: balances.own + self.settlement.own_account_paid(),
            family: balances.family + self.settlement.family_account_paid,
        };
        Ok((before, balances))
    }

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
