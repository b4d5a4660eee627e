//! `/me/family`: whom one may see, who may see oneself, and what is being asked.

use chrono::NaiveDate;
use domain::access::Action;
use domain::family::{Kinship, Scope, is_minor, last_day};
use domain::identifiers::Sex;
use domain::ids::PersonId;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::invitation::{self, Invitation};
use super::{oneself, queries};
use crate::authorise::Authorised;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::store::Day;

/// How many invitations of each side are shown, the newest first.
const INVITATIONS: i64 = 20;

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Family {
    /// Those whom the person may see.
    pub seen: Vec<Link>,
    /// Those who may see the person.
    pub seeing: Vec<Link>,
    /// Invitations that the person sent.
    pub sent: Vec<Invitation>,
    /// Invitations to the person.
    pub received: Vec<Invitation>,
}

/// A link in force, from the side of one of the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The other one.
    pub other: PersonId,
    /// Their name when the link was confirmed; empty when it has none.
    pub name: String,
    /// What the other one is to the person whose page it is.
    pub kinship: Option<Kinship>,
    /// The other one's sex as recorded.
    pub sex: Option<Sex>,
    /// Whether the other one is dead.
    pub dead: bool,
    /// What the link rests on.
    pub proof: Proof,
    /// First day.
    pub since: NaiveDate,
    /// Last day; `None` while nobody ends it.
    pub until: Option<NaiveDate>,
    /// What it opens.
    pub scope: Scope,
    /// Whether the one who is seen is a minor today.
    pub minor: bool,
}

/// What a link rests on: who confirmed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// The household register.
    Register,
    /// A guardian, for a child of the same household.
    Guardian,
    /// Both sides, each with their own account.
    BothSides,
    /// Something the store knows of and this program does not.
    Other,
}

impl Proof {
    /// The stable code under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Register => "household_register",
            Self::Guardian => "guardian",
            Self::BothSides => "both_sides",
            Self::Other => "other",
        }
    }

    /// The proof with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        [Self::Register, Self::Guardian, Self::BothSides]
            .into_iter()
            .find(|proof| proof.code() == code)
            .unwrap_or(Self::Other)
    }
}

#[derive(FromQueryResult)]
struct LinkRow {
    other_id: Uuid,
    name: String,
    relation: String,
    proof: String,
    valid_from: Day,
    valid_until: Option<Day>,
    sees_visits: bool,
    sees_account: bool,
    /// Of the one who is seen. It decides how long the link lasts and is shown to nobody.
    birth_date: Day,
    /// Of the other one.
    sex: String,
    status: String,
}

impl LinkRow {
    fn into_link(self, today: NaiveDate) -> Link {
        let kinship = Kinship::from_code(&self.relation);
        let proof = Proof::from_code(&self.proof);
        let birth: NaiveDate = self.birth_date.into();
        Link {
            other: self.other_id.into(),
            name: self.name,
            kinship,
            sex: Sex::from_code(&self.sex),
            dead: self.status != "alive",
            proof,
            since: self.valid_from.into(),
            until: last_day(
                kinship,
                proof == Proof::BothSides,
                self.valid_from.into(),
                birth,
                self.valid_until.map(NaiveDate::from),
            ),
            scope: Scope {
                visits: self.sees_visits,
                account: self.sees_account,
            },
            minor: is_minor(birth, today),
        }
    }

    /// The same from the side of the one who is seen.
    fn into_seeing(self, today: NaiveDate) -> Link {
        let link = self.into_link(today);
        Link {
            kinship: link.kinship.map(Kinship::seen_from_there),
            ..link
        }
    }
}

impl Link {
    /// Whether it has not ended by `today`: the last day that stands in the store is not always
    /// that of a guardian's.
    fn lasts(&self, today: NaiveDate) -> bool {
        self.until.is_none_or(|last| today <= last)
    }
}

/// The family of the actor. Reads their own links and invitations only.
///
/// # Errors
/// `NotFound` for an actor who is no insured person.
pub async fn of(context: &RequestContext) -> Result<Family, ServiceError> {
    let own = oneself(context, Action::ReadFamily).await?;
    let reader = &context.platform.database.reader;
    let id = Uuid::from(own.person());
    let seeing: Vec<LinkRow> = queries::SEEING
        .all(reader, [id.into(), context.today().into()])
        .await?;
    let limits = || [id.into(), INVITATIONS.into()];
    let sent = queries::SENT.all(reader, limits()).await?;
    let received = queries::RECEIVED.all(reader, limits()).await?;
    Ok(Family {
        seen: seen(context, own).await?,
        seeing: seeing
            .into_iter()
            .map(|row| row.into_seeing(context.today()))
            .filter(|link| link.lasts(context.today()))
            .collect(),
        sent: invitation::list(sent, context.now)?,
        received: invitation::list(received, context.now)?,
    })
}

/// The links by which `own`, the actor, sees others today.
pub(crate) async fn seen(
    context: &RequestContext,
    own: Authorised,
) -> Result<Vec<Link>, ServiceError> {
    let values = [Uuid::from(own.person()).into(), context.today().into()];
    let rows: Vec<LinkRow> = queries::SEEN
        .all(&context.platform.database.reader, values)
        .await?;
    let today = context.today();
    let links = rows.into_iter().map(|row| row.into_link(today));
    Ok(links.filter(|link| link.lasts(today)).collect())
}
