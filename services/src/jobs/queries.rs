//! The statements of the job runner.

use crate::store::Query;

/// Takes the job of kind `$4` that is due longest at instant `$3` and that nobody holds, for the
/// holder `$1` until `$2`. Two who ask at once get different jobs, or one of them none.
pub static TAKE: Query = Query::new(
    "jobs.take",
    "UPDATE job SET holder = $1, leased_until = $2, attempts = attempts + 1 \
     WHERE job_id = (SELECT d.job_id FROM job d WHERE d.state = 'due' AND d.kind = $4 \
      AND d.run_after <= $3 AND (d.leased_until IS NULL OR d.leased_until <= $3) \
      ORDER BY d.run_after, d.job_id LIMIT 1) \
     AND state = 'due' AND (leased_until IS NULL OR leased_until <= $3) \
     RETURNING job_id, kind, payload, position, attempts",
);

/// The parked jobs, those due longest first, at most `$1`.
pub static PARKED: Query = Query::new(
    "jobs.parked",
    "SELECT kind, payload, failure FROM job WHERE state = 'parked' \
     ORDER BY run_after, job_id LIMIT $1",
);

/// Every statement of this area, for the test of plans.
pub static ALL: &[&Query] = &[&TAKE, &PARKED];
