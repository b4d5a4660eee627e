//! `tower-sessions` over our own table: rows are found by the hash of the id, and what is kept
//! in them is encrypted and bound to that hash.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::ids::AccountId;
use sea_orm::DbErr;
use serde_json::Value;
use services::accounts::{SessionHash, sessions};
use services::error::InLog;
use services::keys::Purpose;
use services::{Platform, ServiceError};
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error, ExpiredDeletion, Result, SessionStore};

/// The entry of a record that says whose session it is.
pub(super) const ACCOUNT: &str = "account";
/// The entry of a new record that says what the browser calls itself.
pub(super) const USER_AGENT: &str = "user_agent";

const ATTEMPTS: u8 = 8;

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

    fn new_id(&self) -> Id {
        let mut bytes = [0_u8; 16];
        self.platform.random.fill(&mut bytes);
        Id(i128::from_le_bytes(bytes))
    }

    fn seal(&self, hash: SessionHash, data: &HashMap<String, Value>) -> Result<Vec<u8>> {
        let text = serde_json::to_string(data).map_err(|error| Error::Encode(json(error)))?;
        self.platform
            .keys
            .seal(&*self.platform.random, Purpose::Token, &place(hash), &text)
            .map_err(|error| Error::Encode(error.in_log()))
    }

    fn open(&self, hash: SessionHash, sealed: &[u8]) -> Result<HashMap<String, Value>> {
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

fn text<'a>(record: &'a Record, name: &str) -> Option<&'a str> {
    record.data.get(name).and_then(Value::as_str)
}

#[async_trait]
impl SessionStore for Store {
    async fn create(&self, record: &mut Record) -> Result<()> {
        let account: AccountId = text(record, ACCOUNT)
            .and_then(|id| id.parse().ok())
            .ok_or_else(|| refused("a session belongs to an account"))?;
        let user_agent = text(record, USER_AGENT).unwrap_or_default().to_owned();
        record.data.remove(USER_AGENT);
        let now = self.now();
        for _ in 0..ATTEMPTS {
            record.id = self.new_id();
            let hash = hash(record.id);
            let new = sessions::NewSession {
                hash,
                account,
                data: self.seal(hash, &record.data)?,
                user_agent: user_agent.clone(),
            };
            let added = sessions::insert(&self.platform.database, new, now);
            if added.await.map_err(backend)? {
                set_expiry(record, sessions::expiry(now, now));
                return Ok(());
            }
        }
        Err(refused("every new id is taken"))
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
        sessions::remove(&self.platform.database, hash(*id))
            .await
            .map_err(backend)
    }
}

#[async_trait]
impl ExpiredDeletion for Store {
    async fn delete_expired(&self) -> Result<()> {
        let gone = sessions::remove_expired(&self.platform.database, self.now());
        let gone = gone.await.map_err(backend)?;
        if gone > 0 {
            tracing::debug!(gone, "expired sessions deleted");
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
