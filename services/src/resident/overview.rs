//! The summary of a person's insurance: cover today, this year's use, the newest settlements.

use domain::access::{Action, Relation};
use domain::family::{Kinship, Matter};
use domain::identifiers::Sex;
use domain::ids::PersonId;
use domain::money::Money;
use uuid::Uuid;

use super::attention::{self, Attention};
use super::cover::Cover;
use super::settlements::{Summary, SummaryRow};
use super::year::{self, BenefitYear, NoRules};
use super::{load, queries};
use crate::authorise::{self, Object};
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::family::{Link, links};

/// How many settlements the summary shows.
const NEWEST: i64 = 5;

/// What the summary shows.
#[derive(Clone, Debug)]
pub struct Overview {
    /// The person's name.
    pub name: String,
    /// Cover today.
    pub cover: Cover,
    /// The balance of the personal account, where there is one and it is open to the actor.
    pub balance: Option<Money>,
    /// This year's rules and use, or why there are none; `None` when not insured.
    pub year: Option<Result<BenefitYear, NoRules>>,
    /// Whether settlements are open to the actor.
    pub sees_visits: bool,
    /// The newest settlements; none where they are not open.
    pub newest: Vec<Summary>,
    /// Family members whose pages the person may see.
    pub family: Vec<Relative>,
    /// What needs a look, the most urgent first.
    pub attention: Vec<Attention>,
}

/// A family member, as the person's own link names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relative {
    /// Who.
    pub person: PersonId,
    /// The name under which the link was confirmed; empty when the link has none.
    pub name: String,
    /// What they are to the person.
    pub kinship: Option<Kinship>,
    /// Their sex as recorded.
    pub sex: Option<Sex>,
    /// Whether they are dead.
    pub dead: bool,
}

impl From<Link> for Relative {
    fn from(link: Link) -> Self {
        Self {
            person: link.other,
            name: link.name,
            kinship: link.kinship,
            sex: link.sex,
            dead: link.dead,
        }
    }
}

/// The summary for `person`.
///
/// # Errors
/// `NotFound` when the actor may not see it.
pub async fn of(context: &RequestContext, person: PersonId) -> Result<Overview, ServiceError> {
    let authorised =
        authorise::person(context, person, Action::ReadOverview, Object::Summary).await?;
    let reader = &context.platform.database.reader;
    let id = Uuid::from(authorised.person());
    let file = load::person(context, authorised).await?;
    let periods = load::periods(context, authorised).await?;
    let rows: Vec<SummaryRow> = if authorised.opens(Matter::Visits) {
        queries::NEWEST_SETTLEMENTS
            .all(reader, [id.into(), NEWEST.into()])
            .await?
    } else {
        Vec::new()
    };
    let newest = rows
        .into_iter()
        .map(Summary::try_from)
        .collect::<Result<_, _>>()?;
    // Whom a relative may see is nobody's business but theirs.
    let family = if authorised.relation() == Relation::Oneself {
        links::seen(context, authorised).await?
    } else {
        Vec::new()
    };
    let cover = file.cover(&periods, context.today());
    let year = year::under(context, &file, &cover);
    let attention = if file.alive {
        let rules = year.as_ref().and_then(|year| year.as_ref().ok());
        attention::on(context.today(), &cover, rules)
    } else {
        Vec::new()
    };
    Ok(Overview {
        attention,
        name: file.name,
        balance: file.balance.filter(|_| authorised.opens(Matter::Account)),
        sees_visits: authorised.opens(Matter::Visits),
        cover,
        year,
        newest,
        family: family.into_iter().map(Relative::from).collect(),
    })
}
