//! How a bill is divided.

use std::ops::Add;

use serde::{Deserialize, Serialize};

use super::{Accumulators, NationalSettlement};
use crate::money::Money;

/// Who pays what of one bill, in fen. Negative throughout for a refund.
///
/// `total_fee = fully_self_paid + over_ceiling + self_pay_first + in_scope_amount`, and
/// `total_fee = fund_paid() + account_paid + cash_paid`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settlement {
    /// The whole bill.
    pub total_fee: Money,
    /// Class C and outside the catalogue.
    pub fully_self_paid: Money,
    /// Above the price ceilings.
    pub over_ceiling: Money,
    /// The self-pay-first share of class B.
    pub self_pay_first: Money,
    /// What counts for reimbursement.
    pub in_scope_amount: Money,
    /// The deductible taken from the in-scope amount.
    pub deductible: Money,
    /// Paid by the pool fund.
    pub pool_fund_paid: Money,
    /// Paid by the large-amount subsidy.
    pub large_amount_paid: Money,
    /// Paid by catastrophic cover (for employees: the second reimbursement).
    pub catastrophic_paid: Money,
    /// Paid by medical assistance.
    pub assistance_paid: Money,
    /// Paid from accounts, own and family together.
    pub account_paid: Money,
    /// The family's part of `account_paid`.
    pub family_account_paid: Money,
    /// Paid in cash.
    pub cash_paid: Money,
}

impl Settlement {
    /// What all funds pay together.
    #[must_use]
    pub fn fund_paid(&self) -> Money {
        self.pool_fund_paid + self.large_amount_paid + self.catastrophic_paid + self.assistance_paid
    }

    /// What is left to the person, from accounts and in cash.
    #[must_use]
    pub fn personal_burden(&self) -> Money {
        self.total_fee - self.fund_paid()
    }

    /// Paid from the person's own account.
    #[must_use]
    pub fn own_account_paid(&self) -> Money {
        self.account_paid - self.family_account_paid
    }

    /// The in-scope part of the personal burden: what no fund took over.
    #[must_use]
    pub fn in_scope_burden(&self) -> Money {
        self.in_scope_amount - self.fund_paid()
    }

    /// The same bill under the national interface's field names.
    #[must_use]
    pub fn national(&self) -> NationalSettlement {
        NationalSettlement::from(self)
    }
}

impl Add for Settlement {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            total_fee: self.total_fee + other.total_fee,
            fully_self_paid: self.fully_self_paid + other.fully_self_paid,
            over_ceiling: self.over_ceiling + other.over_ceiling,
            self_pay_first: self.self_pay_first + other.self_pay_first,
            in_scope_amount: self.in_scope_amount + other.in_scope_amount,
            deductible: self.deductible + other.deductible,
            pool_fund_paid: self.pool_fund_paid + other.pool_fund_paid,
            large_amount_paid: self.large_amount_paid + other.large_amount_paid,
            catastrophic_paid: self.catastrophic_paid + other.catastrophic_paid,
            assistance_paid: self.assistance_paid + other.assistance_paid,
            account_paid: self.account_paid + other.account_paid,
            family_account_paid: self.family_account_paid + other.family_account_paid,
            cash_paid: self.cash_paid + other.cash_paid,
        }
    }
}

/// The outcome of settling one bill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settled {
    /// Who pays what.
    pub settlement: Settlement,
    /// What this bill adds to the year's accumulators.
    pub change: Accumulators,
    /// The accumulators after this bill.
    pub after: Accumulators,
}
