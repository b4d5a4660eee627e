//! Invites a relative by name and number of their paper. Whether anybody has that number is
//! never told: the same statements run and the same answer comes.

mod input;

use chrono::Duration;
use domain::access::{Action, Relation};
use domain::family::{Kinship, Scope, last_day_of_minority};
use domain::ids::PersonId;
use sea_orm::{ActiveValue::Set, DatabaseTransaction, EntityTrait};
use uuid::Uuid;

use super::answer::{self, NewLink};
use super::invitation::{Row, State, WAITS_DAYS, Way};
use super::links::Proof;
use super::people::Party;
use super::{oneself, queries, write_events};
use crate::context::RequestContext;
use crate::error::{FieldError, ServiceError};
use crate::records::private::Field;
use crate::store::entity::family_invitation;

pub use input::Request;
use input::Wanted;

/// So many invitations one person sends in a day.
pub const MOST_A_DAY: usize = 5;
/// So long the same form counts as the same press, in minutes.
const TWICE_MINUTES: i64 = 10;
/// Whom nobody is.
const NOBODY: Uuid = Uuid::nil();

/// What becomes of an invitation at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// It waits for an answer, if the number is anybody's.
    Waiting,
    /// The child lives with the inviter by the register: the link stands.
    Linked,
    /// The register does not show the child in the household: the service hall decides.
    Hall,
}

impl Sent {
    const fn state(self) -> State {
        match self {
            Self::Waiting => State::Waiting,
            Self::Linked => State::Confirmed,
            Self::Hall => State::Hall,
        }
    }
}

/// Sends the invitation that `request` describes. The same one sent again while it waits is not
/// sent twice.
///
/// # Errors
/// `Invalid` with the fields that break a rule; `NotFound` for an actor who is no insured person.
pub async fn invite(context: &RequestContext, request: Request<'_>) -> Result<Sent, ServiceError> {
    let own = oneself(context, Action::ManageFamily).await?.person();
    let wanted = request.check(context.today())?;
    let index = Field::IdNumber.index(&context.platform.keys, &wanted.number);
    let change = |transaction| once(context, transaction, own, &wanted, &index);
    context.platform.database.write(change).await
}

async fn once(
    context: &RequestContext,
    transaction: DatabaseTransaction,
    own: PersonId,
    wanted: &Wanted,
    index: &[u8],
) -> Result<Sent, ServiceError> {
    let today = context.today();
    let id = Uuid::from(own);
    let inviter: Option<Party> = queries::INVITER.one(&transaction, [id.into()]).await?;
    let inviter = inviter.ok_or(ServiceError::NotFound)?;
    let found: Option<Party> = queries::BY_NUMBER
        .one(&transaction, [index.to_vec().into()])
        .await?;
    let invited = found.filter(|party| party.is_called(&wanted.name) && party.alive());
    let values = [id.into(), 20_i64.into()];
    let before: Vec<Row> = queries::SENT.all(&transaction, values).await?;
    let other = invited.as_ref().map_or(NOBODY, |party| party.person_id);
    let values = [id.into(), other.into(), today.into()];
    let shared = queries::SHARED_HOUSEHOLD
        .one::<Shared>(&transaction, values)
        .await?
        .is_some();
    let sent = outcome(wanted, invited.as_ref(), shared, today);
    if before
        .iter()
        .any(|row| is_again(context, row, wanted, index, sent))
    {
        return Ok(sent);
    }
    if let Some(refusal) = refusal(context, &inviter, index, &before) {
        return Err(ServiceError::Invalid(vec![refusal]));
    }
    // Put right and sent again: the earlier one must not be answered any more.
    let replaced = before.iter().filter(|row| {
        is_for(row, wanted, index)
            && State::of(&row.state, row.expires_at, context.now) == Some(State::Waiting)
    });
    for row in replaced {
        let which = (row.person_id, row.invitation_id.into());
        answer::close(&transaction, context, which, State::Withdrawn).await?;
        let other = (row.invited_id, Relation::Stranger);
        let name = row.invitation_id.to_string();
        let object = ("family_invitation", name.as_str());
        write_events(&transaction, context, own, other, object).await?;
    }
    let invitation_id = context.new_id();
    let row = row(
        context,
        invitation_id,
        &inviter,
        invited.as_ref(),
        wanted,
        index,
        sent,
    );
    family_invitation::Entity::insert(row)
        .exec_without_returning(&transaction)
        .await?;
    if let (Sent::Linked, Some(child)) = (sent, &invited) {
        let link = NewLink {
            viewer: (inviter.person_id, &inviter.name),
            seen: (child.person_id, &child.name),
            kinship: Kinship::Child,
            proof: Proof::Guardian,
            scope: Scope::ALL,
            until: last_day_of_minority(child.birth_date),
        };
        answer::write_link(&transaction, context, link).await?;
    }
    let relation = if sent == Sent::Linked {
        Relation::Family
    } else {
        Relation::Stranger
    };
    let other = (invited.map(|party| party.person_id), relation);
    let name = invitation_id.to_string();
    let object = ("family_invitation", name.as_str());
    write_events(&transaction, context, own, other, object).await?;
    transaction.commit().await?;
    Ok(sent)
}

