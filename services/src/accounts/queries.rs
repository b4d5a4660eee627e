//! The statements of the page about one's own sign-ins.

use crate::store::Query;

/// At most `$3` sessions of account `$1` that had not ended at `$2`, the last used first.
pub static SESSIONS: Query = Query::new(
    "accounts.sessions",
    "SELECT session_hash, user_agent, created_at, last_seen_at FROM session \
     WHERE account_id = $1 AND expires_at > $2 ORDER BY last_seen_at DESC, session_hash LIMIT $3",
);

/// Every statement of this area, for the test of plans.
pub static ALL: &[&Query] = &[&SESSIONS];
