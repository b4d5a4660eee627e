//! Keeps whether an account wishes for elder mode.

use domain::access::Action;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::own_event;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::store::entity::account;

/// Keeps the wish of the actor for devices that have not been told otherwise. A wish that is
/// kept already writes nothing.
///
/// It goes to the audit trail like every change of what is stored, although it is the person's
/// own and nobody else's business: elder mode decides how somebody reads what they agree to.
///
/// # Errors
/// `NotFound` for a visitor; else from the store.
pub async fn keep(context: &RequestContext, elder: bool) -> Result<(), ServiceError> {
    let account = context.actor.account.ok_or(ServiceError::NotFound)?;
    let transaction = context.platform.database.begin().await?;
    let done = account::Entity::update_many()
        .col_expr(account::Column::ElderMode, Expr::value(elder))
        .filter(account::Column::AccountId.eq(Uuid::from(account)))
        .filter(account::Column::ElderMode.ne(elder))
        .exec(&transaction)
        .await?;
    if done.rows_affected > 0 {
        own_event::write(&transaction, context, Action::SignIn, "elder_mode").await?;
    }
    transaction.commit().await?;
    Ok(())
}
