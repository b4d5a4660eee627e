//! Agrees to a purpose, or withdraws that.

use chrono::NaiveDate;
use domain::access::Relation;
use domain::consent::{Act, Channel, GivenBy, Purpose, counts};
use domain::family::is_minor;
use domain::ids::PersonId;
use sea_orm::{DatabaseTransaction, EntityTrait, FromQueryResult, IntoActiveModel};
use uuid::Uuid;

use super::queries;
use crate::audit::{self, Event};
use crate::authorise::{self, Authorised};
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::store::entity::consent;

/// What is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// About what.
    pub purpose: Purpose,
    /// Agreed or withdrawn.
    pub act: Act,
    /// The version of the text that was on the page.
    pub text_version: i32,
}

/// Writes what the actor decides for themselves or for a minor child, with its audit event. It
/// counts for the next request. What is so already writes nothing: whether anything changed.
///
/// # Errors
/// `NotFound` when the actor may not decide for `person`; `Conflict` when the text has changed
/// since the page was shown; else from the store.
pub async fn decide(
    context: &RequestContext,
    person: PersonId,
    decision: Decision,
) -> Result<bool, ServiceError> {
    let authorised = authorise::decide(context, person, super::action(context, person)).await?;
    if let Some((_, minor)) = super::child(context, authorised).await?
        && !minor
    {
        return Err(ServiceError::NotFound);
    }
    let current = decision.purpose.text_version();
    if decision.act == Act::Given && decision.text_version != current {
        return Err(ServiceError::Conflict("the text has changed"));
    }
    let change = |transaction| write(context, authorised, decision, transaction);
    context.platform.database.write(change).await
}

#[derive(FromQueryResult)]
struct Newest {
    act: String,
    place: i32,
    given_by: String,
    birth_date: NaiveDate,
}

impl Newest {
    /// What holds today; `None` where nothing does any more.
    fn holds(&self, today: NaiveDate) -> Option<Act> {
        let given_by = GivenBy::from_code(&self.given_by)?;
        let act = Act::from_code(&self.act)?;
        counts(given_by, is_minor(self.birth_date, today)).then_some(act)
    }
}

async fn write(
    context: &RequestContext,
    authorised: Authorised,
    decision: Decision,
    transaction: DatabaseTransaction,
) -> Result<bool, ServiceError> {
    let Decision { purpose, act, .. } = decision;
    let person_id = Uuid::from(authorised.person());
    let values = [person_id.into(), purpose.code().into()];
    let newest: Option<Newest> = queries::NEWEST.one(&transaction, values).await?;
    // Who never said a word may have opened details to a relative by the link itself, and takes
    // that back with the same word for all.
    let before = newest.as_ref().and_then(|row| row.holds(context.today()));
    if before == Some(act) {
        return Ok(false);
    }
    let given_by = if authorised.relation() == Relation::Oneself {
        GivenBy::Oneself
    } else {
        GivenBy::Guardian
    };
    let row = consent::Model {
        person_id,
        purpose: purpose.code().to_owned(),
        place: newest.map_or(1, |row| row.place + 1),
        act: act.code().to_owned(),
        text_version: decision.text_version,
        channel: Channel::Web.code().to_owned(),
        given_by: given_by.code().to_owned(),
        recorded_at: context.now,
    };
    consent::Entity::insert(row.into_active_model())
        .exec_without_returning(&transaction)
        .await?;
    // The same word of the row is two acts: only who had agreed takes something back.
    let object_kind = match (act, before) {
        (Act::Given, _) => "consent_given",
        (Act::Withdrawn, Some(Act::Given)) => "consent_withdrawn",
        (Act::Withdrawn, _) => "consent_refused",
    };
    let event = Event {
        subject: Some(authorised.person()),
        relation: authorised.relation(),
        action: super::action(context, authorised.person()),
        object_kind,
        object_id: purpose.code(),
    };
    audit::write(&transaction, context, event).await?;
    transaction.commit().await?;
    Ok(true)
}
