//! Withdraws a certificate: checks no longer show anything of it.

use domain::access::Action;
use domain::ids::{CertificateId, PersonId};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::queries;
use crate::audit::{self, Event};
use crate::authorise::{self, Authorised};
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::store::entity::certificate;

/// Withdraws the certificate `id` of `person`, for ever and at once. One that is withdrawn already
/// stays so. Written to the audit trail.
///
/// # Errors
/// `NotFound` for anybody but the holder.
pub async fn withdraw(
    context: &RequestContext,
    person: PersonId,
    id: CertificateId,
) -> Result<(), ServiceError> {
    let authorised = authorise::decide(context, person, Action::WithdrawCertificate).await?;
    let change = |transaction| write(context, transaction, authorised, id);
    context.platform.database.write(change).await
}

async fn write(
    context: &RequestContext,
    transaction: DatabaseTransaction,
    authorised: Authorised,
    id: CertificateId,
) -> Result<(), ServiceError> {
    let (person, id) = (Uuid::from(authorised.person()), Uuid::from(id));
    let row: Option<certificate::Model> = queries::ONE
        .one(&transaction, [person.into(), id.into()])
        .await?;
    if row.ok_or(ServiceError::NotFound)?.withdrawn_at.is_some() {
        return Ok(());
    }
    certificate::Entity::update_many()
        .col_expr(
            certificate::Column::WithdrawnAt,
            Expr::value(Some(context.now)),
        )
        .filter(certificate::Column::PersonId.eq(person))
        .filter(certificate::Column::CertificateId.eq(id))
        .exec(&transaction)
        .await?;
    let event = Event {
        subject: Some(authorised.person()),
        relation: authorised.relation(),
        action: Action::WithdrawCertificate,
        object_kind: "certificate",
        object_id: &id.to_string(),
    };
    audit::write(&transaction, context, event).await?;
    transaction.commit().await?;
    Ok(())
}
