//! The statements of the pages about certificates.

use crate::store::Query;

/// `$3` certificates of person `$1` issued before the one with id `$2`, the newest first.
pub static LIST: Query = Query::new(
    "certificates.list",
    "SELECT * FROM certificate WHERE person_id = $1 AND certificate_id < $2 \
     ORDER BY certificate_id DESC LIMIT $3",
);

/// One certificate of the person.
pub static ONE: Query = Query::new(
    "certificates.one",
    "SELECT * FROM certificate WHERE person_id = $1 AND certificate_id = $2",
);

/// At most `$3` certificates of the person that can be checked on day `$2`.
pub static IN_FORCE: Query = Query::new(
    "certificates.in_force",
    "SELECT * FROM certificate WHERE person_id = $1 AND expires_on >= $2 \
     AND withdrawn_at IS NULL LIMIT $3",
);

/// The certificate whose code has this blind index.
pub static BY_CODE: Query = Query::new(
    "certificates.by_code",
    "SELECT * FROM certificate WHERE code_index = $1",
);

/// Every statement of this area, for the test of plans.
pub static ALL: &[&Query] = &[&LIST, &ONE, &IN_FORCE, &BY_CODE];
