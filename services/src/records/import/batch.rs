//! Some people of the file at once: planned to check, planned again and written in one
//! transaction.

use std::collections::HashMap;

use domain::access::{Action, Relation};
use sea_orm::sea_query::OnConflict as Conflict;
use sea_orm::{ConnectionTrait, DatabaseTransaction, EntityTrait, IntoActiveModel};
use uuid::Uuid;

use super::changes::Changes;
use super::dossier::Dossier;
use super::employers::{Employers, Seen};
use super::known::known;
use super::plan::{Plan, Setting, plan};
use super::tally::Tally;
use crate::audit::{self, Event};
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::records::Rows;
use crate::store::bulk::{OnConflict, insert};
use crate::store::entity::{import_run, message};

/// What the runs of this import are called in `import_run`.
pub(super) const KIND: &str = "records";

/// How far an import is when a batch is written, as `import_run` tells it.
pub(super) struct Reached<'a> {
    /// The SHA-256 of the file.
    pub digest: &'a [u8],
    /// People of the file before this batch, and with it.
    pub people: (usize, usize),
    /// Whether this is the last batch.
    pub is_last: bool,
    /// Lines of the whole file that were accepted and refused when it was checked.
    pub lines: (u64, usize),
}

/// What the lines of `dossiers` would come to now.
///
/// # Errors
/// From the store.
pub(super) async fn check(
    context: &RequestContext,
    employers: &Employers,
    dossiers: &[Dossier<'_>],
) -> Result<Tally, ServiceError> {
    let reader = &context.platform.database.reader;
    let mut tally = Tally::default();
    for plan in plans(context, reader, &employers.at_first(), dossiers).await? {
        tally.append(plan.tally);
    }
    Ok(tally)
}

/// Writes what the lines of `dossiers` come to: rows, how far the import is, and the event, in
/// one transaction that reads all that it builds upon.
///
/// # Errors
/// From the store.
pub(super) async fn write(
    context: &RequestContext,
    employers: &mut Employers,
    dossiers: &[Dossier<'_>],
    reached: &Reached<'_>,
) -> Result<Tally, ServiceError> {
    let before: &Employers = employers;
    let change = |transaction| write_once(context, transaction, before, dossiers, reached);
    let (tally, found) = context.platform.database.write(change).await?;
    employers.note(found);
    Ok(tally)
}

/// Returns, besides the counts, the employers that the store has got since the import began.
async fn write_once(
    context: &RequestContext,
    transaction: DatabaseTransaction,
    employers: &Employers,
    dossiers: &[Dossier<'_>],
    reached: &Reached<'_>,
) -> Result<(Tally, HashMap<String, Uuid>), ServiceError> {
    // First, so that two imports of one file meet before they have done their work.
    note(&transaction, context, reached).await?;
    let mut employers = employers.seen_now(&transaction, dossiers).await?;
    let mut rows = Rows::default();
    let mut changes = Changes::default();
    let mut messages = Vec::new();
    let mut tally = Tally::default();
    for plan in plans(context, &transaction, &employers, dossiers).await? {
        rows.append(plan.rows);
        changes.append(plan.changes);
        messages.extend(plan.messages);
        tally.append(plan.tally);
    }
    rows.employers = employers.needed(&rows);
    rows.write(&transaction, OnConflict::Fail).await?;
    changes.write(&transaction).await?;
    insert::<message::Entity>(&transaction, &messages, OnConflict::Keep).await?;
    write_event(&transaction, context, reached).await?;
    transaction.commit().await?;
    Ok((tally, employers.into_found()))
}

async fn plans(
    context: &RequestContext,
    connection: &impl ConnectionTrait,
    employers: &Seen<'_>,
    dossiers: &[Dossier<'_>],
) -> Result<Vec<Plan>, ServiceError> {
    let mut known = known(connection, dossiers, context.today()).await?;
    let setting = Setting {
        platform: &context.platform,
        now: context.now,
        today: context.today(),
        employers,
    };
    dossiers
        .iter()
        .map(|dossier| {
            let known = known.remove(&dossier.index).unwrap_or_default();
            plan(&setting, dossier, known)
        })
        .collect()
}

async fn note(
    transaction: &DatabaseTransaction,
    context: &RequestContext,
    reached: &Reached<'_>,
) -> Result<(), ServiceError> {
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let phase = if reached.is_last { "done" } else { "writing" };
    let (accepted, refused) = reached.lines;
    let run = import_run::Model {
        kind: KIND.to_owned(),
        file_hash: reached.digest.to_vec(),
        phase: phase.to_owned(),
        position: count(reached.people.1),
        accepted: i64::try_from(accepted).unwrap_or(i64::MAX),
        refused: count(refused),
        updated_at: context.now,
    };
    let update = Conflict::columns([import_run::Column::Kind, import_run::Column::FileHash])
        .update_columns([
            import_run::Column::Phase,
            import_run::Column::Position,
            import_run::Column::Accepted,
            import_run::Column::Refused,
            import_run::Column::UpdatedAt,
        ])
        .to_owned();
    import_run::Entity::insert(run.into_active_model())
        .on_conflict(update)
        .exec_without_returning(transaction)
        .await?;
    Ok(())
}

/// One event a batch: the file by its digest, and which of its people, counted from 1.
async fn write_event(
    transaction: &DatabaseTransaction,
    context: &RequestContext,
    reached: &Reached<'_>,
) -> Result<(), ServiceError> {
    let (before, through) = reached.people;
    let object = format!("{}:{}-{through}", hex::encode(reached.digest), before + 1);
    let event = Event {
        subject: None,
        relation: Relation::Nobody,
        action: Action::Operate,
        object_kind: "records",
        object_id: &object,
    };
    audit::write(transaction, context, event).await?;
    Ok(())
}
