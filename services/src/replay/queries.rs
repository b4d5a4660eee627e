//! The statements of a settlement that is computed again.

use crate::store::Query;

/// The settlement `$2` of person `$1`.
pub static SETTLEMENT: Query = Query::new(
    "replay.settlement",
    "SELECT * FROM settlement WHERE person_id = $1 AND settlement_id = $2",
);

/// The items of its bill, added up.
pub static ITEMS: Query = Query::new(
    "replay.items",
    "SELECT COUNT(*) AS count, \
     CAST(COALESCE(SUM(amount), 0) AS BIGINT) AS amount, \
     CAST(COALESCE(SUM(over_ceiling), 0) AS BIGINT) AS over_ceiling, \
     CAST(COALESCE(SUM(self_pay_first), 0) AS BIGINT) AS self_pay_first, \
     CAST(COALESCE(SUM(fully_self_paid), 0) AS BIGINT) AS fully_self_paid, \
     CAST(COALESCE(SUM(in_scope_amount), 0) AS BIGINT) AS in_scope \
     FROM settlement_line WHERE person_id = $1 AND settlement_id = $2",
);

/// Every statement of this area, for the test of plans.
pub static ALL: &[&Query] = &[&SETTLEMENT, &ITEMS];
