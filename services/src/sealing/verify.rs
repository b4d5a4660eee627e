//! Reads the whole trail and names everything that is not as it was sealed.

use std::collections::BTreeMap;

use ed25519_dalek::Signature;
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, Statement,
};
use uuid::Uuid;

use super::canonical::{BEGINNING, chain, head_message};
use crate::authorise;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::keys::key_id;
use crate::platform::Platform;
use crate::store::entity::{audit_event, audit_head, audit_seal};

const PAGE: u64 = 2_000;
const UNSEALED: &str = "SELECT e.event_id FROM audit_event e WHERE NOT EXISTS \
     (SELECT 1 FROM audit_seal s WHERE s.event_id = e.event_id) ORDER BY e.event_id";

/// The end of the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// How many events are sealed.
    pub position: i64,
    /// The hash of the last seal.
    pub chain_hash: Vec<u8>,
}

/// One thing that is not as it was sealed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// The event at this position is not the one that was sealed.
    Changed(i64, Uuid),
    /// The event at this position is gone.
    Missing(i64, Uuid),
    /// The seal at this position names an event that belongs to another position.
    Reordered(i64, Uuid),
    /// There is no seal at this position although later ones exist.
    SealMissing(i64),
    /// A head or a head known from elsewhere lies beyond the last seal: the end is cut off.
    Truncated {
        /// Where the last seal is.
        last: i64,
        /// How far the trail reached.
        known: i64,
    },
    /// The chain at this position is not the one that was signed, or is known from elsewhere.
    HeadDiffers(i64),
    /// The signature of the head at this position is wrong.
    WrongSignature(i64),
    /// The head at this position was signed with another key.
    OtherKey(i64),
    /// Seals after this position have no signed head.
    Unsigned(i64),
}

/// What a check of the trail found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Seals read.
    pub sealed: u64,
    /// Events that no seal names yet: all of the last second, or a sealer that does not run.
    pub unsealed: Vec<Uuid>,
    /// Everything that is wrong.
    pub faults: Vec<Fault>,
    /// The end of the chain.
    pub head: Option<Head>,
}

/// Checks the whole trail; `known` is a head kept elsewhere (a log, a paper), by which a trail
/// that was cut back is noticed.
///
/// # Errors
/// `Forbidden` for everybody but the operator; from the store.
pub async fn verify(
    context: &RequestContext,
    known: Option<&Head>,
) -> Result<Report, ServiceError> {
    authorise::operator(context)?;
    let platform = &context.platform;
    platform.whole_trail().await?;
    let mut check = Check {
        known,
        ..Check::from_position(0, BEGINNING.to_vec())
    };
    check.heads(platform).await?;
    check.seals(platform, i64::MAX).await?;
    check.ends();
    check.tell_reordered_from_changed(platform).await?;
    let reader = &platform.database.reader;
    let statement = Statement::from_string(platform.database.backend(), UNSEALED);
    let unsealed = Unsealed::find_by_statement(statement).all(reader).await?;
    Ok(Report {
        sealed: check.sealed,
        unsealed: unsealed.into_iter().map(|row| row.event_id).collect(),
        head: (check.last > 0).then(|| Head {
            position: check.last,
            chain_hash: check.hash.clone(),
        }),
        faults: check.found(),
    })
}

#[derive(FromQueryResult)]
struct Unsealed {
    event_id: Uuid,
}

/// A check under way: everything after a position, page by page.
#[derive(Default)]
pub(super) struct Check<'a> {
    known: Option<&'a Head>,
    /// Signed heads that the chain has not reached yet.
    heads: BTreeMap<i64, Vec<u8>>,
    signed: i64,
    sealed: u64,
    last: i64,
    hash: Vec<u8>,
    /// What does not fit: position, hash before, hash at.
    odd: Vec<(i64, Vec<u8>, audit_seal::Model)>,
    faults: Vec<Fault>,
}

