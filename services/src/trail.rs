//! The audit trail as an auditor reads it: who did what to whose data, when and why, never the
//! data itself. Each look is in the trail, too.

mod filter;
pub mod queries;
mod seals;

use chrono::{DateTime, Utc};
use domain::access::{Action, Relation, Role};
use domain::ids::{AccountId, AuditEventId, PersonId};
use sea_orm::{FromQueryResult, Value};
use uuid::Uuid;

use crate::audit::Event;
use crate::authorise;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::store::Query;

pub use filter::{Filter, Narrow};
pub use seals::{Check, Found, HeadState, Late, MOST_CHECKED, Seals, check, seals};

/// How many events a page shows.
pub const PAGE_SIZE: usize = 30;
/// How many events a page looks through for those that it shows.
pub const WINDOW: usize = 10_000;

/// A page of the trail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trail {
    /// The events, the newest first.
    pub entries: Vec<Entry>,
    /// The last event that was looked at, when there may be older ones.
    pub next: Option<AuditEventId>,
    /// How far back was looked, when that was not far enough to fill the page.
    pub looked_back_to: Option<DateTime<Utc>>,
}

/// One event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: AuditEventId,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// The account that acted; `None` for visitors and the machine's own terminal.
    pub account: Option<AccountId>,
    /// How who acted is called, for somebody in an office. A resident is a person whose data the
    /// trail tells of, and persons are not named in it.
    pub name: Option<String>,
    /// The code of the role that they acted in.
    pub role: String,
    /// How they stood to the person, by its code.
    pub relation: String,
    /// The code of what was done.
    pub action: String,
    /// The code of the kind of thing that it was done to.
    pub object_kind: String,
    /// The id of that thing; empty for none.
    pub object_id: String,
    /// Whose data; `None` for nobody's.
    pub person: Option<PersonId>,
    /// The code of the reason.
    pub reason: String,
    /// The request, as logs and error pages name it.
    pub request_id: String,
}

/// A page of the trail.
///
/// # Errors
/// `NotFound` for everybody but auditors; else from the store.
pub async fn read(context: &RequestContext, filter: &Filter) -> Result<Trail, ServiceError> {
    authorise::office(context, Action::ReadAudit)?;
    note(context, Action::ReadAudit, "audit_trail", &filter.written()).await?;
    context.platform.whole_trail().await?;
    let (below, from) = filter.bounds();
    let window = if filter.looks_through() {
        WINDOW
    } else {
        PAGE_SIZE + 1
    };
    let statements = Statements::of(filter.narrow);
    let part = [below.into(), from.into(), number(window).into()];
    let rows = statements.page(context, filter, part.clone()).await?;
    let full = rows.len() > PAGE_SIZE;
    let entries: Vec<Entry> = rows.into_iter().take(PAGE_SIZE).map(Entry::from).collect();
    let mut trail = Trail {
        next: entries.last().filter(|_| full).map(|entry| entry.id),
        entries,
        looked_back_to: None,
    };
    if !full
        && filter.looks_through()
        && let Some(floor) = statements.floor(context, part).await?
    {
        let older = [floor.event_id.into(), from.into(), number(1).into()];
        let all = Filter {
            action: None,
            role: None,
            ..*filter
        };
        if !statements.page(context, &all, older).await?.is_empty() {
            trail.next = Some(floor.event_id.into());
            trail.looked_back_to = Some(floor.occurred_at);
        }
    }
    Ok(trail)
}

/// The statements of one way to narrow the trail, with what they are narrowed to.
struct Statements {
    page: &'static Query,
    floor: &'static Query,
    owner: Option<Value>,
}

impl Statements {
    fn of(narrow: Option<Narrow>) -> Self {
        let (page, floor, owner) = match narrow {
            None => (&queries::EVENTS, &queries::FLOOR, None),
            Some(Narrow::Account(id)) => (
                &queries::EVENTS_BY_ACCOUNT,
                &queries::FLOOR_BY_ACCOUNT,
                Some(Uuid::from(id).into()),
            ),
            Some(Narrow::Person(id)) => (
                &queries::EVENTS_OF_PERSON,
                &queries::FLOOR_OF_PERSON,
                Some(Uuid::from(id).into()),
            ),
        };
        Self { page, floor, owner }
    }

    async fn page(
        &self,
        context: &RequestContext,
        filter: &Filter,
        part: [Value; 3],
    ) -> Result<Vec<Row>, ServiceError> {
        let action = filter.action.map_or("", Action::code);
        let role = filter.role.map_or("", Role::code);
        let only = [action.into(), role.into(), number(PAGE_SIZE + 1).into()];
        let values = part.into_iter().chain(only).chain(self.owner.clone());
        let reader = &context.platform.database.reader;
        Ok(self.page.all(reader, values).await?)
    }

    async fn floor(
        &self,
        context: &RequestContext,
        part: [Value; 3],
    ) -> Result<Option<Floor>, ServiceError> {
        let values = part.into_iter().chain(self.owner.clone());
        let reader = &context.platform.database.reader;
        Ok(self.floor.one(reader, values).await?)
    }
}

/// Writes to the trail that somebody looked at it.
async fn note(
    context: &RequestContext,
    action: Action,
    object_kind: &str,
    object_id: &str,
) -> Result<(), ServiceError> {
    let event = Event {
        subject: None,
        relation: Relation::Nobody,
        action,
        object_kind,
        object_id,
    };
    context.platform.access_log.write(context, event).await
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

#[derive(FromQueryResult)]
struct Floor {
    event_id: Uuid,
    occurred_at: DateTime<Utc>,
}

#[derive(FromQueryResult)]
struct Row {
    event_id: Uuid,
    occurred_at: DateTime<Utc>,
    account_id: Option<Uuid>,
    actor_name: String,
    role: String,
    relation: String,
    action: String,
    object_kind: String,
    object_id: String,
    subject_id: Uuid,
    reason: String,
    request_id: String,
}

impl From<Row> for Entry {
    fn from(row: Row) -> Self {
        let in_office = ![Role::Resident, Role::Visitor]
            .iter()
            .any(|role| role.code() == row.role);
        Self {
            id: row.event_id.into(),
            at: row.occurred_at,
            account: row.account_id.map(AccountId::from),
            name: Some(row.actor_name).filter(|name| in_office && !name.is_empty()),
            role: row.role,
            relation: row.relation,
            action: row.action,
            object_kind: row.object_kind,
            object_id: row.object_id,
            person: (!row.subject_id.is_nil()).then(|| row.subject_id.into()),
            reason: row.reason,
            request_id: row.request_id,
        }
    }
}