/// Whether `row` is the same invitation, still waiting or sent a moment ago: a form sent twice. A
/// child who is linked at once is linked again, for the link may have ended since.
fn is_again(
    context: &RequestContext,
    row: &Row,
    wanted: &Wanted,
    index: &[u8],
    sent: Sent,
) -> bool {
    let state = State::of(&row.state, row.expires_at, context.now);
    let fresh = row.created_at > context.now - Duration::minutes(TWICE_MINUTES);
    is_for(row, wanted, index)
        && row.relation == wanted.kinship.code()
        && row.invited_name == wanted.name
        && (row.sees_visits, row.sees_account) == (wanted.scope.visits, wanted.scope.account)
        && state == Some(sent.state())
        && (sent == Sent::Waiting || (sent == Sent::Hall && fresh))
}

/// Whether `row` went to the same number in the same way.
fn is_for(row: &Row, wanted: &Wanted, index: &[u8]) -> bool {
    row.number_index == index && row.way == wanted.way.code()
}

#[derive(sea_orm::FromQueryResult)]
struct Shared {
    #[expect(dead_code, reason = "only whether there is one is asked")]
    household_id: Uuid,
}

/// Why the inviter may not send this now.
fn refusal(
    context: &RequestContext,
    inviter: &Party,
    index: &[u8],
    before: &[Row],
) -> Option<FieldError> {
    let refuse = |pointer: &str, code, detail: &str| FieldError {
        pointer: pointer.to_owned(),
        code,
        detail: detail.to_owned(),
    };
    let day_ago = context.now - Duration::days(1);
    let lately = before.iter().filter(|row| row.created_at > day_ago).count();
    if !inviter.alive() || inviter.is_minor(context.today()) {
        Some(refuse(
            "way",
            "minor",
            "only adults decide about family links",
        ))
    } else if inviter.id_number_index == index {
        Some(refuse("number", "oneself", "the number is one's own"))
    } else if lately >= MOST_A_DAY {
        Some(refuse("way", "too_many", "five invitations a day"))
    } else {
        None
    }
}

fn outcome(
    wanted: &Wanted,
    invited: Option<&Party>,
    shared: bool,
    today: chrono::NaiveDate,
) -> Sent {
    let child = wanted.way == Way::Ask && wanted.kinship == Kinship::Child;
    let lives_here = child && shared && invited.is_some_and(|party| party.is_minor(today));
    if lives_here {
        Sent::Linked
    } else if child && wanted.minor {
        Sent::Hall
    } else {
        Sent::Waiting
    }
}

fn row(
    context: &RequestContext,
    invitation_id: Uuid,
    inviter: &Party,
    invited: Option<&Party>,
    wanted: &Wanted,
    index: &[u8],
    sent: Sent,
) -> family_invitation::ActiveModel {
    // A minor answers nothing, and what the hall decides is not asked here.
    let invited = invited.filter(|party| sent == Sent::Linked || !party.is_minor(context.today()));
    family_invitation::ActiveModel {
        person_id: Set(inviter.person_id),
        invitation_id: Set(invitation_id),
        person_name: Set(inviter.name.clone()),
        invited_id: Set(invited.map(|party| party.person_id)),
        invited_name: Set(wanted.name.clone()),
        number_index: Set(index.to_vec()),
        relation: Set(wanted.kinship.code().to_owned()),
        way: Set(wanted.way.code().to_owned()),
        sees_visits: Set(wanted.scope.visits || sent == Sent::Linked),
        sees_account: Set(wanted.scope.account || sent == Sent::Linked),
        state: Set(sent.state().code().to_owned()),
        created_at: Set(context.now),
        expires_at: Set(context.now + Duration::days(WAITS_DAYS)),
        closed_at: Set((sent != Sent::Waiting).then_some(context.now)),
    }
}
