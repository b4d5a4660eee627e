//! The statements about queries.

use crate::store::Query;

/// At most `$2` queries of person `$1`, the newest first, each with its last step.
pub static OF_PERSON: Query = Query::new(
    "enquiries.of_person",
    "SELECT q.query_id, q.number, q.sent_at, s.settled_on, t.state, t.happened_at \
     FROM settlement_query q \
     JOIN settlement s ON s.person_id = q.person_id AND s.settlement_id = q.settlement_id \
     JOIN settlement_query_step t ON t.person_id = q.person_id AND t.query_id = q.query_id \
     AND t.step = (SELECT MAX(l.step) FROM settlement_query_step l \
     WHERE l.person_id = q.person_id AND l.query_id = q.query_id) \
     WHERE q.person_id = $1 ORDER BY q.query_id DESC LIMIT $2",
);

/// The query `$2` of person `$1`, with what it is about.
pub static ONE: Query = Query::new(
    "enquiries.one",
    "SELECT q.*, s.number AS settlement_number, s.settled_on, s.region_code \
     FROM settlement_query q \
     JOIN settlement s ON s.person_id = q.person_id AND s.settlement_id = q.settlement_id \
     WHERE q.person_id = $1 AND q.query_id = $2",
);

/// What became of it, in order.
pub static STEPS: Query = Query::new(
    "enquiries.steps",
    "SELECT step, state, answer_cipher, happened_at FROM settlement_query_step \
     WHERE person_id = $1 AND query_id = $2 ORDER BY step",
);

/// The open queries of person `$1`.
pub static OPEN: Query = Query::new(
    "enquiries.open",
    "SELECT q.query_id, q.settlement_id FROM settlement_query_open o \
     JOIN settlement_query q ON q.person_id = o.person_id AND q.query_id = o.query_id \
     WHERE o.person_id = $1",
);

/// The query with number `$1`, unless it is one's own: that of the person behind the account `$2`.
pub static NUMBERED: Query = Query::new(
    "enquiries.numbered",
    "SELECT q.person_id, q.query_id FROM settlement_query q WHERE q.number = $1 \
     AND NOT EXISTS (SELECT 1 FROM account a WHERE a.account_id = $2 \
     AND a.person_id = q.person_id)",
);

/// At most `$2` open queries after the id `$1`, the oldest first, but for those of the person behind
/// the account `$3`.
pub static WAITING: Query = Query::new(
    "enquiries.waiting",
    "SELECT q.query_id, q.number, q.sent_at, q.outcome, s.region_code, t.state, t.happened_at \
     FROM settlement_query_open o \
     JOIN settlement_query q ON q.person_id = o.person_id AND q.query_id = o.query_id \
     JOIN settlement s ON s.person_id = q.person_id AND s.settlement_id = q.settlement_id \
     JOIN settlement_query_step t ON t.person_id = q.person_id AND t.query_id = q.query_id \
     AND t.step = (SELECT MAX(l.step) FROM settlement_query_step l \
     WHERE l.person_id = q.person_id AND l.query_id = q.query_id) \
     WHERE o.query_id > $1 \
     AND NOT EXISTS (SELECT 1 FROM account a WHERE a.account_id = $3 \
     AND a.person_id = q.person_id) \
     ORDER BY o.query_id LIMIT $2",
);

/// Every statement of this area, for the test of plans.
pub static ALL: &[&Query] = &[&OF_PERSON, &ONE, &STEPS, &OPEN, &NUMBERED, &WAITING];
