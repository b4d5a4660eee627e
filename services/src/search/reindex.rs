//! The index anew, at the operator's command.

use crate::authorise;
use crate::context::RequestContext;
use crate::error::ServiceError;

/// Builds the index anew from the database and returns the library's revision that it serves.
///
/// # Errors
/// `Forbidden` for everybody but the operator; what the store or the index says.
pub async fn reindex(context: &RequestContext) -> Result<i64, ServiceError> {
    authorise::operator(context)?;
    let platform = &context.platform;
    platform.search.rebuild(&platform.database).await
}
