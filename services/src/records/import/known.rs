//! What the store holds already of some people: read in a few statements for many.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::error::ServiceError;
use crate::store::entity::{
    account_entry, contribution, enrolment, identity_tag, person, settlement, year_accumulator,
};

/// One person in the store.
#[derive(Default)]
pub(super) struct Known {
    pub person: Option<person::Model>,
    pub tags: Vec<identity_tag::Model>,
    pub enrolments: Vec<enrolment::Model>,
    pub contributions: Vec<contribution::Model>,
    /// Number and total of each settlement.
    pub settlements: Vec<(String, i64)>,
    pub years: Vec<year_accumulator::Model>,
    pub last_entry: Option<account_entry::Model>,
}

/// The people with these blind indexes.
pub(super) async fn known(
    connection: &impl ConnectionTrait,
    indexes: &[Vec<u8>],
) -> Result<HashMap<Vec<u8>, Known>, ServiceError> {
    let persons = person::Entity::find()
        .filter(person::Column::IdNumberIndex.is_in(indexes.iter().cloned()))
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
    let settlements: Vec<(Uuid, String, i64)> = settlement::Entity::find()
        .select_only()
        .column(settlement::Column::PersonId)
        .column(settlement::Column::Number)
        .column(settlement::Column::TotalFee)
        .filter(settlement::Column::PersonId.is_in(ids.iter().copied()))
        .into_tuple()
        .all(connection)
        .await?;
    for (id, number, total) in settlements {
        if let Some(known) = by_id.get_mut(&id) {
            known.settlements.push((number, total));
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
