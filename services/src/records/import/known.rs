//! What the store holds already of some people: read in a few statements for many.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use domain::money::Money;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::dossier::Dossier;
use crate::error::ServiceError;
use crate::family::share;
use crate::store::entity::{
    account_entry, account_share, contribution, enrolment, identity_tag, person, settlement,
    settlement_line, year_accumulator,
};

/// One person in the store.
#[derive(Default)]
pub(super) struct Known {
    pub person: Option<person::Model>,
    pub tags: Vec<identity_tag::Model>,
    pub enrolments: Vec<enrolment::Model>,
    pub contributions: Vec<contribution::Model>,
    /// Those settlements that the file names again.
    pub settlements: Vec<Settled>,
    /// Every settlement that was taken back.
    pub refunded: HashSet<Uuid>,
    /// The greatest id of all settlements.
    pub last_settlement: Option<Uuid>,
    pub years: Vec<year_accumulator::Model>,
    pub last_entry: Option<account_entry::Model>,
    /// What the account keeps for relatives, who have not used it yet, since when.
    pub kept: Vec<(NaiveDate, Money)>,
}

/// A settlement with its lines in order.
pub(super) struct Settled {
    pub row: settlement::Model,
    pub lines: Vec<settlement_line::Model>,
}

/// The people of `dossiers` whom the store knows, by the blind index of their number.
pub(super) async fn known(
    connection: &impl ConnectionTrait,
    dossiers: &[Dossier<'_>],
    today: NaiveDate,
) -> Result<HashMap<Vec<u8>, Known>, ServiceError> {
    let indexes = dossiers.iter().map(|dossier| dossier.index.clone());
    let persons = person::Entity::find()
        .filter(person::Column::IdNumberIndex.is_in(indexes))
        .all(connection)
        .await?;
    let ids: Vec<Uuid> = persons.iter().map(|one| one.person_id).collect();
    let mut by_id: HashMap<Uuid, Known> = HashMap::new();
    for one in persons {
        let known = Known {
            person: Some(one.clone()),
            ..Known::default()
        };
        by_id.insert(one.person_id, known);
    }
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    macro_rules! collect {
        ($entity:ident, $field:ident) => {
            let rows = $entity::Entity::find()
                .filter($entity::Column::PersonId.is_in(ids.iter().copied()))
                .all(connection)
                .await?;
            for row in rows {
                if let Some(known) = by_id.get_mut(&row.person_id) {
                    known.$field.push(row);
                }
            }
        };
    }
    collect!(identity_tag, tags);
    collect!(enrolment, enrolments);
    collect!(contribution, contributions);
    collect!(year_accumulator, years);
    settlements(connection, dossiers, &ids, &mut by_id).await?;
    let givers: Vec<Uuid> = account_share::Entity::find()
        .select_only()
        .column(account_share::Column::PersonId)
        .filter(account_share::Column::PersonId.is_in(ids.iter().copied()))
        .distinct()
        .into_tuple()
        .all(connection)
        .await?;
    for id in givers {
        let kept = share::kept_since(connection, id.into(), today).await?;
        if let Some(known) = by_id.get_mut(&id) {
            known.kept = kept;
        }
    }
    for id in ids {
        let last = account_entry::Entity::find()
            .filter(account_entry::Column::PersonId.eq(id))
            .order_by_desc(account_entry::Column::EntryId)
            .one(connection)
            .await?;
        if let Some(known) = by_id.get_mut(&id) {
            known.last_entry = last;
        }
    }
    let keyed = by_id.into_values().filter_map(|known| {
        let index = known.person.as_ref()?.id_number_index.clone();
        Some((index, known))
    });
    Ok(keyed.collect())
}

/// The last id of each person, what was taken back, and whole those settlements that the file
/// names, in the order in which they were computed.
async fn settlements(
    connection: &impl ConnectionTrait,
    dossiers: &[Dossier<'_>],
    ids: &[Uuid],
    by_id: &mut HashMap<Uuid, Known>,
) -> Result<(), ServiceError> {
    let named: HashMap<&[u8], HashSet<&str>> = dossiers
        .iter()
        .map(|dossier| (dossier.index.as_slice(), dossier.settlement_numbers()))
        .collect();
    let stored: Vec<(Uuid, Uuid, String, Option<Uuid>)> = settlement::Entity::find()
        .select_only()
        .column(settlement::Column::PersonId)
        .column(settlement::Column::SettlementId)
        .column(settlement::Column::Number)
        .column(settlement::Column::ReversesId)
        .filter(settlement::Column::PersonId.is_in(ids.iter().copied()))
        .into_tuple()
        .all(connection)
        .await?;
    let mut again: HashSet<Uuid> = HashSet::new();
    let mut whose: HashSet<Uuid> = HashSet::new();
    for (person, id, number, reverses) in stored {
        let Some(known) = by_id.get_mut(&person) else {
            continue;
        };
        known.last_settlement = known.last_settlement.max(Some(id));
        known.refunded.extend(reverses);
        let index = known
            .person
            .as_ref()
            .map(|one| one.id_number_index.as_slice());
        let numbers = index.and_then(|index| named.get(index));
        if numbers.is_some_and(|numbers| numbers.contains(number.as_str())) {
            again.insert(id);
            whose.insert(person);
        }
    }
    if again.is_empty() {
        return Ok(());
    }
    // All of a person's rows lie together: reading them costs less than naming some.
    let rows = settlement::Entity::find()
        .filter(settlement::Column::PersonId.is_in(whose.iter().copied()))
        .order_by_asc(settlement::Column::SettlementId)
        .all(connection)
        .await?;
    let lines = settlement_line::Entity::find()
        .filter(settlement_line::Column::PersonId.is_in(whose))
        .order_by_asc(settlement_line::Column::LineNo)
        .all(connection)
        .await?;
    let mut lines_of: HashMap<Uuid, Vec<settlement_line::Model>> = HashMap::new();
    for line in lines {
        if again.contains(&line.settlement_id) {
            lines_of.entry(line.settlement_id).or_default().push(line);
        }
    }
    for row in rows {
        if !again.contains(&row.settlement_id) {
            continue;
        }
        if let Some(known) = by_id.get_mut(&row.person_id) {
            let lines = lines_of.remove(&row.settlement_id).unwrap_or_default();
            known.settlements.push(Settled { row, lines });
        }
    }
    Ok(())
}
