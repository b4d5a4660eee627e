//! Reads the newest part of the trail and names everything in it that is not as it was sealed.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::canonical::BEGINNING;
use super::verify::{Check, Fault};
use crate::error::ServiceError;
use crate::platform::Platform;
use crate::store::entity::audit_seal;

/// What a check of the newest seals found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newest {
    /// The first position that was read; 0 when nothing is sealed.
    pub first: i64,
    /// The last one.
    pub last: i64,
    /// Everything in between that is wrong.
    pub faults: Vec<Fault>,
}

/// Checks the newest `most` seals, each against the one before, its event and the signed heads
/// among them. What is sealed meanwhile is left for the next time.
///
/// # Errors
/// From the store.
pub(crate) async fn newest(platform: &Platform, most: u32) -> Result<Newest, ServiceError> {
    let end = last_position(platform).await?;
    let start = end.saturating_sub(i64::from(most)).max(0);
    let mut check = Check::from_position(start, BEGINNING.to_vec());
    if start > 0 {
        match audit_seal::Entity::find_by_id(start)
            .one(&platform.database.reader)
            .await?
        {
            Some(before) => check = Check::from_position(start, before.chain_hash),
            None => check.name(Fault::SealMissing(start)),
        }
    }
    check.heads(platform).await?;
    // Heads are written together with their seals: one beyond the last seal is either of a group
    // that was sealed just now, or the end was cut off.
    let known = check.drop_heads_after(end);
    if let Some(known) = known {
        let now = last_position(platform).await?;
        if now < known {
            check.name(Fault::Truncated { last: now, known });
        }
    }
    check.seals(platform, end).await?;
    check.ends();
    check.tell_reordered_from_changed(platform).await?;
    let first = if end > start { start + 1 } else { 0 };
    Ok(Newest {
        first,
        last: end,
        faults: check.found(),
    })
}

/// The position of the last seal; 0 when there is none.
async fn last_position(platform: &Platform) -> Result<i64, ServiceError> {
    let last = audit_seal::Entity::find()
        .filter(audit_seal::Column::Position.gt(0))
        .order_by_desc(audit_seal::Column::Position)
        .one(&platform.database.reader)
        .await?;
    Ok(last.map_or(0, |seal| seal.position))
}
