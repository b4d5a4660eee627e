//! Who looked at a person's data besides the person, read from the audit trail.
//!
//! What people take out themselves stands among it: it leaves the platform too.

pub mod answers;
pub mod follow_up;
mod number;
pub(crate) mod queries;
pub mod report;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::access::{Action, Role};
use domain::family::Scope;
use domain::identifiers::Sex;
use domain::ids::{AuditEventId, PersonId, SettlementId};
use domain::looks::Who;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::authorise::{self, Object};
use crate::context::{RequestContext, day_in_china, midnight_in_china};
use crate::error::ServiceError;
use crate::platform::lowest_id;

/// How many looks a page shows at most.
pub const PAGE_SIZE: u32 = 20;

/// One look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// The event.
    pub id: AuditEventId,
    /// When.
    pub at: DateTime<Utc>,
    /// Which kind of somebody.
    pub who: Who,
    /// Their name, as the log has it.
    pub name: String,
    /// In which role; `None` for one that is not known any more.
    pub role: Option<Role>,
    /// For a relative: what the person is to them (`parent`), where the link says it.
    pub person_is: Option<String>,
    /// For a relative: their sex as recorded.
    pub sex: Option<Sex>,
    /// What they did, by its code in the trail.
    pub action: String,
    /// To what, by its code in the trail.
    pub object_kind: String,
    /// What a summary showed beside cover, where that was written down.
    pub showed: Option<Scope>,
    /// The settlement that they looked at.
    pub settlement: Option<SettlementId>,
    /// Why, in a word of the catalogue of reasons.
    pub reason: String,
    /// The number of the report that the person made about it.
    pub report: Option<String>,
}

/// Which looks are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only of this year, in China.
    pub year: Option<i32>,
    /// Only by this kind of people.
    pub who: Option<Who>,
    /// Only those before this one.
    pub before: Option<AuditEventId>,
}

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looked {
    /// One page, the newest first.
    pub looks: Vec<Look>,
    /// The last of this page, when there are older ones.
    pub next: Option<AuditEventId>,
    /// From the year of the first look, whatever the filter, to this year; empty when nobody
    /// ever looked.
    pub years: Vec<i32>,
}

/// At most `most` of the looks at the data of `person` that `filter` asks for.
///
/// # Errors
/// `NotFound` for anybody but the person; else from the store.
pub async fn of(
    context: &RequestContext,
    person: PersonId,
    filter: Filter,
    most: u32,
) -> Result<Looked, ServiceError> {
    let authorised =
        authorise::person(context, person, Action::ReadAccessLog, Object::Person).await?;
    context.platform.whole_trail().await?;
    let reader = &context.platform.database.reader;
    let id = Uuid::from(authorised.person());
    let most = most.clamp(1, PAGE_SIZE);
    let (from, to) = bounds(filter);
    let values = [
        id.into(),
        from.into(),
        to.into(),
        filter.who.map_or("", Who::code).into(),
        i64::from(most + 1).into(),
    ];
    let rows: Vec<LookRow> = queries::LOOKS.all(reader, values).await?;
    let first: Option<FirstRow> = queries::FIRST.one(reader, [id.into()]).await?;
    let mut looks: Vec<Look> = rows.into_iter().map(Look::from).collect();
    let more = looks.len() > most as usize;
    looks.truncate(most as usize);
    let years = first.map(|first| day_in_china(first.occurred_at).year()..=context.today().year());
    Ok(Looked {
        next: looks.last().filter(|_| more).map(|look| look.id),
        looks,
        years: years.into_iter().flatten().collect(),
    })
}

/// The ids between which the looks of the filter lie: the first is included, the second is not.
fn bounds(filter: Filter) -> (Uuid, Uuid) {
    let year = filter.year.map(|year| (midnight(year), midnight(year + 1)));
    let (from, to) = year.map_or((Uuid::nil(), Uuid::max()), |(from, to)| {
        (lowest_id(from), lowest_id(to))
    });
    let before = filter.before.map_or(Uuid::max(), Uuid::from);
    (from, to.min(before))
}

/// The instant at which `year` begins in China.
fn midnight(year: i32) -> DateTime<Utc> {
    let day = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MAX);
    midnight_in_china(day)
}

#[derive(FromQueryResult)]
struct FirstRow {
    occurred_at: DateTime<Utc>,
}

#[derive(FromQueryResult)]
struct LookRow {
    event_id: Uuid,
    occurred_at: DateTime<Utc>,
    actor_name: String,
    role: String,
    relation: String,
    action: String,
    object_kind: String,
    object_id: String,
    reason: String,
    person_is: Option<String>,
    sex: Option<String>,
    number: Option<String>,
}

/// Which kind of somebody looked, by the codes of the role and the relation in the trail.
#[must_use]
pub fn who(role: &str, relation: &str) -> Who {
    match relation {
        "oneself" => Who::Oneself,
        "family" => Who::Family,
        _ if role == Role::Operator.code() => Who::Operator,
        _ => Who::Staff,
    }
}

impl From<LookRow> for Look {
    fn from(row: LookRow) -> Self {
        let operator = Role::Operator.code() == row.role;
        let who = who(&row.role, &row.relation);
        let showed = (row.action == Action::ReadOverview.code())
            .then(|| Scope::from_codes(&row.object_id))
            .flatten();
        let settlement = (row.object_kind == "settlement")
            .then(|| row.object_id.parse().ok())
            .flatten();
        Self {
            id: row.event_id.into(),
            at: row.occurred_at,
            who,
            name: row.actor_name,
            role: if operator {
                Some(Role::Operator)
            } else {
                Role::from_code(&row.role)
            },
            person_is: row.person_is.filter(|_| who == Who::Family),
            sex: row
                .sex
                .filter(|_| who == Who::Family)
                .as_deref()
                .and_then(Sex::from_code),
            action: row.action,
            object_kind: row.object_kind,
            showed,
            settlement,
            reason: row.reason,
            report: row.number,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_begins_and_ends_at_midnight_in_china() {
        let filter = |year, before| Filter {
            year,
            before,
            who: None,
        };
        let at = |text: &str| lowest_id(text.parse().unwrap());
        let (from, to) = bounds(filter(Some(2026), None));
        assert_eq!(from, at("2025-12-31T16:00:00Z"));
        assert_eq!(to, at("2026-12-31T16:00:00Z"));
        let inside = at("2026-06-01T00:00:00Z");
        assert_eq!(bounds(filter(Some(2026), Some(inside.into()))).1, inside);
        assert_eq!(bounds(filter(None, None)), (Uuid::nil(), Uuid::max()));
    }

    #[test]
    fn a_year_that_no_calendar_has_is_empty() {
        let (from, to) = bounds(Filter {
            year: Some(i32::MAX - 1),
            ..Filter::default()
        });
        assert_eq!(from, to);
    }
}
