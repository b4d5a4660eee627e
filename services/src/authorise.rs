//! The one door to a person's data: find the relation, decide, log views by others.

use domain::access::{self, Action, Relation};
use domain::family::{Matter, Scope};
use domain::ids::{PersonId, QueryId, SettlementId};

use crate::audit::{self, Event};
use crate::consents;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::family::{Link, links, standing};

/// Proof that the actor may do an action on a person's data. Only the functions of this
/// module make one, and the queries of the use cases ask for it.
#[derive(Clone, Copy, Debug)]
pub struct Authorised {
    person: PersonId,
    relation: Relation,
    scope: Scope,
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

    /// Whether `matter` of that person's is open to the actor: for a page that shows several.
    #[must_use]
    pub const fn opens(&self, matter: Matter) -> bool {
        self.scope.opens(matter)
    }
}

/// The thing of a person's that is looked at, as the access log names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Object {
    /// What is known of the person, or a list of it.
    Person,
    /// The summary, which shows something of each matter that is open: the log names them.
    Summary,
    /// One settlement.
    Settlement(SettlementId),
    /// A query about a settlement.
    Query(QueryId),
}

impl Object {
    const fn kind(self) -> &'static str {
        match self {
            Self::Person | Self::Summary => "person",
            Self::Settlement(_) => "settlement",
            Self::Query(_) => "settlement_query",
        }
    }

    /// Empty for the person: the event names them as its subject.
    fn id(self, scope: Scope) -> String {
        match self {
            Self::Person => String::new(),
            Self::Summary => scope.codes(),
            Self::Settlement(id) => id.to_string(),
            Self::Query(id) => id.to_string(),
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
    log(context, authorised, action, object).await?;
    Ok(authorised)
}

/// Writes the view that was decided on to the access log, unless it is the person's own. For use
/// cases that have more to ask than the relation before they may read; all others call [`person`].
///
/// # Errors
/// From the store; nothing must be read then.
pub(crate) async fn log(
    context: &RequestContext,
    authorised: Authorised,
    action: Action,
    object: Object,
) -> Result<(), ServiceError> {
    if authorised.relation != Relation::Oneself {
        let event = Event {
            subject: Some(authorised.person),
            relation: authorised.relation,
            action,
            object_kind: object.kind(),
            object_id: &object.id(authorised.scope),
        };
        context.platform.access_log.write(context, event).await?;
    }
    Ok(())
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
    let (relation, scope) = relation_to(context, person, Matter::of(action)).await?;
    if !access::may(context.actor.role, relation, action) {
        return Err(ServiceError::NotFound);
    }
    if let Some(purpose) = access::consent_for(relation, action) {
        let reader = &context.platform.database.reader;
        let said = consents::newest(reader, person, purpose).await?;
        let standing = standing::of(context, person).await?;
        if !standing.is_some_and(|standing| standing.agrees(said)) {
            return Err(ServiceError::NotFound);
        }
    }
    Ok(Authorised {
        person,
        relation,
        scope,
    })
}

/// Everybody whom the actor sees today and may do `action` on, with the link that lets them.
/// Views are written to the access logs together before anything is read; where `also` is open
/// too and will be shown, that is written as well.
///
/// # Errors
/// `NotFound` for an actor who is no insured person; else from the store.
pub async fn relatives(
    context: &RequestContext,
    action: Action,
    also: Action,
) -> Result<Vec<(Authorised, Link)>, ServiceError> {
    let own = context.actor.person.ok_or(ServiceError::NotFound)?;
    let own = decide(context, own, action).await?;
    let role = context.actor.role;
    let may = |action, scope: Scope| {
        access::may(role, Relation::Family, action) && scope.opens(Matter::of(action))
    };
    let mut seen = links::seen(context, own).await?;
    seen.retain(|link| may(action, link.scope));
    let event = |link: &Link, action| Event {
        subject: Some(link.other),
        relation: Relation::Family,
        action,
        object_kind: Object::Person.kind(),
        object_id: "",
    };
    let events: Vec<Event<'_>> = seen
        .iter()
        .flat_map(|link| {
            let second = may(also, link.scope).then(|| event(link, also));
            [event(link, action)].into_iter().chain(second)
        })
        .collect();
    audit::write_all(&context.platform.database.writer, context, &events).await?;
    let authorised = |link: &Link| Authorised {
        person: link.other,
        relation: Relation::Family,
        scope: link.scope,
    };
    Ok(seen
        .into_iter()
        .map(|link| (authorised(&link), link))
        .collect())
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
            scope: Scope::default(),
        })
    } else {
        Err(ServiceError::NotFound)
    }
}

/// Whether the actor may do `action`, which touches nobody's data, in the role they act in.
///
/// # Errors
/// `NotFound` otherwise: the rooms of another role look as if they were not there.
pub fn office(context: &RequestContext, action: Action) -> Result<(), ServiceError> {
    if access::may(context.actor.role, Relation::Nobody, action) {
        Ok(())
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

/// How the actor stands to `person` where `matter` is concerned, and what else is open to them.
async fn relation_to(
    context: &RequestContext,
    person: PersonId,
    matter: Matter,
) -> Result<(Relation, Scope), ServiceError> {
    if context.actor.person == Some(person) {
        return Ok((Relation::Oneself, Scope::ALL));
    }
    let standing = standing::of(context, person).await?;
    Ok(standing
        .filter(|standing| standing.scope.opens(matter))
        .map_or((Relation::Stranger, Scope::default()), |standing| {
            (Relation::Family, standing.scope)
        }))
}
