//! Who sees whose insurance: links between relatives, invitations to them, and their end.
//!
//! A link has a direction: one person sees another's data. It comes from the household register
//! or from an invitation that both sides agreed to, and either side ends it whenever they like.
//! Reading through a link is decided in [`crate::authorise`].

pub mod answer;
pub mod end;
pub mod invitation;
pub mod invite;
pub mod links;
mod people;
pub mod queries;
pub mod share;
pub mod standing;
pub mod withdraw;

pub use invitation::{Invitation, State, Way};
pub use links::{Family, Link, Proof};
pub use standing::Standing;

use domain::access::{Action, Relation};
use domain::ids::PersonId;
use sea_orm::{ConnectionTrait, DbErr};
use uuid::Uuid;

use crate::audit::{self, Event};
use crate::authorise::{self, Authorised};
use crate::context::RequestContext;
use crate::error::ServiceError;

/// The actor as the person whose family it is.
async fn oneself(context: &RequestContext, action: Action) -> Result<Authorised, ServiceError> {
    let own = context.actor.person.ok_or(ServiceError::NotFound)?;
    authorise::decide(context, own, action).await
}

/// Writes what the actor did into their own log and into that of the other side, through the
/// transaction that does it. Where nobody is known by the number, the second event is nobody's.
async fn write_events(
    connection: &impl ConnectionTrait,
    context: &RequestContext,
    own: PersonId,
    other: (Option<Uuid>, Relation),
    object: (&str, &str),
) -> Result<(), DbErr> {
    let (kind, id) = object;
    let event = |subject, relation| Event {
        subject,
        relation,
        action: Action::ManageFamily,
        object_kind: kind,
        object_id: id,
    };
    let (other, relation) = other;
    let events = [
        event(Some(own), Relation::Oneself),
        event(other.map(PersonId::from), relation),
    ];
    audit::write_all(connection, context, &events).await
}
