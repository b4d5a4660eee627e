//! Takes a query back.

use domain::access::{Action, Relation};
use domain::enquiries::QueryState;
use domain::ids::{PersonId, QueryId};
use sea_orm::DatabaseTransaction;

use super::review::{Found, advance};
use crate::authorise;
use crate::context::RequestContext;
use crate::error::ServiceError;

/// Takes the query `id` of `person` back, with its audit event. One that is taken back already stays
/// as it is.
///
/// # Errors
/// `NotFound` for anybody but the person, and when there is none; `Conflict` for one that is answered;
/// else from the store.
pub async fn withdraw(
    context: &RequestContext,
    person: PersonId,
    id: QueryId,
) -> Result<(), ServiceError> {
    let authorised = authorise::decide(context, person, Action::SendQuery).await?;
    let found = Found::new(authorised.person(), id);
    let change = |transaction| write(context, &found, transaction);
    context.platform.database.write(change).await
}

async fn write(
    context: &RequestContext,
    found: &Found,
    transaction: DatabaseTransaction,
) -> Result<(), ServiceError> {
    let by = (Relation::Oneself, Action::SendQuery);
    let done = advance(
        context,
        &transaction,
        found,
        QueryState::Withdrawn,
        None,
        by,
    )
    .await?;
    if done {
        transaction.commit().await?;
    }
    Ok(())
}
