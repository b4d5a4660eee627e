//! What a person agreed to: given and withdrawn, each a row that nobody changes.
//!
//! The newest row of a purpose counts, from the moment it is written. For a minor the relative
//! who acts for them decides; from the eighteenth birthday on only they do.

pub mod decide;
pub(crate) mod queries;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Action, Relation};
use domain::consent::{Act, Channel, GivenBy, Purpose, counts};
use domain::family::{Kinship, is_minor};
use domain::ids::PersonId;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult};
use uuid::Uuid;

use crate::authorise::{self, Authorised, Object};
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::family::{Link, links, standing};

pub use decide::{Decision, decide};

/// One thing that was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// About what.
    pub purpose: Purpose,
    /// Agreed or withdrawn.
    pub act: Act,
    /// Which version of the text was read.
    pub text_version: i32,
    /// Where.
    pub channel: Channel,
    /// By whom.
    pub given_by: GivenBy,
    /// When.
    pub at: DateTime<Utc>,
    /// Whether it still counts: what a guardian said ended with the minority.
    pub counts: bool,
}

/// A child for whom the person may decide as long as it is a minor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Child {
    /// Who.
    pub person: PersonId,
    /// The name under which the link was confirmed; may be empty.
    pub name: String,
}

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consents {
    /// Whose, when it is a child's; `None` for one's own.
    pub child: Option<Child>,
    /// Whether the actor decides. `false` for a child who has grown up.
    pub decides: bool,
    /// Everything said, the newest first.
    pub said: Vec<Said>,
    /// The actor's children who are minors today, on the page about oneself.
    pub children: Vec<Child>,
}

impl Consents {
    /// The newest word about `purpose`, counting or not.
    #[must_use]
    pub fn newest(&self, purpose: Purpose) -> Option<&Said> {
        self.said.iter().find(|said| said.purpose == purpose)
    }
}

/// The newest word about `purpose` on `person`'s behalf, and who said it.
///
/// # Errors
/// Whatever the store says.
pub(crate) async fn newest(
    connection: &impl ConnectionTrait,
    person: PersonId,
    purpose: Purpose,
) -> Result<Option<(Act, GivenBy)>, DbErr> {
    let values = [Uuid::from(person).into(), purpose.code().into()];
    let newest: Option<NewestRow> = queries::NEWEST.one(connection, values).await?;
    Ok(newest.and_then(|row| {
        Some((
            Act::from_code(&row.act)?,
            GivenBy::from_code(&row.given_by)?,
        ))
    }))
}

/// The consents of `person`: the actor, or a child of theirs. A look at a child's is logged, once
/// it is known that it is one.
///
/// # Errors
/// `NotFound` for anybody else's; else from the store.
pub async fn of(context: &RequestContext, person: PersonId) -> Result<Consents, ServiceError> {
    let action = action(context, person);
    let authorised = authorise::decide(context, person, action).await?;
    let (child, decides) = match child(context, authorised).await? {
        None => (None, true),
        Some((child, minor)) => (Some(child), minor),
    };
    authorise::log(context, authorised, action, Object::Person).await?;
    let reader = &context.platform.database.reader;
    let id = Uuid::from(person);
    let rows: Vec<SaidRow> = queries::SAID.all(reader, [id.into()]).await?;
    let children = if child.is_some() {
        Vec::new()
    } else {
        let seen = links::seen(context, authorised).await?;
        let children = seen.into_iter();
        // A child of age decides alone, whatever link there is.
        let children = children.filter(|link| link.minor && link.kinship == Some(Kinship::Child));
        children.map(Child::from).collect()
    };
    Ok(Consents {
        child,
        decides,
        // What a grown child said is theirs alone.
        said: rows
            .into_iter()
            .filter(|_| decides)
            .filter_map(|row| row.read(context.today()))
            .collect(),
        children,
    })
}

/// By which right the actor comes to the consents of `person`.
fn action(context: &RequestContext, person: PersonId) -> Action {
    if context.actor.person == Some(person) {
        Action::ManageConsents
    } else {
        Action::ConsentForMinor
    }
}

/// The child that the actor came for, and whether it is a minor today; `None` for oneself.
///
/// A relative who is nobody's child is not found: parents and spouses decide for themselves.
async fn child(
    context: &RequestContext,
    authorised: Authorised,
) -> Result<Option<(Child, bool)>, ServiceError> {
    if authorised.relation() != Relation::Family {
        return Ok(None);
    }
    let standing = standing::of(context, authorised.person()).await?;
    let standing = standing
        .filter(|standing| standing.kinship == Some(Kinship::Child))
        .ok_or(ServiceError::NotFound)?;
    let child = Child {
        person: standing.person,
        name: standing.name,
    };
    Ok(Some((child, standing.minor)))
}

#[derive(FromQueryResult)]
struct NewestRow {
    act: String,
    given_by: String,
}

impl From<Link> for Child {
    fn from(link: Link) -> Self {
        Self {
            person: link.other,
            name: link.name,
        }
    }
}

#[derive(FromQueryResult)]
struct SaidRow {
    purpose: String,
    act: String,
    text_version: i32,
    channel: String,
    given_by: String,
    recorded_at: DateTime<Utc>,
    birth_date: NaiveDate,
}

impl SaidRow {
    /// `None` for a purpose that this version does not know.
    fn read(self, today: NaiveDate) -> Option<Said> {
        let given_by = GivenBy::from_code(&self.given_by)?;
        Some(Said {
            purpose: Purpose::from_code(&self.purpose)?,
            act: Act::from_code(&self.act)?,
            text_version: self.text_version,
            channel: Channel::from_code(&self.channel)?,
            given_by,
            at: self.recorded_at,
            counts: counts(given_by, is_minor(self.birth_date, today)),
        })
    }
}
