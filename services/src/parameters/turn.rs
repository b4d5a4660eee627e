//! What a new day does to released sets: those whose day has come are in force, those whose last
//! day has passed are over. Which set serves is decided by the days and waits for nothing here.

use std::sync::Arc;

use chrono::NaiveDate;
use domain::access::Action;
use sea_orm::{ActiveValue::Set, DatabaseTransaction, EntityTrait, FromQueryResult};

use super::release::begin_radar;
use super::stage::Stage;
use super::steps::{self, Hand, NewStep};
use super::{queries, take_back};
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::platform::Platform;
use crate::store::Query;
use crate::store::entity::{parameter_release, parameter_set};

#[derive(FromQueryResult)]
struct Due {
    parameter_set_id: String,
}

/// Writes down what today did to the released sets, each once, and plans the messages about those
/// that are in force from now on. Two short statements when there is nothing to do.
///
/// # Errors
/// From the store.
pub async fn turn(platform: &Arc<Platform>) -> Result<(), ServiceError> {
    let context = RequestContext::operator(Arc::clone(platform), "parameters");
    let today = context.today();
    for id in due(&context, &queries::DUE, today).await? {
        let change = |transaction| pass(&context, &id, Stage::Active, transaction);
        platform.database.write(change).await?;
    }
    for id in due(&context, &queries::OVER, today).await? {
        let change = |transaction| pass(&context, &id, Stage::Superseded, transaction);
        platform.database.write(change).await?;
    }
    Ok(())
}

async fn due(
    context: &RequestContext,
    query: &Query,
    today: NaiveDate,
) -> Result<Vec<String>, ServiceError> {
    let reader = &context.platform.database.reader;
    let rows: Vec<Due> = query.all(reader, [today.into()]).await?;
    Ok(rows.into_iter().map(|row| row.parameter_set_id).collect())
}

/// Moves the set on to `stage`, unless somebody did meanwhile.
async fn pass(
    context: &RequestContext,
    id: &str,
    stage: Stage,
    transaction: DatabaseTransaction,
) -> Result<(), ServiceError> {
    let row = parameter_set::Entity::find_by_id(id.to_owned())
        .one(&transaction)
        .await?;
    let before = match stage {
        Stage::Active => Stage::Scheduled,
        _ => Stage::Active,
    };
    if row.is_none_or(|row| row.state != before.code()) {
        return Ok(());
    }
    let change = parameter_set::ActiveModel {
        parameter_set_id: Set(id.to_owned()),
        state: Set(stage.code().to_owned()),
        ..Default::default()
    };
    parameter_set::Entity::update(change)
        .exec(&transaction)
        .await?;
    let known = steps::all(&transaction, id).await?;
    let hash = take_back::content(&known);
    let new = NewStep {
        id,
        stage,
        hash: &hash,
        note: "",
        action: Action::Operate,
    };
    steps::write(&transaction, context, Hand::nobody(), &known, new).await?;
    let release = parameter_release::Entity::find_by_id(id.to_owned())
        .one(&transaction)
        .await?;
    if stage == Stage::Active && release.is_some() {
        begin_radar(&transaction, context, id).await?;
    }
    transaction.commit().await?;
    Ok(())
}
