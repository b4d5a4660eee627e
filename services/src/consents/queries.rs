//! The statements about consents.

use crate::store::Query;

/// The newest word of person `$1` about purpose `$2`.
pub static NEWEST: Query = Query::new(
    "consents.newest",
    "SELECT act, place, given_by FROM consent WHERE person_id = $1 AND purpose = $2 \
     ORDER BY place DESC LIMIT 1",
);

/// Everything that person `$1` said, the newest first. Few rows: one for each change of mind.
pub static SAID: Query = Query::new(
    "consents.said",
    "SELECT purpose, act, text_version, channel, given_by, recorded_at FROM consent \
     WHERE person_id = $1 ORDER BY recorded_at DESC, place DESC, purpose",
);

/// The children whom person `$1` may act for on day `$2`, from their own links.
pub static CHILDREN: Query = Query::new(
    "consents.children",
    "SELECT relative_id, relative_name FROM family_link \
     WHERE person_id = $1 AND relation = 'child' AND state = 'confirmed' AND valid_from <= $2 \
     AND (valid_until IS NULL OR valid_until >= $2) ORDER BY valid_from, relative_id",
);

/// The child `$2` of person `$1` with its birthday.
pub static CHILD: Query = Query::new(
    "consents.child",
    "SELECT l.relative_name, p.birth_date FROM family_link l \
     JOIN person p ON p.person_id = l.relative_id \
     WHERE l.person_id = $1 AND l.relative_id = $2 AND l.relation = 'child'",
);

/// Every statement of this area, for the test of plans.
pub static ALL: &[&Query] = &[&NEWEST, &SAID, &CHILDREN, &CHILD];
