//! The one door to a person's data: find the relation, decide, log views by others.

use domain::access::{self, Action, Relation};
use domain::ids::{PersonId, SettlementId};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::audit::Event;
use crate::consents;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::store::entity::family_link;

/// Proof that the actor may do an action on a person's data. Only the functions of this
/// module make one, and the queries of the use cases ask for it.
#[derive(Clone, Copy, Debug)]
pub struct Authorised {
    person: PersonId,
    relation: Relation,
}

impl Authorised {
    /// Whose data.
    #[must_use]
    pub const fn person(&self) -> PersonId {
        self.person
    }

    /// How the actor stands to that person.
    #[must_use]
    pub const fn relation(&self) -> Relation {
        self.relation
    }
}

/// The thing of a person's that is looked at, as the access log names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Object {
    /// What is known of the person, or a list of it.
    Person,
    /// One settlement.
    Settlement(SettlementId),
}

impl Object {
    const fn kind(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Settlement(_) => "settlement",
        }
    }

    /// Empty for the person: the event names them as its subject.
    fn id(self) -> String {
        match self {
            Self::Person => String::new(),
            Self::Settlement(id) => id.to_string(),
        }
    }
}

/// Whether the actor may look at `object` of `person`'s data by `action`. Views by anyone but
/// the person are written to the access log before anything is read.
///
/// # Errors
/// As [`decide`].
pub async fn person(
    context: &RequestContext,
    person: PersonId,
    action: Action,
    object: Object,
) -> Result<Authorised, ServiceError> {
    let authorised = decide(context, person, action).await?;
    if authorised.relation != Relation::Oneself {
        let event = Event {
            subject: Some(person),
            relation: authorised.relation,
            action,
            object_kind: object.kind(),
            object_id: &object.id(),
        };
        context.platform.access_log.write(context, event).await?;
    }
    Ok(authorised)
}

/// Whether the actor may do `action` on the data of `person`. Writes nothing: for use cases that
/// write an event of their own, whoever acts. All others call [`person`]. Where the person must
/// have agreed too ([`access::consent_for`]), that is read anew each time.
///
/// # Errors
/// `NotFound` when the actor may not (so that nobody learns who exists); `Unavailable` or
/// `Internal` from the store.
pub async fn decide(
    context: &RequestContext,
    person: PersonId,
    action: Action,
) -> Result<Authorised, ServiceError> {
    let relation = relation_to(context, person).await?;
    if !access::may(context.actor.role, relation, action) {
        return Err(ServiceError::NotFound);
    }
    if let Some(purpose) = access::consent_for(relation, action) {
        let reader = &context.platform.database.reader;
        if !consents::is_given(reader, person, purpose).await? {
            return Err(ServiceError::NotFound);
        }
    }
    Ok(Authorised { person, relation })
}

/// The way of somebody who holds the code of a certificate whose holder lets them learn whether
/// cover has changed. Writes nothing: checks are counted with the certificate, without who.
///
/// # Errors
/// `NotFound` when the actor may not check certificates.
pub(crate) fn by_certificate(
    context: &RequestContext,
    holder: PersonId,
) -> Result<Authorised, ServiceError> {
    let relation = Relation::Stranger;
    if access::may(context.actor.role, relation, Action::CheckCertificate) {
        Ok(Authorised {
            person: holder,
            relation,
        })
    } else {
        Err(ServiceError::NotFound)
    }
}

/// Whether the actor runs the platform, at its own terminal.
///
/// # Errors
/// `Forbidden` for everybody else.
pub fn operator(context: &RequestContext) -> Result<(), ServiceError> {
    if access::may(context.actor.role, Relation::Nobody, Action::Operate) {
        Ok(())
    } else {
        Err(ServiceError::Forbidden)
    }
}

async fn relation_to(context: &RequestContext, person: PersonId) -> Result<Relation, ServiceError> {
    let Some(own) = context.actor.person else {
        return Ok(Relation::Stranger);
    };
    if own == person {
        return Ok(Relation::Oneself);
    }
    let today = context.today();
    let link = family_link::Entity::find_by_id((Uuid::from(own), Uuid::from(person)))
        .filter(family_link::Column::State.eq("confirmed"))
        .filter(family_link::Column::ValidFrom.lte(today))
        .filter(
            Condition::any()
                .add(family_link::Column::ValidUntil.is_null())
                .add(family_link::Column::ValidUntil.gte(today)),
        )
        .select_only()
        .column(family_link::Column::Relation)
        .into_tuple::<String>()
        .one(&context.platform.database.reader)
        .await?;
    Ok(if link.is_some() {
        Relation::Family
    } else {
        Relation::Stranger
    })
}
