//! The amounts that a sender computed, beside those of the engine or the store.

use domain::money::Money;
use domain::settlement::Settlement;

use super::super::shape::Amounts;

/// Every amount that `given` names otherwise than `ours`: its pointer, what is given, what is
/// ours.
pub(super) fn differences(
    given: &Amounts,
    ours: &Settlement,
) -> impl Iterator<Item = (String, Money, Money)> + use<> {
    let pairs = [
        ("medfee_sumamt", given.medfee_sumamt, ours.total_fee),
        (
            "fulamt_ownpay_amt",
            given.fulamt_ownpay_amt,
            ours.fully_self_paid,
        ),
        ("overlmt_selfpay", given.overlmt_selfpay, ours.over_ceiling),
        ("preselfpay_amt", given.preselfpay_amt, ours.self_pay_first),
        ("inscp_scp_amt", given.inscp_scp_amt, ours.in_scope_amount),
        ("act_pay_dedc", given.act_pay_dedc, ours.deductible),
        ("hifp_pay", given.hifp_pay, ours.pool_fund_paid),
        ("hifob_pay", given.hifob_pay, ours.large_amount_paid),
        ("hifmi_pay", given.hifmi_pay, ours.catastrophic_paid),
        ("maf_pay", given.maf_pay, ours.assistance_paid),
        ("fund_pay_sumamt", given.fund_pay_sumamt, ours.fund_paid()),
        ("psn_part_amt", given.psn_part_amt, ours.personal_burden()),
        ("acct_pay", given.acct_pay, ours.account_paid),
        (
            "acct_mulaid_pay",
            given.acct_mulaid_pay,
            ours.family_account_paid,
        ),
        ("psn_cash_pay", given.psn_cash_pay, ours.cash_paid),
    ];
    pairs.into_iter().filter_map(|(name, given, ours)| {
        let given = given.filter(|given| *given != ours)?;
        Some((format!("/amounts/{name}"), given, ours))
    })
}
