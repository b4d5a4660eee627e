//! The statements about consents.

use crate::store::Query;

/// The newest word of person `$1` about purpose `$2`, with the birthday by which it counts.
pub static NEWEST: Query = Query::new(
    "consents.newest",
    "SELECT c.act, c.place, c.given_by, p.birth_date \
     FROM consent c JOIN person p ON p.person_id = c.person_id \
     WHERE c.person_id = $1 AND c.purpose = $2 ORDER BY c.place DESC LIMIT 1",
);

/// Everything that person `$1` said, the newest first, with the birthday by which it counts. Few
/// rows: one for each change of mind.
pub static SAID: Query = Query::new(
    "consents.said",
    "SELECT c.purpose, c.act, c.text_version, c.channel, c.given_by, c.recorded_at, p.birth_date \
     FROM consent c JOIN person p ON p.person_id = c.person_id \
     WHERE c.person_id = $1 ORDER BY c.recorded_at DESC, c.place DESC, c.purpose",
);

/// Every statement of this area, for the test of plans.
pub static ALL: &[&Query] = &[&NEWEST, &SAID];