impl Check<'_> {
    /// A check of what follows the seal at `position`, which has this hash.
    pub(super) fn from_position(position: i64, hash: Vec<u8>) -> Self {
        Self {
            signed: position,
            last: position,
            hash,
            ..Self::default()
        }
    }

    /// Names a fault that was found elsewhere.
    pub(super) fn name(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    /// Leaves heads after `position` out, and says how far they reach.
    pub(super) fn drop_heads_after(&mut self, position: i64) -> Option<i64> {
        let later = self.heads.split_off(&position.saturating_add(1));
        self.signed = self.signed.min(position);
        later.keys().copied().max()
    }

    /// Everything that was found, in the order of the trail.
    pub(super) fn found(mut self) -> Vec<Fault> {
        self.faults.sort_unstable();
        self.faults
    }

    pub(super) async fn heads(&mut self, platform: &Platform) -> Result<(), ServiceError> {
        let key = platform.keys.audit_signer().verifying_key();
        let heads = audit_head::Entity::find()
            .filter(audit_head::Column::Position.gt(self.last))
            .order_by_asc(audit_head::Column::Position)
            .all(&platform.database.reader)
            .await?;
        for head in heads {
            let message = head_message(head.position, &head.chain_hash);
            let signature = Signature::from_slice(&head.signature);
            if head.key_id != key_id(&key) {
                self.faults.push(Fault::OtherKey(head.position));
            } else if signature.is_ok_and(|sign| key.verify_strict(&message, &sign).is_ok()) {
                self.signed = head.position;
            } else {
                self.faults.push(Fault::WrongSignature(head.position));
            }
            self.heads.insert(head.position, head.chain_hash);
        }
        Ok(())
    }

    /// Reads the seals through the position `end`.
    pub(super) async fn seals(
        &mut self,
        platform: &Platform,
        end: i64,
    ) -> Result<(), ServiceError> {
        loop {
            let page = audit_seal::Entity::find()
                .filter(audit_seal::Column::Position.gt(self.last))
                .filter(audit_seal::Column::Position.lte(end))
                .order_by_asc(audit_seal::Column::Position)
                .limit(PAGE)
                .all(&platform.database.reader)
                .await?;
            if page.is_empty() {
                return Ok(());
            }
            let events = events(platform, page.iter().map(|seal| seal.event_id)).await?;
            for seal in page {
                self.seal(events.get(&seal.event_id), seal);
            }
        }
    }

    fn seal(&mut self, event: Option<&audit_event::Model>, seal: audit_seal::Model) {
        self.faults
            .extend((self.last + 1..seal.position).map(Fault::SealMissing));
        match event {
            None => self
                .faults
                .push(Fault::Missing(seal.position, seal.event_id)),
            // Each seal is held against the one before as it stands, so that one fault does
            // not spread over all that follow.
            Some(event) if chain(&self.hash, seal.position, event)[..] != seal.chain_hash => {
                self.odd
                    .push((seal.position, self.hash.clone(), seal.clone()));
            }
            Some(_) => {}
        }
        if self
            .heads
            .remove(&seal.position)
            .is_some_and(|hash| hash != seal.chain_hash)
        {
            self.faults.push(Fault::HeadDiffers(seal.position));
        }
        let known = self.known.filter(|known| known.position == seal.position);
        if known.is_some_and(|known| known.chain_hash != seal.chain_hash) {
            self.faults.push(Fault::HeadDiffers(seal.position));
        }
        self.sealed += 1;
        self.last = seal.position;
        self.hash = seal.chain_hash;
    }

    pub(super) fn ends(&mut self) {
        let reached = self.heads.keys().copied().max().into_iter();
        let reached = reached.chain(self.known.map(|known| known.position)).max();
        if let Some(known) = reached.filter(|position| *position > self.last) {
            self.faults.push(Fault::Truncated {
                last: self.last,
                known,
            });
        }
        if self.last > self.signed {
            self.faults.push(Fault::Unsigned(self.signed));
        }
    }

    /// A seal that fits another event of those in doubt was moved; the rest were changed.
    pub(super) async fn tell_reordered_from_changed(
        &mut self,
        platform: &Platform,
    ) -> Result<(), ServiceError> {
        let odd = std::mem::take(&mut self.odd);
        let ids = odd.iter().take(200).map(|(.., seal)| seal.event_id);
        let events = events(platform, ids).await?;
        for (position, before, seal) in odd {
            let fits = |event: &&audit_event::Model| {
                chain(&before, position, event)[..] == seal.chain_hash
            };
            let moved = events.values().find(fits).is_some();
            let fault = if moved {
                Fault::Reordered
            } else {
                Fault::Changed
            };
            self.faults.push(fault(position, seal.event_id));
        }
        Ok(())
    }
}

async fn events(
    platform: &Platform,
    ids: impl Iterator<Item = Uuid>,
) -> Result<BTreeMap<Uuid, audit_event::Model>, ServiceError> {
    let rows = audit_event::Entity::find()
        .filter(audit_event::Column::EventId.is_in(ids))
        .all(&platform.database.reader)
        .await?;
    Ok(rows.into_iter().map(|row| (row.event_id, row)).collect())
}
