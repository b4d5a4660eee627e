//! Which part of the trail is asked for.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeDelta, Utc};
use domain::access::{Action, Role};
use domain::ids::{AccountId, AuditEventId, PersonId};
use uuid::Uuid;

use crate::platform::lowest_id;

/// Whose events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Narrow {
    /// What this account did.
    Account(AccountId),
    /// What was done to this person's data.
    Person(PersonId),
}

/// Which part of the trail is asked for; by default all of it, from the newest event on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only this day in China.
    pub day: Option<NaiveDate>,
    /// Only this action.
    pub action: Option<Action>,
    /// Only who acted in this role.
    pub role: Option<Role>,
    /// Only events of this account or person.
    pub narrow: Option<Narrow>,
    /// Only events before this one.
    pub before: Option<AuditEventId>,
}

impl Filter {
    /// Below which id and from which on. Ids sort by their instant.
    pub(super) fn bounds(&self) -> (Uuid, Uuid) {
        let end = self.day.and_then(|day| day.succ_opt()).map(first_id);
        let before = self.before.map(Uuid::from);
        let below = end.into_iter().chain(before).min().unwrap_or(Uuid::max());
        (below, self.day.map_or(Uuid::nil(), first_id))
    }

    /// Whether events have to be looked through for those that are asked for.
    pub(super) const fn looks_through(&self) -> bool {
        self.action.is_some() || self.role.is_some()
    }

    /// The filter as the trail tells of it.
    pub(super) fn written(&self) -> String {
        let narrow = match self.narrow {
            Some(Narrow::Account(id)) => Some(format!("account={id}")),
            Some(Narrow::Person(id)) => Some(format!("person={id}")),
            None => None,
        };
        let parts = [
            self.day.map(|day| format!("day={day}")),
            self.action
                .map(|action| format!("action={}", action.code())),
            self.role.map(|role| format!("role={}", role.code())),
            narrow,
            self.before.map(|id| format!("before={id}")),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

/// An id below those of all events of the day in China, and above those of the day before.
fn first_id(day: NaiveDate) -> Uuid {
    let midnight = day.and_time(NaiveTime::MIN);
    let instant = FixedOffset::east_opt(8 * 3600)
        .and_then(|zone| midnight.and_local_timezone(zone).single())
        .map_or_else(|| midnight.and_utc(), |local| local.to_utc());
    lowest_id(instant)
}

/// An id above those of all events that are older than `age` at `now`.
pub(super) fn older_than(now: DateTime<Utc>, age: TimeDelta) -> Uuid {
    lowest_id(now - age)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_in_china() {
        let filter = Filter {
            day: Some("2026-06-15".parse().unwrap()),
            ..Filter::default()
        };
        let id = |text: &str| lowest_id(text.parse().unwrap());
        let bounds = (id("2026-06-15T16:00:00Z"), id("2026-06-14T16:00:00Z"));
        assert_eq!(filter.bounds(), bounds);
        let later = Filter {
            before: Some(Uuid::max().into()),
            ..filter
        };
        assert_eq!(later.bounds(), bounds);
        assert_eq!(Filter::default().bounds(), (Uuid::max(), Uuid::nil()));
    }

    #[test]
    fn the_trail_tells_what_was_asked_for() {
        let filter = Filter {
            day: Some("2026-06-15".parse().unwrap()),
            action: Some(Action::SignIn),
            role: Some(Role::Operator),
            ..Filter::default()
        };
        assert_eq!(
            filter.written(),
            "day=2026-06-15 action=sign_in role=operator"
        );
        assert_eq!(Filter::default().written(), "");
    }
}
