//! Chains the events that nobody has sealed yet.

use chrono::Duration;
use ed25519_dalek::Signer;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter,
    QueryOrder, SqlErr, Statement, Value,
};
use uuid::Uuid;

use super::canonical::{BEGINNING, chain, head_message};
use crate::error::ServiceError;
use crate::keys::key_id;
use crate::platform::{Platform, lowest_id};
use crate::store::bulk::{self, OnConflict};
use crate::store::entity::{audit_event, audit_head, audit_seal};

/// The most events of one group.
const GROUP: u64 = 1_000;
/// How long an event may hang in a transaction after its id was made.
const LATE: Duration = Duration::minutes(15);
/// How long nearly every event hangs at most.
const RECENT: Duration = Duration::seconds(5);

const UNSEALED: &str = "SELECT e.* FROM audit_event e WHERE e.event_id > $1 AND NOT EXISTS \
     (SELECT 1 FROM audit_seal s WHERE s.event_id = e.event_id) ORDER BY e.event_id LIMIT $2";

/// Seals one group of events and signs the new head. Returns how many; 0 when there were none,
/// or another server's sealer was quicker. Call it again while it returns more than 0.
///
/// It reads every event of the quarter of an hour before the newest head: [`seal_recent`] costs
/// less among many.
///
/// # Errors
/// From the store.
pub async fn seal(platform: &Platform) -> Result<u64, ServiceError> {
    seal_since(platform, LATE).await
}

/// The same, without the events that hung in a transaction for longer than a few seconds: those are
/// left to [`seal`].
///
/// # Errors
/// From the store.
pub async fn seal_recent(platform: &Platform) -> Result<u64, ServiceError> {
    seal_since(platform, RECENT).await
}

async fn seal_since(platform: &Platform, late: Duration) -> Result<u64, ServiceError> {
    match seal_group(platform, late).await {
        Err(ServiceError::Internal(cause)) if is_taken(cause.as_ref()) => Ok(0),
        outcome => outcome,
    }
}

fn is_taken(cause: &(dyn std::error::Error + Send + Sync + 'static)) -> bool {
    let error = cause
        .downcast_ref::<sea_orm::DbErr>()
        .and_then(sea_orm::DbErr::sql_err);
    matches!(error, Some(SqlErr::UniqueConstraintViolation(_)))
}

async fn seal_group(platform: &Platform, late: Duration) -> Result<u64, ServiceError> {
    platform.whole_trail().await?;
    // A look without a lock first: most of the time there is nothing to do.
    let reader = &platform.database.reader;
    if unsealed(reader, from(reader, late).await?, 1)
        .await?
        .is_empty()
    {
        return Ok(0);
    }
    let now = platform.clock.now();
    let transaction = platform.database.begin().await?;
    let events = unsealed(&transaction, from(&transaction, late).await?, GROUP).await?;
    let last = audit_seal::Entity::find()
        .order_by_desc(audit_seal::Column::Position)
        .one(&transaction)
        .await?;
    let (mut position, mut hash) = last.map_or((0, BEGINNING.to_vec()), |seal| {
        (seal.position, seal.chain_hash)
    });
    let mut seals = Vec::with_capacity(events.len());
    for event in &events {
        position += 1;
        hash = chain(&hash, position, event).to_vec();
        let event_id = event.event_id;
        seals.push(audit_seal::Model {
            position,
            event_id,
            chain_hash: hash.clone(),
        });
    }
    if seals.is_empty() {
        return Ok(0);
    }
    bulk::insert::<audit_seal::Entity>(&transaction, &seals, OnConflict::Fail).await?;
    let signer = platform.keys.audit_signer();
    let head = audit_head::ActiveModel {
        position: Set(position),
        signature: Set(signer
            .sign(&head_message(position, &hash))
            .to_bytes()
            .to_vec()),
        chain_hash: Set(hash.clone()),
        key_id: Set(key_id(&signer.verifying_key())),
        sealed_at: Set(now),
    };
    audit_head::Entity::insert(head)
        .exec_without_returning(&transaction)
        .await?;
    transaction.commit().await?;
    tracing::info!(position, head = hex::encode(&hash), "audit trail sealed");
    Ok(u64::try_from(seals.len()).unwrap_or_default())
}

async fn unsealed(
    connection: &impl ConnectionTrait,
    from: Uuid,
    most: u64,
) -> Result<Vec<audit_event::Model>, ServiceError> {
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let values = [Value::from(from), Value::from(most)];
    let backend = connection.get_database_backend();
    let statement = Statement::from_sql_and_values(backend, UNSEALED, values);
    Ok(audit_event::Model::find_by_statement(statement)
        .all(connection)
        .await?)
}

/// An id below those of all events that can still be unsealed, when none hung for longer than
/// `late`. Older ones than [`LATE`] are looked for by `verify-audit` only, so that sealing costs the
/// same however long the trail is.
async fn from(connection: &impl ConnectionTrait, late: Duration) -> Result<Uuid, ServiceError> {
    let head = audit_head::Entity::find()
        .filter(audit_head::Column::Position.gt(0))
        .order_by_desc(audit_head::Column::Position)
        .one(connection)
        .await?;
    Ok(head.map_or(Uuid::nil(), |head| lowest_id(head.sealed_at - late)))
}
