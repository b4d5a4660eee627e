//! The settlement under the names of the national institution interface.

use serde::{Deserialize, Serialize};

use super::Settlement;
use crate::money::Money;

/// One settlement with the national interface's field names, for JSON and exports. In fen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct NationalSettlement {
    /// Total medical fee.
    pub medfee_sumamt: Money,
    /// Fully self-paid.
    pub fulamt_ownpay_amt: Money,
    /// Above the price ceiling.
    pub overlmt_selfpay: Money,
    /// Self-pay-first.
    pub preselfpay_amt: Money,
    /// In-scope amount.
    pub inscp_scp_amt: Money,
    /// Deductible taken.
    pub act_pay_dedc: Money,
    /// Pool fund.
    pub hifp_pay: Money,
    /// Large-amount subsidy.
    pub hifob_pay: Money,
    /// Catastrophic cover.
    pub hifmi_pay: Money,
    /// Medical assistance.
    pub maf_pay: Money,
    /// All funds together.
    pub fund_pay_sumamt: Money,
    /// The person's burden.
    pub psn_part_amt: Money,
    /// From accounts, own and family.
    pub acct_pay: Money,
    /// The family's part of `acct_pay`.
    pub acct_mulaid_pay: Money,
    /// In cash.
    pub psn_cash_pay: Money,
}

impl From<&Settlement> for NationalSettlement {
    fn from(settlement: &Settlement) -> Self {
        Self {
            medfee_sumamt: settlement.total_fee,
            fulamt_ownpay_amt: settlement.fully_self_paid,
            overlmt_selfpay: settlement.over_ceiling,
            preselfpay_amt: settlement.self_pay_first,
            inscp_scp_amt: settlement.in_scope_amount,
            act_pay_dedc: settlement.deductible,
            hifp_pay: settlement.pool_fund_paid,
            hifob_pay: settlement.large_amount_paid,
            hifmi_pay: settlement.catastrophic_paid,
            maf_pay: settlement.assistance_paid,
            fund_pay_sumamt: settlement.fund_paid(),
            psn_part_amt: settlement.personal_burden(),
            acct_pay: settlement.account_paid,
            acct_mulaid_pay: settlement.family_account_paid,
            psn_cash_pay: settlement.cash_paid,
        }
    }
}
