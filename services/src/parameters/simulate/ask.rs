//! An editor asks for a simulation.

use domain::access::{Action, Relation};
use sea_orm::{DatabaseTransaction, EntityTrait, IntoActiveModel};

use super::JOB;
use super::report::{RunRow, state};
use crate::audit::{self, Event};
use crate::authorise;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::jobs;
use crate::parameters::{draft, queries};
use crate::store::entity::parameter_simulation;

/// How many settlements can be asked for. Only these: two simulations that differ by a few would
/// tell of those few.
pub const COUNTS: [u64; 4] = [1_000, 10_000, 100_000, 1_000_000];

/// Asks that the open draft `id` be tried on the newest `wanted` settlements of its region. While
/// the same content is being tried this changes nothing.
///
/// # Errors
/// `NotFound` for everybody but editors and without such a draft; `Invalid` for another number than
/// one of [`COUNTS`]; else from the store.
pub async fn ask(context: &RequestContext, id: &str, wanted: u64) -> Result<(), ServiceError> {
    authorise::office(context, Action::DraftParameters)?;
    if !COUNTS.contains(&wanted) {
        return Err(ServiceError::invalid(
            "wanted",
            "unknown",
            "one of the numbers offered",
        ));
    }
    let change = |transaction| write(context, id, wanted, transaction);
    context.platform.database.write(change).await
}

async fn write(
    context: &RequestContext,
    id: &str,
    wanted: u64,
    transaction: DatabaseTransaction,
) -> Result<(), ServiceError> {
    let (draft, _) = draft::open(&transaction, id).await?;
    let newest: Option<RunRow> = queries::NEWEST_RUN.one(&transaction, [id.into()]).await?;
    if newest.is_some_and(|run| run.is_running_for(&draft.content_hash)) {
        return Ok(());
    }
    let run_id = context.new_id();
    let row = parameter_simulation::Model {
        run_id,
        parameter_set_id: id.to_owned(),
        content_hash: draft.content_hash,
        state: state::RUNNING.to_owned(),
        wanted: i64::try_from(wanted).unwrap_or(i64::MAX),
        replayed: 0,
        plan: String::new(),
        tally: String::new(),
        account_id: context.actor.account.map(Into::into),
        actor_name: context.actor.name.clone(),
        asked_at: context.now,
        ended_at: None,
    };
    parameter_simulation::Entity::insert(row.into_active_model())
        .exec_without_returning(&transaction)
        .await?;
    jobs::plan_with(&transaction, context.now, JOB.name, &run_id.to_string()).await?;
    let event = Event {
        subject: None,
        relation: Relation::Nobody,
        action: Action::DraftParameters,
        object_kind: "parameter_simulation",
        object_id: id,
    };
    audit::write(&transaction, context, event).await?;
    transaction.commit().await?;
    Ok(())
}
