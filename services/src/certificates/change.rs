//! Changes what a check of a certificate shows.

use chrono::NaiveDate;
use domain::access::Action;
use domain::ids::{CertificateId, PersonId};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{Part, State, queries};
use crate::audit::{self, Event};
use crate::authorise::{self, Authorised};
use crate::context::RequestContext;
use crate::error::{FieldError, ServiceError};
use crate::store::entity::certificate;

/// Lets checks of the certificate `id` show `part` through the day `until`, or no longer at all.
/// It counts at once. Written to the audit trail.
///
/// # Errors
/// `NotFound` for anybody but the holder; `Invalid` when `until` is over already (code `past`) or
/// lies after the certificate's last day (code `late`); `Conflict` when the certificate can no
/// longer be checked.
pub async fn change(
    context: &RequestContext,
    person: PersonId,
    id: CertificateId,
    part: Part,
    until: Option<NaiveDate>,
) -> Result<(), ServiceError> {
    let authorised = authorise::decide(context, person, Action::ChangeCertificate).await?;
    let change = |transaction| write(context, transaction, authorised, id, part, until);
    context.platform.database.write(change).await
}

async fn write(
    context: &RequestContext,
    transaction: DatabaseTransaction,
    authorised: Authorised,
    id: CertificateId,
    part: Part,
    until: Option<NaiveDate>,
) -> Result<(), ServiceError> {
    let (person, id) = (Uuid::from(authorised.person()), Uuid::from(id));
    let row: Option<certificate::Model> = queries::ONE
        .one(&transaction, [person.into(), id.into()])
        .await?;
    let row = row.ok_or(ServiceError::NotFound)?;
    let today = context.today();
    if State::of(&row, today) != State::InForce {
        return Err(ServiceError::Conflict(
            "the certificate is no longer in force",
        ));
    }
    check(until, today, row.expires_on)?;
    certificate::Entity::update_many()
        .col_expr(part.column(), Expr::value(until))
        .filter(certificate::Column::PersonId.eq(person))
        .filter(certificate::Column::CertificateId.eq(id))
        .exec(&transaction)
        .await?;
    let event = Event {
        subject: Some(authorised.person()),
        relation: authorised.relation(),
        action: Action::ChangeCertificate,
        object_kind: "certificate",
        object_id: &id.to_string(),
    };
    audit::write(&transaction, context, event).await?;
    transaction.commit().await?;
    Ok(())
}

fn check(until: Option<NaiveDate>, today: NaiveDate, last: NaiveDate) -> Result<(), ServiceError> {
    let (code, detail) = match until {
        Some(day) if day < today => ("past", "the day is over"),
        Some(day) if day > last => ("late", "the certificate ends before that day"),
        _ => return Ok(()),
    };
    Err(ServiceError::Invalid(vec![FieldError {
        pointer: "until".to_owned(),
        code,
        detail: detail.to_owned(),
    }]))
}
