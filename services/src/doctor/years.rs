//! Whether people's years come out of their settlements as they are stored.

use domain::ids::PersonId;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{Outcome, State};
use crate::accumulators;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::store::entity::person;

/// Most people whose years are computed again. Of a larger store so many are taken, evenly.
const MOST: u64 = 5_000;

pub(super) async fn look(context: &RequestContext) -> Outcome {
    let platform = &context.platform;
    let reader = &platform.database.reader;
    let people = person::Entity::find().count(reader).await?;
    let step = people.div_ceil(MOST).max(1);
    let (mut seen, mut odd, mut first_odd) = (0_u64, 0_u64, None);
    let mut last = Uuid::nil();
    while let Some(id) = next(context, last, step).await? {
        let person = PersonId::from(id);
        let found = accumulators::differences(reader, &platform.parameters, person).await?;
        if !found.is_empty() {
            odd += 1;
            first_odd = first_odd.or(Some(id));
        }
        seen += 1;
        last = id;
    }
    Ok(match first_odd {
        None => (
            State::Good,
            format!("{seen} of {people} people computed again, all equal"),
        ),
        Some(first) => (
            State::Bad,
            format!("{odd} of {seen} people come out otherwise, the first: {first}"),
        ),
    })
}

/// The person `step` places after `last`.
async fn next(
    context: &RequestContext,
    last: Uuid,
    step: u64,
) -> Result<Option<Uuid>, ServiceError> {
    Ok(person::Entity::find()
        .select_only()
        .column(person::Column::PersonId)
        .filter(person::Column::PersonId.gt(last))
        .order_by_asc(person::Column::PersonId)
        .offset(step - 1)
        .limit(1)
        .into_tuple()
        .one(&context.platform.database.reader)
        .await?)
}
