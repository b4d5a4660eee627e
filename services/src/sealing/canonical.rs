//! The bytes that are hashed and signed. Every field has its length in front, so that no two
//! events have the same bytes.

use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::store::entity::audit_event;

/// What the first seal follows.
pub(super) const BEGINNING: [u8; 32] = [0; 32];

/// The hash of the seal at `position`, after the seal with hash `previous`.
pub(super) fn chain(previous: &[u8], position: i64, event: &audit_event::Model) -> [u8; 32] {
    let mut hash = Sha256::new();
    let mut field = |bytes: &[u8]| {
        hash.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(bytes);
    };
    field(previous);
    field(&position.to_be_bytes());
    field(event.subject_id.as_bytes());
    field(event.event_id.as_bytes());
    field(&event.occurred_at.timestamp_micros().to_be_bytes());
    field(
        event
            .account_id
            .as_ref()
            .map_or(&[][..], |id: &Uuid| id.as_bytes()),
    );
    for text in [
        &event.actor_name,
        &event.role,
        &event.relation,
        &event.action,
        &event.object_kind,
        &event.object_id,
        &event.reason,
        &event.request_id,
    ] {
        field(text.as_bytes());
    }
    hash.finalize().into()
}

/// What the signature of a head is over.
pub(super) fn head_message(position: i64, chain_hash: &[u8]) -> Vec<u8> {
    let mut message = b"yibaotong audit head\0".to_vec();
    message.extend_from_slice(&position.to_be_bytes());
    message.extend_from_slice(chain_hash);
    message
}
