//! The inviter takes an invitation back.

use chrono::{DateTime, Utc};
use domain::access::{Action, Relation};
use domain::ids::{FamilyInvitationId, PersonId};
use sea_orm::{DatabaseTransaction, FromQueryResult};
use uuid::Uuid;

use super::invitation::State;
use super::{answer, oneself, queries, write_events};
use crate::context::RequestContext;
use crate::error::ServiceError;

#[derive(FromQueryResult)]
struct Row {
    invited_id: Option<Uuid>,
    state: String,
    expires_at: DateTime<Utc>,
}

/// Withdraws the invitation `id` of the actor and returns the state it has then: one that is
/// closed already stays as it is.
///
/// # Errors
/// `NotFound` when the actor sent none of this id.
pub async fn withdraw(
    context: &RequestContext,
    id: FamilyInvitationId,
) -> Result<State, ServiceError> {
    let own = oneself(context, Action::ManageFamily).await?.person();
    let change = |transaction| once(context, transaction, own, id);
    context.platform.database.write(change).await
}

async fn once(
    context: &RequestContext,
    transaction: DatabaseTransaction,
    own: PersonId,
    id: FamilyInvitationId,
) -> Result<State, ServiceError> {
    let values = [Uuid::from(own).into(), Uuid::from(id).into()];
    let row: Option<Row> = queries::SENT_ONE.one(&transaction, values).await?;
    let row = row.ok_or(ServiceError::NotFound)?;
    let state = State::of(&row.state, row.expires_at, context.now)
        .ok_or_else(|| ServiceError::internal("an invitation has an unknown code"))?;
    if state != State::Waiting {
        return Ok(state);
    }
    answer::close(&transaction, context, (own.into(), id), State::Withdrawn).await?;
    let other = (row.invited_id, Relation::Stranger);
    let name = id.to_string();
    let object = ("family_invitation", name.as_str());
    write_events(&transaction, context, own, other, object).await?;
    transaction.commit().await?;
    Ok(State::Withdrawn)
}
