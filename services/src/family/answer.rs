//! The invited person says yes or no.

use chrono::NaiveDate;
use domain::access::{Action, Relation};
use domain::family::{Kinship, Scope};
use domain::ids::{FamilyInvitationId, PersonId};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    QueryFilter,
};
use uuid::Uuid;

use super::invitation::{Row, State, Way};
use super::links::Proof;
use super::people::Party;
use super::{oneself, queries, write_events};
use crate::context::RequestContext;
use crate::error::{FieldError, ServiceError};
use crate::messages::{Template, compose};
use crate::store::entity::{family_invitation, family_link};

/// What the invited person says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Yes, to this much when it is they who are to be seen.
    Confirm {
        /// Whether they agreed to what was put before them in words.
        agreed: bool,
        /// What they open beside cover; for an offer the inviter has said it already.
        scope: Scope,
    },
    /// No.
    Decline,
}

/// Answers the invitation `id` to the actor and returns the state it has then: an answer given
/// twice counts once, and one that comes too late changes nothing.
///
/// # Errors
/// `Invalid` when the words were not agreed to, or by a minor; `NotFound` when there is no such
/// invitation to the actor.
pub async fn answer(
    context: &RequestContext,
    id: FamilyInvitationId,
    answer: Answer,
) -> Result<State, ServiceError> {
    let own = oneself(context, Action::ManageFamily).await?.person();
    let change = |transaction| once(context, transaction, own, id, answer);
    context.platform.database.write(change).await
}

async fn once(
    context: &RequestContext,
    transaction: DatabaseTransaction,
    own: PersonId,
    id: FamilyInvitationId,
    answer: Answer,
) -> Result<State, ServiceError> {
    let values = [Uuid::from(own).into(), Uuid::from(id).into()];
    let row: Option<Row> = queries::RECEIVED_ONE.one(&transaction, values).await?;
    let row = row.ok_or(ServiceError::NotFound)?;
    let inviter_id = row.person_id;
    let invitation = row.read(context.now)?;
    if invitation.state != State::Waiting {
        return Ok(invitation.state);
    }
    let inviter = party(&transaction, inviter_id).await?;
    let invited = party(&transaction, own.into()).await?;
    let (state, relation) = match answer {
        Answer::Decline => (State::Declined, Relation::Stranger),
        // Nobody is linked with the dead; the invitation closes as if its time had run out.
        Answer::Confirm { .. } if !inviter.alive() => (State::Withdrawn, Relation::Stranger),
        Answer::Confirm { agreed, scope } => {
            check(context, &invited, agreed)?;
            let (inviter, invited) = (
                (inviter.person_id, inviter.name.as_str()),
                (invited.person_id, invited.name.as_str()),
            );
            let link = match invitation.way {
                Way::Ask => NewLink {
                    viewer: inviter,
                    seen: invited,
                    kinship: invitation.kinship,
                    proof: Proof::BothSides,
                    scope,
                    until: None,
                },
                Way::Offer => NewLink {
                    viewer: invited,
                    seen: inviter,
                    kinship: invitation.kinship.seen_from_there(),
                    proof: Proof::BothSides,
                    scope: invitation.scope,
                    until: None,
                },
            };
            write_link(&transaction, context, link).await?;
            let told = Template::FamilyConfirmed {
                name: invited.1.to_owned(),
            };
            let occasion = format!("family_confirmed:{id}");
            compose(
                &transaction,
                context.now,
                inviter.0.into(),
                &told,
                &occasion,
            )
            .await?;
            (State::Confirmed, Relation::Family)
        }
    };
    close(&transaction, context, (inviter_id, id), state).await?;
    let other = (Some(inviter_id), relation);
    let name = id.to_string();
    let object = ("family_invitation", name.as_str());
    write_events(&transaction, context, own, other, object).await?;
    transaction.commit().await?;
    Ok(state)
}

async fn party(connection: &impl ConnectionTrait, id: Uuid) -> Result<Party, ServiceError> {
    let party: Option<Party> = queries::INVITER.one(connection, [id.into()]).await?;
    party.ok_or(ServiceError::NotFound)
}

fn check(context: &RequestContext, invited: &Party, agreed: bool) -> Result<(), ServiceError> {
    let refuse = |code, detail: &str| {
        Err(ServiceError::Invalid(vec![FieldError {
            pointer: "agreed".to_owned(),
            code,
            detail: detail.to_owned(),
        }]))
    };
    if invited.is_minor(context.today()) {
        return refuse("minor", "only adults decide about family links");
    }
    if !agreed {
        return refuse("required", "what the link allows must be agreed to");
    }
    Ok(())
}

/// Gives the waiting invitation its last state.
pub(super) async fn close(
    connection: &impl ConnectionTrait,
    context: &RequestContext,
    (inviter, id): (Uuid, FamilyInvitationId),
    state: State,
) -> Result<(), DbErr> {
    family_invitation::Entity::update_many()
        .col_expr(
            family_invitation::Column::State,
            Expr::value(state.code().to_owned()),
        )
        .col_expr(
            family_invitation::Column::ClosedAt,
            Expr::value(context.now),
        )
        .filter(family_invitation::Column::PersonId.eq(inviter))
        .filter(family_invitation::Column::InvitationId.eq(Uuid::from(id)))
        .exec(connection)
        .await?;
    Ok(())
}

/// A link that begins today.
pub(super) struct NewLink<'a> {
    /// Who sees, with their name.
    pub viewer: (Uuid, &'a str),
    /// Who is seen, with their name.
    pub seen: (Uuid, &'a str),
    /// What the second is to the first.
    pub kinship: Kinship,
    /// What it rests on.
    pub proof: Proof,
    /// What it opens.
    pub scope: Scope,
    /// Its last day.
    pub until: Option<NaiveDate>,
}

/// Writes the link in place of an older one between the two in the same direction.
pub(super) async fn write_link(
    connection: &impl ConnectionTrait,
    context: &RequestContext,
    link: NewLink<'_>,
) -> Result<(), DbErr> {
    use family_link::Column as C;
    let row = family_link::ActiveModel {
        person_id: Set(link.viewer.0),
        relative_id: Set(link.seen.0),
        relative_name: Set(link.seen.1.to_owned()),
        relation: Set(link.kinship.code().to_owned()),
        proof: Set(link.proof.code().to_owned()),
        state: Set("confirmed".to_owned()),
        valid_from: Set(context.today()),
        valid_until: Set(link.until),
        person_name: Set(link.viewer.1.to_owned()),
        sees_visits: Set(link.scope.visits),
        sees_account: Set(link.scope.account),
    };
    let again = OnConflict::columns([C::PersonId, C::RelativeId])
        .update_columns([
            C::RelativeName,
            C::Relation,
            C::Proof,
            C::State,
            C::ValidFrom,
            C::ValidUntil,
            C::PersonName,
            C::SeesVisits,
            C::SeesAccount,
        ])
        .to_owned();
    family_link::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(connection)
        .await?;
    Ok(())
}
