//! The statements of the auditor's pages. Each looks through a part of the trail whose size is
//! given, in the subquery called `bounded`, whatever the filters are.

use crate::store::Query;

/// The part: events before `$1`, from `$2` on, the newest `$3` of them; and of it those with the
/// action `$4` and the role `$5` (each empty for all), at most `$6`.
macro_rules! page {
    ($name:literal, $narrow:literal) => {
        Query::new(
            $name,
            concat!(
                "SELECT event_id, occurred_at, account_id, actor_name, role, relation, action, \
                 object_kind, object_id, subject_id, reason, request_id \
                 FROM (SELECT * FROM audit_event WHERE ",
                $narrow,
                "event_id < $1 AND event_id >= $2 ORDER BY event_id DESC LIMIT $3) AS bounded \
                 WHERE ($4 = '' OR action = $4) AND ($5 = '' OR role = $5) \
                 ORDER BY event_id DESC LIMIT $6"
            ),
        )
    };
}

/// The oldest event of the part that a page looks through.
macro_rules! floor {
    ($name:literal, $narrow:literal) => {
        Query::new(
            $name,
            concat!(
                "SELECT event_id, occurred_at FROM (SELECT event_id, occurred_at \
                 FROM audit_event WHERE ",
                $narrow,
                "event_id < $1 AND event_id >= $2 ORDER BY event_id DESC LIMIT $3) AS bounded \
                 ORDER BY event_id LIMIT 1"
            ),
        )
    };
}

/// A page of the trail.
pub static EVENTS: Query = page!("trail.events", "");
/// A page of what the account `$7` did.
pub static EVENTS_BY_ACCOUNT: Query = page!("trail.events_by_account", "account_id = $7 AND ");
/// A page of what was done to the data of the person `$7`.
pub static EVENTS_OF_PERSON: Query = page!("trail.events_of_person", "subject_id = $7 AND ");

/// Where the page of [`EVENTS`] stopped looking.
pub static FLOOR: Query = floor!("trail.floor", "");
/// Where the page of [`EVENTS_BY_ACCOUNT`] stopped looking; the account is `$4`.
pub static FLOOR_BY_ACCOUNT: Query = floor!("trail.floor_by_account", "account_id = $4 AND ");
/// Where the page of [`EVENTS_OF_PERSON`] stopped looking; the person is `$4`.
pub static FLOOR_OF_PERSON: Query = floor!("trail.floor_of_person", "subject_id = $4 AND ");

/// The newest signed head.
pub static HEAD: Query = Query::new(
    "trail.head",
    "SELECT position, chain_hash, key_id, sealed_at FROM audit_head WHERE position > 0 \
     ORDER BY position DESC LIMIT 1",
);

/// The newest event before `$1`, with its seal if it has one.
pub static SEALED_BEFORE: Query = Query::new(
    "trail.sealed_before",
    "SELECT e.occurred_at, s.position FROM audit_event e \
     LEFT JOIN audit_seal s ON s.event_id = e.event_id \
     WHERE e.event_id < $1 ORDER BY e.event_id DESC LIMIT 1",
);

/// The newest of the last `$3` events of account `$1` that has the action `$2`.
pub static LAST_CHECK: Query = Query::new(
    "trail.last_check",
    "SELECT occurred_at, object_id FROM (SELECT event_id, occurred_at, action, object_id \
     FROM audit_event WHERE account_id = $1 ORDER BY event_id DESC LIMIT $3) AS bounded \
     WHERE action = $2 ORDER BY event_id DESC LIMIT 1",
);

/// Every statement of this area, for the test of plans.
pub static ALL: &[&Query] = &[
    &EVENTS,
    &EVENTS_BY_ACCOUNT,
    &EVENTS_OF_PERSON,
    &FLOOR,
    &FLOOR_BY_ACCOUNT,
    &FLOOR_OF_PERSON,
    &HEAD,
    &SEALED_BEFORE,
    &LAST_CHECK,
];
