//! The statements about looks at a person's data, and the reports about them.
//!
//! The condition on relation and action is that of the index `audit_event_by_others`, word by
//! word, so that a page costs the same however often somebody signed in themselves.

use crate::store::Query;

macro_rules! looks {
    ($rest:literal) => {
        concat!(
            "SELECT e.event_id, e.occurred_at, e.actor_name, e.role, e.relation, e.action, \
             e.object_kind, e.object_id, e.reason, l.relation AS person_is, v.sex, r.number \
             FROM audit_event e \
             LEFT JOIN account a ON a.account_id = e.account_id \
             LEFT JOIN person v ON v.person_id = a.person_id \
             LEFT JOIN family_link l ON l.person_id = a.person_id \
             AND l.relative_id = e.subject_id \
             LEFT JOIN access_report r ON r.person_id = e.subject_id \
             AND r.event_id = e.event_id \
             WHERE e.subject_id = $1 \
             AND (e.relation <> 'oneself' OR e.action = 'export_person') ",
            $rest
        )
    };
}

/// At most `$5` looks from id `$2` on and before id `$3`, by people of the kind `$4` or all
/// (empty), the newest first.
pub static LOOKS: Query = Query::new(
    "looks.looks",
    looks!(
        "AND e.event_id >= $2 AND e.event_id < $3 \
         AND ($4 = '' OR CASE WHEN e.relation IN ('oneself', 'family') THEN e.relation \
         WHEN e.role = 'operator' THEN e.role ELSE 'staff' END = $4) \
         ORDER BY e.event_id DESC LIMIT $5"
    ),
);

/// The look with id `$2`.
pub static LOOK: Query = Query::new("looks.look", looks!("AND e.event_id = $2"));

/// When the first look was.
pub static FIRST: Query = Query::new(
    "looks.first",
    "SELECT occurred_at FROM audit_event WHERE subject_id = $1 \
     AND (relation <> 'oneself' OR action = 'export_person') ORDER BY event_id LIMIT 1",
);

/// The report about the look `$2` of person `$1`.
pub static REPORT: Query = Query::new(
    "looks.report",
    "SELECT number, reason, note_cipher, reported_at FROM access_report \
     WHERE person_id = $1 AND event_id = $2",
);

/// What became of that report, in order.
pub static STEPS: Query = Query::new(
    "looks.steps",
    "SELECT step, state, answer, answer_cipher, happened_at FROM access_report_step \
     WHERE person_id = $1 AND event_id = $2 ORDER BY step",
);

/// The report with number `$1`.
pub static NUMBERED: Query = Query::new(
    "looks.numbered",
    "SELECT person_id, event_id, number, reason, note_cipher, reported_at \
     FROM access_report WHERE number = $1",
);

/// Every statement of this area, for the test of plans.
pub static ALL: &[&Query] = &[&LOOKS, &LOOK, &FIRST, &REPORT, &STEPS, &NUMBERED];
