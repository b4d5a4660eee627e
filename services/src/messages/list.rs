//! The messages of a person, page by page, and one of them.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Action;
use domain::ids::{MessageId, PersonId};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::{Template, Topic, queries};
use crate::authorise::{self, Object};
use crate::context::{RequestContext, day_in_china};
use crate::error::ServiceError;

/// How many messages a page shows.
pub const PAGE_SIZE: usize = 20;
/// How many a page of elder mode shows.
pub const FEW: usize = 6;

/// Which messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// About this topic only.
    pub topic: Option<Topic>,
    /// Older than this one: the last of the page before.
    pub before: Option<MessageId>,
    /// A page of [`FEW`].
    pub few: bool,
}

/// One message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Its id; ids sort by the instant of sending.
    pub id: MessageId,
    /// What it says; `None` when only another version can read it.
    pub template: Option<Template>,
    /// The day in China on which it was sent.
    pub sent_on: NaiveDate,
    /// Whether the person has opened it.
    pub is_read: bool,
}

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Messages {
    /// One page, the newest first.
    pub messages: Vec<Message>,
    /// The last message of this page, when there are older ones.
    pub next: Option<MessageId>,
}

#[derive(FromQueryResult)]
struct Row {
    message_id: Uuid,
    template: String,
    parameters: String,
    created_at: DateTime<Utc>,
    read_at: Option<DateTime<Utc>>,
}

impl From<Row> for Message {
    fn from(row: Row) -> Self {
        Self {
            id: row.message_id.into(),
            template: Template::read(&row.template, &row.parameters),
            sent_on: day_in_china(row.created_at),
            is_read: row.read_at.is_some(),
        }
    }
}

/// The messages of `person` that `filter` asks for.
///
/// # Errors
/// `NotFound` for everybody but the person.
pub async fn of(
    context: &RequestContext,
    person: PersonId,
    filter: Filter,
) -> Result<Messages, ServiceError> {
    let authorised =
        authorise::person(context, person, Action::ReadMessages, Object::Person).await?;
    let id = Uuid::from(authorised.person());
    let size = if filter.few { FEW } else { PAGE_SIZE };
    let limit = i64::try_from(size + 1).unwrap_or(i64::MAX);
    let before = filter.before.map_or(Uuid::max(), Uuid::from);
    let values = [id.into(), before.into(), limit.into()];
    let reader = &context.platform.database.reader;
    let rows: Vec<Row> = match filter.topic {
        None => queries::LIST.all(reader, values).await?,
        Some(topic) => {
            let values = values.into_iter().chain([topic.code().into()]);
            queries::LIST_OF_TOPIC.all(reader, values).await?
        }
    };
    let more = rows.len() > size;
    let messages: Vec<Message> = rows.into_iter().take(size).map(Message::from).collect();
    let next = messages.last().filter(|_| more).map(|last| last.id);
    Ok(Messages { messages, next })
}

/// One message of `person`. Reading it here does not mark it read: see [`super::mark`].
///
/// # Errors
/// `NotFound` when there is none, or for everybody but the person.
pub async fn one(
    context: &RequestContext,
    person: PersonId,
    message: MessageId,
) -> Result<Message, ServiceError> {
    let authorised =
        authorise::person(context, person, Action::ReadMessages, Object::Person).await?;
    let values = [
        Uuid::from(authorised.person()).into(),
        Uuid::from(message).into(),
    ];
    let row: Option<Row> = queries::ONE
        .one(&context.platform.database.reader, values)
        .await?;
    row.map(Message::from).ok_or(ServiceError::NotFound)
}
