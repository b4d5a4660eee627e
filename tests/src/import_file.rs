//! What the imports of files with a list of things have in common when they are tested.

use std::fmt::Debug;
use std::sync::Arc;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use services::store::entity::audit_event;
use services::{Platform, RequestContext, ServiceError};

/// Somebody who imports at the terminal.
#[must_use]
pub fn operator(platform: &Arc<Platform>) -> RequestContext {
    RequestContext::operator(Arc::clone(platform), "import")
}

/// Place and rule of everything for which a file was refused.
///
/// # Panics
/// When it was taken, or refused for another reason than its content.
pub fn mistakes<T: Debug>(report: Result<T, ServiceError>) -> Vec<(String, &'static str)> {
    match report {
        Err(ServiceError::Invalid(errors)) => errors
            .into_iter()
            .map(|one| (one.pointer, one.code))
            .collect(),
        other => panic!("a broken file is refused: {other:?}"),
    }
}

/// The things of `kind` that events of imports name, sorted: those of one instant have no order.
///
/// # Panics
/// When the trail cannot be read.
pub async fn recorded(context: &RequestContext, kind: &str) -> Vec<String> {
    let events = audit_event::Entity::find()
        .filter(audit_event::Column::ObjectKind.eq(kind))
        .order_by_asc(audit_event::Column::ObjectId)
        .all(&context.platform.database.reader)
        .await
        .expect("events");
    events.into_iter().map(|event| event.object_id).collect()
}
