//! The statements of a replay. Every one names the person; settlement `$2` is the one that is
//! computed again, and what stands beside it is of the same benefit year and basic insurance.

use crate::store::Query;

/// The settlement itself.
pub static SETTLEMENT: Query = Query::new(
    "replay.settlement",
    "SELECT * FROM settlement WHERE person_id = $1 AND settlement_id = $2",
);

/// The first settlement on one side of it in its year that is no refund.
macro_rules! beside {
    ($side:literal, $order:literal) => {
        concat!(
            "SELECT * FROM (SELECT s.* FROM settlement t JOIN settlement s \
             ON s.person_id = t.person_id AND s.benefit_year = t.benefit_year \
             AND s.scheme = t.scheme AND (s.created_at ",
            $side,
            " t.created_at OR (s.created_at = t.created_at AND s.settlement_id ",
            $side,
            " t.settlement_id)) WHERE t.person_id = $1 AND t.settlement_id = $2 \
             AND s.person_id = $1 AND s.reverses_id IS NULL ORDER BY s.created_at ",
            $order,
            ", s.settlement_id ",
            $order,
            " LIMIT 1) AS bounded"
        )
    };
}

/// Settlements of the person that are tied to it in some way.
macro_rules! tied {
    ($how:literal) => {
        concat!(
            "SELECT s.* FROM settlement t JOIN settlement s ON s.person_id = t.person_id AND ",
            $how,
            " WHERE t.person_id = $1 AND t.settlement_id = $2 AND s.person_id = $1"
        )
    };
}

/// What stands around it: the settlements just before and just after it, the refunds of its year,
/// the parts of its bill, its refund, and what it takes back. Some come twice.
pub static AROUND: Query = Query::new(
    "replay.around",
    concat!(
        beside!("<", "DESC"),
        " UNION ALL ",
        beside!(">", "ASC"),
        " UNION ALL ",
        tied!(
            "s.reverses_id IS NOT NULL AND s.benefit_year = t.benefit_year \
             AND s.scheme = t.scheme"
        ),
        " UNION ALL ",
        tied!("s.bill_id = t.bill_id"),
        " UNION ALL ",
        tied!("s.reverses_id = t.settlement_id"),
        " UNION ALL ",
        tied!("s.settlement_id = t.reverses_id")
    ),
);

/// Its items, at most `$3`.
pub static ITEMS: Query = Query::new(
    "replay.items",
    "SELECT * FROM settlement_line WHERE person_id = $1 AND settlement_id = $2 \
     ORDER BY line_no LIMIT $3",
);

/// Where the totals of its year stand now.
pub static YEAR: Query = Query::new(
    "replay.year",
    "SELECT a.* FROM settlement t JOIN year_accumulator a ON a.person_id = t.person_id \
     AND a.benefit_year = t.benefit_year AND a.scheme = t.scheme \
     WHERE t.person_id = $1 AND t.settlement_id = $2",
);

/// Every statement of this area, for the test of plans.
pub static ALL: &[&Query] = &[&SETTLEMENT, &AROUND, &ITEMS, &YEAR];
