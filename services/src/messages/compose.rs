//! Sends a message once for its occasion.

use chrono::{DateTime, Utc};
use domain::ids::PersonId;
use sea_orm::{ConnectionTrait, EntityTrait};
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

use super::Template;
use crate::error::ServiceError;
use crate::store::bulk::{self, OnConflict};
use crate::store::entity::{message, muted_topic};

/// Sends `template` to `person` through `connection`, normally the transaction of what the
/// message tells. `occasion` names why in a word that is the same whenever the same thing is told
/// (`invitation:{id}`): the person gets one message for it, however often this is called and by
/// how many at once. A topic that the person has switched off is not sent. Returns whether the
/// message is new.
///
/// `now` is the instant of the request; messages are listed in its order.
///
/// # Errors
/// From the store; the caller's transaction must not be committed then.
pub async fn compose(
    connection: &impl ConnectionTrait,
    now: DateTime<Utc>,
    person: PersonId,
    template: &Template,
    occasion: &str,
) -> Result<bool, ServiceError> {
    let topic = template.topic();
    if !topic.is_mandatory() {
        let key = (Uuid::from(person), topic.code().to_owned());
        let muted = muted_topic::Entity::find_by_id(key).one(connection).await?;
        if muted.is_some() {
            return Ok(false);
        }
    }
    let row = row(person, template, occasion, now)?;
    let written = bulk::insert::<message::Entity>(connection, &[row], OnConflict::Keep).await?;
    Ok(written == 1)
}

/// The row of a message, unread.
pub(super) fn row(
    person: PersonId,
    template: &Template,
    occasion: &str,
    now: DateTime<Utc>,
) -> Result<message::Model, ServiceError> {
    let (code, parameters) = template.stored()?;
    Ok(message::Model {
        person_id: person.into(),
        message_id: id_of(person, occasion, now),
        template: code,
        parameters,
        created_at: now,
        read_at: None,
        topic: template.topic().code().to_owned(),
        occasion: occasion.to_owned(),
    })
}

/// An id that sorts by `now` and is otherwise the occasion's own.
fn id_of(person: PersonId, occasion: &str, now: DateTime<Utc>) -> Uuid {
    let mut digest = Sha256::new();
    digest.update(Uuid::from(person).as_bytes());
    digest.update(occasion.as_bytes());
    let mut bytes = [0; 10];
    let digest = digest.finalize();
    bytes
        .iter_mut()
        .zip(digest)
        .for_each(|(to, from)| *to = from);
    let millis = u64::try_from(now.timestamp_millis()).unwrap_or_default();
    Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
}
