//! The household ledger: of everybody whom the actor may see, themselves first, what the year has
//! used and what is left. The figures are those of each one's own page: the same rows, the same
//! rules; three statements however many there are.

use std::collections::HashMap;

use chrono::Datelike;
use domain::access::Action;
use domain::family::{Kinship, Matter};
use domain::identifiers::Sex;
use domain::ids::PersonId;
use domain::money::Money;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::cover::{Cover, Period};
use super::load::{self, PeriodRow, PersonRow};
use super::year::{self, BenefitYear};
use crate::authorise;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::family::queries;

/// One member of the household.
#[derive(Clone, Debug)]
pub struct Member {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// What they are to the actor; `None` for the actor themselves.
    pub kinship: Option<Kinship>,
    /// Their sex as recorded; `None` for the actor themselves.
    pub sex: Option<Sex>,
    /// Whether it is the actor.
    pub oneself: bool,
    /// Whether they are alive.
    pub alive: bool,
    /// Cover today.
    pub cover: Cover,
    /// This year's rules and use; `None` when not insured or no parameters serve the place.
    pub year: Option<BenefitYear>,
    /// The balance of the personal account, where there is one and it is open to the actor.
    pub balance: Option<Money>,
    /// What of the balance is kept for relatives, where the account is open to the actor.
    pub reserved: Money,
    /// Whether the personal account is open to the actor.
    pub sees_account: bool,
}

/// What a relative is to the actor, and their sex.
type Kin = (Option<Kinship>, Option<Sex>);

#[derive(FromQueryResult)]
struct MemberRow {
    person_id: Uuid,
    reserved: i64,
    #[sea_orm(nested)]
    row: PersonRow,
}

#[derive(FromQueryResult)]
struct MemberPeriodRow {
    person_id: Uuid,
    #[sea_orm(nested)]
    row: PeriodRow,
}

/// The household of the actor. Each relative's access log gets its lines in one write before
/// anything is read.
///
/// # Errors
/// `NotFound` for an actor who is no insured person; else from the store.
pub async fn of(context: &RequestContext) -> Result<Vec<Member>, ServiceError> {
    let own = context.actor.person.ok_or(ServiceError::NotFound)?;
    let relatives =
        authorise::relatives(context, Action::ReadBenefits, Action::ReadAccount).await?;
    let reader = &context.platform.database.reader;
    let (id, today) = (Uuid::from(own), context.today());
    let number = queries::number_of(today);
    let year = today.year();
    let values = [id.into(), today.into(), number.into(), year.into()];
    let rows: Vec<MemberRow> = queries::HOUSEHOLD.all(reader, values).await?;
    let mut people: HashMap<Uuid, Vec<PersonRow>> = HashMap::new();
    let mut kept: HashMap<Uuid, Money> = HashMap::new();
    for row in rows {
        kept.insert(row.person_id, Money::from_fen(row.reserved));
        people.entry(row.person_id).or_default().push(row.row);
    }
    let rows: Vec<MemberPeriodRow> = queries::HOUSEHOLD_PERIODS
        .all(reader, [id.into(), today.into(), number.into()])
        .await?;
    let mut periods: HashMap<Uuid, Vec<Period>> = HashMap::new();
    for row in rows {
        let period = Period::try_from(row.row)?;
        periods.entry(row.person_id).or_default().push(period);
    }
    // Only those whose log has its line; a link that began a moment ago shows next time.
    let everybody = [(own, (None, None), true)]
        .into_iter()
        .chain(relatives.into_iter().map(|(who, link)| {
            let kin = (link.kinship, link.sex);
            (who.person(), kin, who.opens(Matter::Account))
        }));
    let member = |(person, (kinship, sex), sees_account): (PersonId, Kin, bool)| {
        let id = Uuid::from(person);
        let file = load::file(people.get(&id)?)?;
        let cover = file.cover(periods.get(&id).map_or(&[], Vec::as_slice), today);
        let year = cover
            .current
            .as_ref()
            .and_then(|period| year::of(context, &file, period));
        let balance = file.balance.filter(|_| sees_account);
        let reserved = kept.get(&id).copied().filter(|_| balance.is_some());
        Some(Member {
            person,
            name: file.name,
            kinship,
            sex,
            oneself: person == own,
            alive: file.alive,
            cover,
            year,
            balance,
            reserved: reserved.unwrap_or_default().at_most(balance).or_zero(),
            sees_account,
        })
    };
    Ok(everybody.filter_map(member).collect())
}
