//! A settlement taken back: the row of its refund.

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::SettlementId;
use domain::settlement::parameters::ParameterSet;
use domain::settlement::{NoTrace, Settled};

use super::input::SettlementInput;
use crate::accumulators::stored_amounts;
use crate::error::ServiceError;
use crate::store::entity::settlement;

/// Which refund takes a settlement back.
#[derive(Clone, Debug)]
pub struct Refund {
    /// The id of the refund.
    pub id: SettlementId,
    /// The number printed on papers.
    pub number: String,
    /// The day on which everybody gets back what they paid.
    pub refunded_on: NaiveDate,
    /// The first refund of the parts of a divided bill; `None` for a whole bill.
    pub bill: Option<SettlementId>,
    /// When the row is written.
    pub created_at: DateTime<Utc>,
}

/// What a stored settlement did, computed again; `None` when it does not come out as it is stored.
///
/// # Errors
/// `Internal` when the stored record cannot be read.
pub fn again(
    row: &settlement::Model,
    set: &ParameterSet,
) -> Result<Option<(SettlementInput, Settled)>, ServiceError> {
    let input: SettlementInput =
        serde_json::from_str(&row.input).map_err(ServiceError::internal)?;
    let settled = input.settle(set, input.before, &mut NoTrace).ok();
    let equal = settled.filter(|settled| settled.settlement == stored_amounts(row));
    Ok(equal.map(|settled| (input, settled)))
}

/// The row that takes `original` back: every amount negative, in the same benefit year, told by the
/// same record. Its items are those of `original` and are not repeated.
#[must_use]
pub fn refund(original: &settlement::Model, refund: Refund) -> settlement::Model {
    settlement::Model {
        settlement_id: refund.id.into(),
        number: refund.number,
        settled_on: refund.refunded_on,
        total_fee: -original.total_fee,
        fully_self_paid: -original.fully_self_paid,
        over_ceiling: -original.over_ceiling,
        self_pay_first: -original.self_pay_first,
        in_scope_amount: -original.in_scope_amount,
        deductible: -original.deductible,
        pool_fund_paid: -original.pool_fund_paid,
        large_amount_paid: -original.large_amount_paid,
        catastrophic_paid: -original.catastrophic_paid,
        assistance_paid: -original.assistance_paid,
        fund_total: -original.fund_total,
        personal_burden: -original.personal_burden,
        account_paid: -original.account_paid,
        family_account_paid: -original.family_account_paid,
        cash_paid: -original.cash_paid,
        line_count: 0,
        reverses_id: Some(original.settlement_id),
        bill_id: refund.bill.map(Into::into),
        created_at: refund.created_at,
        ..original.clone()
    }
}
