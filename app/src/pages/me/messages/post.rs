//! `POST /me/messages`: opens a message, which marks it read, or marks all of them read.

use domain::ids::MessageId;
use services::ServiceError;
use services::messages::{Topic, mark};

use crate::address::with_query;
use crate::page::{Answer, Flash, LocalPath, PageRequest, PageResult};

/// Goes on to the message `open`; else marks everything through `seen` about `topic` read and
/// comes back to the list.
///
/// # Errors
/// `NotFound` when there is no such message or the actor may not see it, and whatever the store
/// says.
pub async fn page(request: PageRequest) -> PageResult {
    let person = request.context.actor.person;
    let person = person.ok_or(ServiceError::NotFound)?;
    if let Some(id) = request.field("open") {
        let id: MessageId = id.parse().map_err(|_| ServiceError::NotFound)?;
        mark::one(&request.context, person, id, true).await?;
        let path = local(&format!("/me/messages/{id}"))?;
        return Ok(Answer::SeeOther(path, Vec::new()));
    }
    let seen = request.field("seen").unwrap_or_default();
    let seen: MessageId = seen.parse().map_err(|_| ServiceError::NotFound)?;
    let topic = request.field("topic").and_then(Topic::from_code);
    mark::all(&request.context, person, seen, topic).await?;
    let topic = topic.map_or("", Topic::code);
    let path = local(&with_query("/me/messages", &[("topic", topic)]))?;
    Ok(Answer::Told(path, Flash::MessagesRead))
}

/// One of our own addresses.
pub(super) fn local(path: &str) -> Result<LocalPath, ServiceError> {
    LocalPath::parse(path).ok_or_else(|| ServiceError::internal("an address of our own"))
}
