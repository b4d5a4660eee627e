//! Carries views from the journal into the trail.

use std::collections::HashSet;
use std::io;
use std::sync::Arc;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::journal::{Foreign, Journal};
use crate::error::ServiceError;
use crate::store::Database;
use crate::store::bulk::{self, OnConflict};
use crate::store::entity::audit_event;

/// How many ids one statement asks for.
const CHUNK: usize = 500;

/// Carries everything that is durable by now, also what other processes wrote or left behind. Not to be
/// called twice at once in one process.
pub(super) async fn carry(journal: &Arc<Journal>, database: &Database) -> Result<(), ServiceError> {
    // The second time for what came while an older file was still to be carried.
    for _ in 0..2 {
        let lines = on_disk(journal, Journal::waiting).await?;
        if lines.is_empty() {
            break;
        }
        add(journal, database, &lines).await?;
        on_disk(journal, Journal::carried).await?;
    }
    for foreign in on_disk(journal, Journal::foreign).await? {
        let foreign = Arc::new(foreign);
        let lines = on_disk(&foreign, Foreign::read).await?;
        add(journal, database, &lines).await?;
        if let Some(foreign) = Arc::into_inner(foreign) {
            foreign.carried().map_err(ServiceError::internal)?;
        }
    }
    Ok(())
}

/// Adds the events of `lines` that the trail does not have: a process that was killed may have carried
/// them already. What cannot be read is set aside.
async fn add(
    journal: &Arc<Journal>,
    database: &Database,
    lines: &[u8],
) -> Result<(), ServiceError> {
    let (events, unreadable) = read(lines);
    if !unreadable.is_empty() {
        tracing::error!(
            bytes = unreadable.len(),
            "views in the journal cannot be read; they are kept in its file `unreadable`"
        );
        on_disk(journal, move |journal| journal.set_aside(&unreadable)).await?;
    }
    if events.is_empty() {
        return Ok(());
    }
    let transaction = database.begin().await?;
    for chunk in events.chunks(CHUNK) {
        let ids = chunk.iter().map(|event| event.event_id);
        let known: Vec<Uuid> = audit_event::Entity::find()
            .select_only()
            .column(audit_event::Column::EventId)
            .filter(audit_event::Column::EventId.is_in(ids))
            .into_tuple()
            .all(&transaction)
            .await?;
        let mut known: HashSet<Uuid> = known.into_iter().collect();
        let missing = chunk.iter().filter(|event| known.insert(event.event_id));
        let missing: Vec<audit_event::Model> = missing.cloned().collect();
        bulk::insert::<audit_event::Entity>(&transaction, &missing, OnConflict::Fail).await?;
    }
    transaction.commit().await?;
    Ok(())
}

/// An event as one line.
pub(super) fn write(event: &audit_event::Model, lines: &mut Vec<u8>) -> io::Result<()> {
    serde_json::to_writer(&mut *lines, event)?;
    lines.push(b'\n');
    Ok(())
}

/// The events of whole lines, and the lines that are none. What stands behind the last end of a line was
/// never acknowledged.
fn read(lines: &[u8]) -> (Vec<audit_event::Model>, Vec<u8>) {
    let whole = lines.iter().rposition(|byte| *byte == b'\n').unwrap_or(0);
    let lines = lines.get(..whole).unwrap_or_default();
    let (mut events, mut unreadable) = (Vec::new(), Vec::new());
    for line in lines.split(|byte| *byte == b'\n') {
        match serde_json::from_slice(line) {
            Ok(event) => events.push(event),
            Err(_) if line.is_empty() => {}
            Err(_) => {
                unreadable.extend_from_slice(line);
                unreadable.push(b'\n');
            }
        }
    }
    (events, unreadable)
}

async fn on_disk<S, T>(
    shared: &Arc<S>,
    work: impl FnOnce(&S) -> io::Result<T> + Send + 'static,
) -> Result<T, ServiceError>
where
    S: Send + Sync + 'static,
    T: Send + 'static,
{
    let shared = Arc::clone(shared);
    tokio::task::spawn_blocking(move || work(&shared))
        .await
        .map_err(ServiceError::internal)?
        .map_err(ServiceError::internal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_was_cut_off_is_no_event() {
        let event = audit_event::Model {
            subject_id: Uuid::nil(),
            event_id: Uuid::max(),
            occurred_at: "2026-06-15T04:05:06.123456Z".parse().unwrap(),
            account_id: Some(Uuid::nil()),
            actor_name: "欧阳·𠮷\n".to_owned(),
            role: "resident".to_owned(),
            relation: "family".to_owned(),
            action: "read_overview".to_owned(),
            object_kind: "person".to_owned(),
            object_id: String::new(),
            reason: String::new(),
            request_id: "a".to_owned(),
        };
        let mut lines = Vec::new();
        write(&event, &mut lines).unwrap();
        assert_eq!(read(&lines).0, std::slice::from_ref(&event));
        let one = lines.len();
        write(&event, &mut lines).unwrap();
        for length in [one, one + 1, lines.len() - 1] {
            assert_eq!(
                read(&lines[..length]).0,
                std::slice::from_ref(&event),
                "{length}"
            );
        }
        assert_eq!(read(&lines[..one - 1]), (vec![], vec![]));
        assert_eq!(read(b"{}\nnot\n\n"), (vec![], b"{}\nnot\n".to_vec()));
    }
}
