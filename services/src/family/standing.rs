//! How the actor stands to one other person, and for how long.

use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;
use domain::consent::{Act, GivenBy, Purpose, opens_details};
use domain::family::{Kinship, Scope, is_minor, last_day};
use domain::identifiers::Sex;
use domain::ids::PersonId;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::links::Proof;
use super::queries;
use crate::context::RequestContext;
use crate::error::ServiceError;

/// A family link in force from the actor to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Whose data the actor sees.
    pub person: PersonId,
    /// The name under which the link was confirmed; empty when it has none.
    pub name: String,
    /// What that person is to the actor.
    pub kinship: Option<Kinship>,
    /// That person's sex as recorded.
    pub sex: Option<Sex>,
    /// What the link rests on.
    pub proof: Proof,
    /// Its first day.
    pub since: NaiveDate,
    /// Its last day; `None` while nobody ends it.
    pub until: Option<NaiveDate>,
    /// What it opens.
    pub scope: Scope,
    /// Whether details of settlements are open over it, as far as was agreed to when this was
    /// read.
    pub details: bool,
    /// Whether that person is a minor today.
    pub minor: bool,
    /// The day that person died on. Close relatives keep what they could see (Personal
    /// Information Protection Law, article 49).
    pub died_on: Option<NaiveDate>,
}

/// What this request has found out already, so that a page and its use case ask once.
#[derive(Clone, Debug, Default)]
pub struct KnownStanding(Arc<OnceLock<(PersonId, Option<Standing>)>>);

#[derive(FromQueryResult)]
struct Row {
    relation: String,
    relative_name: String,
    proof: String,
    valid_from: NaiveDate,
    valid_until: Option<NaiveDate>,
    sees_visits: bool,
    sees_account: bool,
    details: Option<String>,
    details_by: Option<String>,
    sex: String,
    birth_date: NaiveDate,
    died_on: Option<NaiveDate>,
}

/// The link by which the actor sees `person` today, if there is one. Reads nothing that is told
/// to anybody but the actor and `person`; whether the actor may *do* something is decided by
/// [`crate::authorise`].
///
/// # Errors
/// From the store.
pub async fn of(
    context: &RequestContext,
    person: PersonId,
) -> Result<Option<Standing>, ServiceError> {
    let known = &context.standing.0;
    if let Some((whose, standing)) = known.get()
        && *whose == person
    {
        return Ok(standing.clone());
    }
    let Some(own) = context.actor.person else {
        return Ok(None);
    };
    let today = context.today();
    let values = [
        Uuid::from(own).into(),
        Uuid::from(person).into(),
        today.into(),
        Purpose::FamilyDetails.code().into(),
    ];
    let row: Option<Row> = queries::STANDING
        .one(&context.platform.database.reader, values)
        .await?;
    let standing = row
        .map(|row| standing(person, row, today))
        .filter(|found| found.until.is_none_or(|last| today <= last));
    // Another request for somebody else keeps the first answer, which is the page's own.
    let _ = known.set((person, standing.clone()));
    Ok(standing)
}

impl Standing {
    /// Whether details of settlements are open over the link after the word `said` for all
    /// relatives.
    #[must_use]
    pub(crate) fn agrees(&self, said: Option<(Act, GivenBy)>) -> bool {
        opens_details(by_link(self.proof), said, self.minor)
    }
}

/// Whether the words by which such a link was agreed to speak of what visits tell: both sides
/// read them, and a guardian decides for the child.
const fn by_link(proof: Proof) -> bool {
    matches!(proof, Proof::BothSides | Proof::Guardian)
}

fn standing(person: PersonId, row: Row, today: NaiveDate) -> Standing {
    let said = row.details.as_deref().and_then(Act::from_code);
    let said = said.zip(row.details_by.as_deref().and_then(GivenBy::from_code));
    let minor = is_minor(row.birth_date, today);
    let kinship = Kinship::from_code(&row.relation);
    let proof = Proof::from_code(&row.proof);
    let confirmed = proof == Proof::BothSides;
    Standing {
        person,
        name: row.relative_name,
        kinship,
        sex: Sex::from_code(&row.sex),
        proof,
        since: row.valid_from,
        until: last_day(
            kinship,
            confirmed,
            row.valid_from,
            row.birth_date,
            row.valid_until,
        ),
        scope: Scope {
            visits: row.sees_visits,
            account: row.sees_account,
        },
        details: opens_details(by_link(proof), said, minor),
        minor,
        died_on: row.died_on,
    }
}
