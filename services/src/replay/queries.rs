//! The statements of a replay. Every one names the person; settlement `$2` is the one that is
//! computed again, and what stands beside it is of the same benefit year and basic insurance.

use crate::store::Query;

/// The settlement itself.
pub static SETTLEMENT: Query = Query::new(
    "replay.settlement",
    "SELECT * FROM settlement WHERE person_id = $1 AND settlement_id = $2",
);

/// The settlement that was made just before it.
pub static PREVIOUS: Query = Query::new(
    "replay.previous",
    "SELECT s.* FROM settlement t JOIN settlement s ON s.person_id = t.person_id \
     AND s.benefit_year = t.benefit_year AND s.scheme = t.scheme \
     AND (s.created_at < t.created_at \
     OR (s.created_at = t.created_at AND s.settlement_id < t.settlement_id)) \
     WHERE t.person_id = $1 AND t.settlement_id = $2 AND s.person_id = $1 \
     ORDER BY s.created_at DESC, s.settlement_id DESC LIMIT 1",
);

/// The settlement that was made just after it.
pub static NEXT: Query = Query::new(
    "replay.next",
    "SELECT s.* FROM settlement t JOIN settlement s ON s.person_id = t.person_id \
     AND s.benefit_year = t.benefit_year AND s.scheme = t.scheme \
     AND (s.created_at > t.created_at \
     OR (s.created_at = t.created_at AND s.settlement_id > t.settlement_id)) \
     WHERE t.person_id = $1 AND t.settlement_id = $2 AND s.person_id = $1 \
     ORDER BY s.created_at, s.settlement_id LIMIT 1",
);

/// Where the totals of its year stand now.
pub static YEAR: Query = Query::new(
    "replay.year",
    "SELECT a.* FROM settlement t JOIN year_accumulator a ON a.person_id = t.person_id \
     AND a.benefit_year = t.benefit_year AND a.scheme = t.scheme \
     WHERE t.person_id = $1 AND t.settlement_id = $2",
);

/// Every statement of this area, for the test of plans.
pub static ALL: &[&Query] = &[&SETTLEMENT, &PREVIOUS, &NEXT, &YEAR];
