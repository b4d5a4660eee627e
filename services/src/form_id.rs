//! Ids that a form was shown with, for what comes of it: the same form sent twice gives one thing.

use uuid::Uuid;

use crate::context::RequestContext;

/// For so long a form may stay open, or wait for a sign-in, in seconds.
const FORM_LASTS: i64 = 48 * 3_600;
/// By so much the clocks of two servers may differ, in seconds.
const CLOCKS_DIFFER: i64 = 60;

/// Whether `id` was drawn for a form that may still be open.
pub(crate) fn is_of_now(id: Uuid, context: &RequestContext) -> bool {
    let drawn = id.get_timestamp().filter(|_| id.get_version_num() == 7);
    let seconds = drawn.and_then(|drawn| i64::try_from(drawn.to_unix().0).ok());
    let age = seconds.map(|seconds| context.now.timestamp() - seconds);
    age.is_some_and(|age| (-CLOCKS_DIFFER..=FORM_LASTS).contains(&age))
}
