//! What a person agreed to: given and withdrawn, each a row that nobody changes.
//!
//! The newest row of a purpose counts, from the moment it is written. For a minor the relative
//! who acts for them decides; from the eighteenth birthday on only they do.

pub mod decide;
pub(crate) mod queries;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Action, Relation};
use domain::calendar::age_on;
use domain::consent::{Act, Channel, GivenBy, OF_AGE, Purpose};
use domain::ids::PersonId;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult};
use uuid::Uuid;

use crate::authorise::{self, Authorised, Object};
use crate::context::RequestContext;
use crate::error::ServiceError;

pub use decide::{Decision, decide};

/// How somebody stands to one purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// They never said anything.
    Never,
    /// They agree.
    Given,
    /// They agreed, and withdrew it.
    Withdrawn,
}

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
    /// The actor's own children, on the page about oneself.
    pub children: Vec<Child>,
}

impl Consents {
    /// The newest word about `purpose`.
    #[must_use]
    pub fn newest(&self, purpose: Purpose) -> Option<&Said> {
        self.said.iter().find(|said| said.purpose == purpose)
    }
}

/// How `person` stands to `purpose` now. Asks no right: for use cases that have decided access.
///
/// # Errors
/// Whatever the store says.
pub async fn standing(
    connection: &impl ConnectionTrait,
    person: PersonId,
    purpose: Purpose,
) -> Result<Standing, DbErr> {
    Ok(match newest(connection, person, purpose).await? {
        None => Standing::Never,
        Some((Act::Given, _)) => Standing::Given,
        Some((Act::Withdrawn, _)) => Standing::Withdrawn,
    })
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

/// The consents of `person`: the actor, or a child of theirs. A look at a child's is logged.
///
/// # Errors
/// `NotFound` for anybody else's; else from the store.
pub async fn of(context: &RequestContext, person: PersonId) -> Result<Consents, ServiceError> {
    let action = action(context, person);
    let authorised = authorise::person(context, person, action, Object::Person).await?;
    let reader = &context.platform.database.reader;
    let id = Uuid::from(person);
    let (child, decides) = match child(context, authorised).await? {
        None => (None, true),
        Some((child, minor)) => (Some(child), minor),
    };
    let rows: Vec<SaidRow> = queries::SAID.all(reader, [id.into()]).await?;
    let children = if child.is_some() {
        Vec::new()
    } else {
        let values = [id.into(), context.today().into()];
        let rows: Vec<ChildRow> = queries::CHILDREN.all(reader, values).await?;
        rows.into_iter().map(Child::from).collect()
    };
    Ok(Consents {
        child,
        decides,
        // What a grown child said is theirs alone.
        said: rows
            .into_iter()
            .filter(|_| decides)
            .filter_map(SaidRow::read)
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
    let (Relation::Family, Some(own)) = (authorised.relation(), context.actor.person) else {
        return Ok(None);
    };
    let values = [
        Uuid::from(own).into(),
        Uuid::from(authorised.person()).into(),
    ];
    let row: Option<BirthRow> = queries::CHILD
        .one(&context.platform.database.reader, values)
        .await?;
    let row = row.ok_or(ServiceError::NotFound)?;
    let minor = age_on(row.birth_date, context.today()).is_none_or(|age| age < OF_AGE);
    let child = Child {
        person: authorised.person(),
        name: row.relative_name,
    };
    Ok(Some((child, minor)))
}

#[derive(FromQueryResult)]
struct NewestRow {
    act: String,
    given_by: String,
}

#[derive(FromQueryResult)]
struct BirthRow {
    relative_name: String,
    birth_date: NaiveDate,
}

#[derive(FromQueryResult)]
struct ChildRow {
    relative_id: Uuid,
    relative_name: String,
}

impl From<ChildRow> for Child {
    fn from(row: ChildRow) -> Self {
        Self {
            person: row.relative_id.into(),
            name: row.relative_name,
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
}

impl SaidRow {
    /// `None` for a purpose that this version does not know.
    fn read(self) -> Option<Said> {
        Some(Said {
            purpose: Purpose::from_code(&self.purpose)?,
            act: Act::from_code(&self.act)?,
            text_version: self.text_version,
            channel: Channel::from_code(&self.channel)?,
            given_by: GivenBy::from_code(&self.given_by)?,
            at: self.recorded_at,
        })
    }
}
