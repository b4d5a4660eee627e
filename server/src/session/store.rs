//! `tower-sessions` over our own table: rows are found by the hash of the id, and what is kept
//! in them is encrypted and bound to that hash.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use sea_orm::DbErr;
use serde_json::Value;
use services::accounts::{SessionHash, ended_sessions, sessions};
use services::error::InLog;
use services::keys::Purpose;
use services::{Platform, ServiceError};
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error, ExpiredDeletion, Result, SessionStore};

/// The entry of a record that says whose session it is.
pub(super) const ACCOUNT: &str = "account";
/// The session store. Time and luck come from the platform: the expiry that a record carries is
/// told, never taken, since one rule (30 minutes of silence, 8 hours in all) holds for everybody.
#[derive(Clone)]
pub struct Store {
    platform: Arc<Platform>,
}

impl Store {
    /// A store on `platform`.
    #[must_use]
    pub fn new(platform: Arc<Platform>) -> Self {
        Self { platform }
    }

    fn now(&self) -> DateTime<Utc> {
        self.platform.clock.now()
    }

    pub(super) fn new_id(&self) -> Id {
        let mut bytes = [0_u8; 16];
        self.platform.random.fill(&mut bytes);
        Id(i128::from_le_bytes(bytes))
    }

    pub(super) fn seal(&self, hash: SessionHash, data: &HashMap<String, Value>) -> Result<Vec<u8>> {
        let text = serde_json::to_string(data).map_err(|error| Error::Encode(json(error)))?;
        self.platform
            .keys
            .seal(&*self.platform.random, Purpose::Token, &place(hash), &text)
            .map_err(|error| Error::Encode(error.in_log()))
    }

    pub(super) fn open(&self, hash: SessionHash, sealed: &[u8]) -> Result<HashMap<String, Value>> {
        let text = self
            .platform
            .keys
            .open(Purpose::Token, &place(hash), sealed)
            .map_err(|error| Error::Decode(error.in_log()))?;
        serde_json::from_str(&text).map_err(|error| Error::Decode(json(error)))
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Store")
    }
}

/// The hash of the session with this id.
pub(super) fn hash(id: Id) -> SessionHash {
    SessionHash::of(&id.0.to_le_bytes())
}

fn place(hash: SessionHash) -> String {
    format!("session.data/{}", hex::encode(hash.as_bytes()))
}

fn backend(error: DbErr) -> Error {
    Error::Backend(error.in_log())
}

fn json(error: serde_json::Error) -> String {
    ServiceError::internal(error).in_log()
}

fn refused(why: &str) -> Error {
    Error::Backend(why.to_owned())
}

#[async_trait]
impl SessionStore for Store {
    /// Sessions begin in the transaction of an admission ([`Beginning`](super::Beginning)), with
    /// its event; never here.
    async fn create(&self, _: &mut Record) -> Result<()> {
        Err(refused("a session begins with an admission"))
    }

    async fn save(&self, record: &Record) -> Result<()> {
        let hash = hash(record.id);
        let data = self.seal(hash, &record.data)?;
        let saved = sessions::replace_data(&self.platform.database, hash, data, self.now());
        if saved.await.map_err(backend)? {
            Ok(())
        } else {
            Err(refused("the session has ended"))
        }
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let hash = hash(*id);
        let found = sessions::find(&self.platform.database, hash, self.now());
        let Some(row) = found.await.map_err(backend)? else {
            return Ok(None);
        };
        let mut record = Record {
            id: *id,
            data: self.open(hash, &row.data)?,
            expiry_date: epoch(),
        };
        set_expiry(&mut record, row.expires_at);
        Ok(Some(record))
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        sessions::remove(&self.platform.database.writer, hash(*id))
            .await
            .map(drop)
            .map_err(backend)
    }
}

#[async_trait]
impl ExpiredDeletion for Store {
    async fn delete_expired(&self) -> Result<()> {
        let gone = ended_sessions::remove_old(&self.platform.database, self.now());
        let gone = gone.await.map_err(backend)?;
        if gone > 0 {
            tracing::debug!(gone, "ended sessions deleted");
        }
        Ok(())
    }
}

#[expect(
    clippy::disallowed_types,
    reason = "a record holds this type; it never reaches a column"
)]
fn epoch() -> time::OffsetDateTime {
    time::OffsetDateTime::UNIX_EPOCH
}

fn set_expiry(record: &mut Record, seconds: i64) {
    record.expiry_date = epoch().saturating_add(time::Duration::seconds(seconds));
}
