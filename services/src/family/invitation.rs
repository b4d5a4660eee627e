//! An invitation: who asks or offers whom to see what, and what became of it.

use chrono::{DateTime, Utc};
use domain::access::Action;
use domain::family::{Kinship, Scope};
use domain::ids::FamilyInvitationId;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::{oneself, queries};
use crate::context::RequestContext;
use crate::error::ServiceError;

/// So long an invitation waits for an answer, in days.
pub const WAITS_DAYS: i64 = 14;

/// Who is to see whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The inviter asks to see the invited person's data.
    Ask,
    /// The inviter offers the invited person to see theirs.
    Offer,
}

impl Way {
    /// The stable code under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ask => "ask",
            Self::Offer => "offer",
        }
    }

    /// The way with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Ask, Self::Offer]
            .into_iter()
            .find(|way| way.code() == code)
    }
}

/// What became of an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It waits for an answer.
    Waiting,
    /// The link stands, or stood.
    Confirmed,
    /// The invited person said no.
    Declined,
    /// The inviter took it back.
    Withdrawn,
    /// Nobody answered in time.
    Expired,
    /// It cannot be settled here: a child who does not live with the inviter by the register.
    Hall,
}

impl State {
    /// The stable code under which it is stored. `Expired` follows from the time and is not.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Confirmed => "confirmed",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
            Self::Expired => "expired",
            Self::Hall => "hall",
        }
    }

    /// The state of a row with this code that waits until `expires_at`.
    #[must_use]
    pub fn of(code: &str, expires_at: DateTime<Utc>, now: DateTime<Utc>) -> Option<Self> {
        let stored = [
            Self::Waiting,
            Self::Confirmed,
            Self::Declined,
            Self::Withdrawn,
            Self::Hall,
        ]
        .into_iter()
        .find(|state| state.code() == code)?;
        Some(if stored == Self::Waiting && expires_at <= now {
            Self::Expired
        } else {
            stored
        })
    }
}

/// An invitation as both sides see it. Whether the number belongs to anybody is told to neither.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Which.
    pub id: FamilyInvitationId,
    /// Who invites.
    pub inviter: String,
    /// Who is invited, as the inviter wrote the name.
    pub invited: String,
    /// What the invited person is to the inviter.
    pub kinship: Kinship,
    /// Who is to see whom.
    pub way: Way,
    /// What the inviter offers beside cover; for what is asked the other side decides.
    pub scope: Scope,
    /// What became of it.
    pub state: State,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
    /// Until when it waits for an answer.
    pub expires_at: DateTime<Utc>,
}

#[derive(FromQueryResult)]
pub(super) struct Row {
    pub person_id: Uuid,
    pub invitation_id: Uuid,
    pub invited_id: Option<Uuid>,
    pub person_name: String,
    pub invited_name: String,
    pub number_index: Vec<u8>,
    pub relation: String,
    pub way: String,
    pub sees_visits: bool,
    pub sees_account: bool,
    pub state: String,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
}

impl Row {
    pub(super) fn read(self, now: DateTime<Utc>) -> Result<Invitation, ServiceError> {
        let unreadable = || ServiceError::internal("an invitation has an unknown code");
        Ok(Invitation {
            id: self.invitation_id.into(),
            inviter: self.person_name,
            invited: self.invited_name,
            kinship: Kinship::from_code(&self.relation).ok_or_else(unreadable)?,
            way: Way::from_code(&self.way).ok_or_else(unreadable)?,
            scope: Scope {
                visits: self.sees_visits,
                account: self.sees_account,
            },
            state: State::of(&self.state, self.expires_at, now).ok_or_else(unreadable)?,
            sent_at: self.created_at,
            expires_at: self.expires_at,
        })
    }
}

pub(super) fn list(rows: Vec<Row>, now: DateTime<Utc>) -> Result<Vec<Invitation>, ServiceError> {
    rows.into_iter().map(|row| row.read(now)).collect()
}

/// The invitation `id` to the actor.
///
/// # Errors
/// `NotFound` when there is none to them.
pub async fn received(
    context: &RequestContext,
    id: FamilyInvitationId,
) -> Result<Invitation, ServiceError> {
    let own = oneself(context, Action::ReadFamily).await?;
    let values = [Uuid::from(own.person()).into(), Uuid::from(id).into()];
    let row: Option<Row> = queries::RECEIVED_ONE
        .one(&context.platform.database.reader, values)
        .await?;
    row.ok_or(ServiceError::NotFound)?.read(context.now)
}
