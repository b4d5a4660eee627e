//! The statements of the pages of messages, each of which names the person, and of the job that
//! composes them, each of which names a stretch of persons: those after `$1` through `$2`.

use crate::store::Query;

/// `$3` messages older than `$2`, the newest first.
pub static LIST: Query = Query::new(
    "messages.list",
    "SELECT message_id, template, parameters, created_at, read_at FROM message \
     WHERE person_id = $1 AND message_id < $2 ORDER BY message_id DESC LIMIT $3",
);

/// The same about the topic `$4`.
pub static LIST_OF_TOPIC: Query = Query::new(
    "messages.list_of_topic",
    "SELECT message_id, template, parameters, created_at, read_at FROM message \
     WHERE person_id = $1 AND topic = $4 AND message_id < $2 ORDER BY message_id DESC LIMIT $3",
);

/// One message.
pub static ONE: Query = Query::new(
    "messages.one",
    "SELECT message_id, template, parameters, created_at, read_at FROM message \
     WHERE person_id = $1 AND message_id = $2",
);

/// The topics that the person has switched off.
pub static MUTED: Query = Query::new(
    "messages.muted",
    "SELECT topic FROM muted_topic WHERE person_id = $1",
);

/// The next `$2` persons after `$1`.
pub static NEXT_PEOPLE: Query = Query::new(
    "messages.next_people",
    "SELECT person_id FROM person WHERE person_id > $1 ORDER BY person_id LIMIT $2",
);

/// Those of a stretch who live.
pub static PEOPLE: Query = Query::new(
    "messages.people",
    "SELECT person_id, birth_date FROM person \
     WHERE person_id > $1 AND person_id <= $2 AND status = 'alive' ORDER BY person_id",
);

/// Their periods of insurance, the newest first.
pub static PERIODS: Query = Query::new(
    "messages.periods",
    "SELECT person_id, enrolment_id, scheme, region_code, person_type, state, since, until, \
     waiting_until FROM enrolment WHERE person_id > $1 AND person_id <= $2 \
     ORDER BY person_id, since DESC, enrolment_id DESC",
);

/// Their statuses of hardship on day `$3`.
pub static CATEGORIES: Query = Query::new(
    "messages.categories",
    "SELECT person_id, category FROM identity_tag WHERE person_id > $1 AND person_id <= $2 \
     AND valid_from <= $3 AND (valid_until IS NULL OR valid_until >= $3)",
);

/// What they have used of the year `$3`.
pub static YEARS: Query = Query::new(
    "messages.years",
    "SELECT a.person_id, a.scheme, a.pool_paid, a.large_amount_paid, a.catastrophic_base, \
     a.catastrophic_paid, a.assistance_deductible, a.assistance_paid, a.outpatient_deductible, \
     a.outpatient_paid, a.outpatient_scope, a.admissions, a.chronic_deductible, \
     a.hypertension_paid, a.diabetes_paid, a.prenatal_paid \
     FROM person p JOIN year_accumulator a ON a.person_id = p.person_id AND a.benefit_year = $3 \
     WHERE p.person_id > $1 AND p.person_id <= $2",
);

/// Their settlements from day `$3` on; a bill in parts once.
pub static SETTLEMENTS: Query = Query::new(
    "messages.settlements",
    "SELECT s.person_id, s.settlement_id, s.settled_on, s.created_at, s.reverses_id \
     FROM person p JOIN settlement s ON s.person_id = p.person_id AND s.settled_on >= $3 \
     AND (s.bill_id IS NULL OR s.bill_id = s.settlement_id) \
     WHERE p.person_id > $1 AND p.person_id <= $2 ORDER BY s.settled_on, s.settlement_id",
);

/// Their fees as residents for the years whose periods are `$3` and `$4`.
pub static FEES: Query = Query::new(
    "messages.fees",
    "SELECT c.person_id, c.period FROM person p JOIN contribution c \
     ON c.person_id = p.person_id AND c.period IN ($3, $4) AND c.scheme = 'resident' \
     WHERE p.person_id > $1 AND p.person_id <= $2 AND c.state = 'paid'",
);

/// Their add-on products that end from day `$3` through `$4` and are not held on.
pub static ENDING: Query = Query::new(
    "messages.ending",
    "SELECT h.person_id, h.holding_id, h.until AS last, p.valid_until AS offered_until, p.body \
     FROM holding h JOIN product p ON p.product_id = h.product_id \
     WHERE h.person_id > $1 AND h.person_id <= $2 AND h.until >= $3 AND h.until <= $4 \
     AND NOT EXISTS (SELECT 1 FROM holding n WHERE n.person_id = h.person_id \
      AND n.product_id = h.product_id AND (n.until IS NULL OR n.until > h.until))",
);

/// The last days from `$3` through `$4` of their statuses of hardship that do not go on.
pub static STATUSES_ENDING: Query = Query::new(
    "messages.statuses_ending",
    "SELECT DISTINCT t.person_id, t.valid_until AS last FROM identity_tag t \
     WHERE t.person_id > $1 AND t.person_id <= $2 AND t.valid_from <= $3 \
     AND t.valid_until >= $3 AND t.valid_until <= $4 \
     AND NOT EXISTS (SELECT 1 FROM identity_tag n WHERE n.person_id = t.person_id \
      AND n.category = t.category AND (n.valid_until IS NULL OR n.valid_until > t.valid_until))",
);

/// Their proofs of cover that can be checked for the last time from day `$3` through `$4`.
pub static CERTIFICATES_ENDING: Query = Query::new(
    "messages.certificates_ending",
    "SELECT person_id, certificate_id, expires_on AS last FROM certificate \
     WHERE person_id > $1 AND person_id <= $2 AND withdrawn_at IS NULL \
     AND expires_on >= $3 AND expires_on <= $4",
);

/// The invitations to them that wait for an answer beyond the instant `$3`, the oldest first, each
/// with how many of the same person were taken back as it was sent, to be put right.
pub static INVITATIONS: Query = Query::new(
    "messages.invitations",
    "SELECT i.invited_id AS person_id, i.invitation_id, i.person_name, i.created_at, \
     (SELECT COUNT(*) FROM family_invitation e WHERE e.person_id = i.person_id \
      AND e.invited_id = i.invited_id AND e.way = i.way AND e.state = 'withdrawn' \
      AND e.closed_at = i.created_at) AS replaced \
     FROM family_invitation i WHERE i.invited_id > $1 AND i.invited_id <= $2 \
     AND i.state = 'waiting' AND i.expires_at > $3 ORDER BY i.invited_id, i.invitation_id",
);

/// What they have switched off.
pub static MUTED_BY: Query = Query::new(
    "messages.muted_by",
    "SELECT person_id, topic FROM muted_topic WHERE person_id > $1 AND person_id <= $2",
);

/// Every statement of this area, for the test of plans.
pub static ALL: &[&Query] = &[
    &LIST,
    &LIST_OF_TOPIC,
    &ONE,
    &MUTED,
    &NEXT_PEOPLE,
    &PEOPLE,
    &PERIODS,
    &CATEGORIES,
    &YEARS,
    &SETTLEMENTS,
    &FEES,
    &ENDING,
    &STATUSES_ENDING,
    &CERTIFICATES_ENDING,
    &INVITATIONS,
    &MUTED_BY,
];
