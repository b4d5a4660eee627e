//! Who acts, for whom, why, from where and when: the first argument of every use case.

use std::sync::Arc;

use chrono::{DateTime, Duration, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use domain::access::Role;
use domain::ids::{AccountId, PersonId};
use uuid::Uuid;

use crate::family::standing::KnownStanding;
use crate::platform::Platform;

/// Somebody who acts, signed in or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The account signed in with; `None` for a visitor.
    pub account: Option<AccountId>,
    /// The insured person behind the account, for who acts as a resident. Nobody who acts for an
    /// office is anybody's relative.
    pub person: Option<PersonId>,
    /// In which capacity they act now.
    pub role: Role,
    /// How they are called in the access log.
    pub name: String,
}

impl Actor {
    /// Somebody who has not signed in.
    #[must_use]
    pub fn visitor() -> Self {
        Self {
            account: None,
            person: None,
            role: Role::Visitor,
            name: String::new(),
        }
    }

    /// Somebody who acts as `role` with this account; `person` stands behind it.
    #[must_use]
    pub fn signed_in(
        account: AccountId,
        person: Option<PersonId>,
        role: Role,
        name: String,
    ) -> Self {
        Self {
            account: Some(account),
            person: person.filter(|_| role == Role::Resident),
            role,
            name,
        }
    }

    /// Somebody at the terminal of the machine itself, who runs a command.
    #[must_use]
    pub fn operator() -> Self {
        Self {
            account: None,
            person: None,
            role: Role::Operator,
            name: "operator".to_owned(),
        }
    }
}

/// One request, as the use cases see it.
#[derive(Clone)]
pub struct RequestContext {
    /// The parts that the product runs on.
    pub platform: Arc<Platform>,
    /// Who acts.
    pub actor: Actor,
    /// The request's id, shown with errors and written to logs and audit events.
    pub request_id: String,
    /// Why another person's data is touched, in a word of the catalogue of reasons.
    pub reason: &'static str,
    /// The instant of the request; a use case asks no clock again. Only audit events have their
    /// own, the instant at which they are written.
    pub now: DateTime<Utc>,
    /// Through which family link another person's data is looked at, once that is known.
    pub standing: KnownStanding,
}

impl RequestContext {
    /// A command that the operator runs at the machine's terminal.
    #[must_use]
    pub fn operator(platform: Arc<Platform>, command: &'static str) -> Self {
        let now = platform.clock.now();
        Self {
            request_id: platform.new_id(now).to_string(),
            platform,
            actor: Actor::operator(),
            reason: command,
            now,
            standing: KnownStanding::default(),
        }
    }

    /// The day in China on which the request arrived.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        day_in_china(self.now)
    }

    /// A new id that sorts by the time of the request.
    #[must_use]
    pub fn new_id(&self) -> Uuid {
        self.platform.new_id(self.now)
    }
}

/// The calendar day in Asia/Shanghai (UTC+8 without summer time) at `instant`.
#[must_use]
pub fn day_in_china(instant: DateTime<Utc>) -> NaiveDate {
    clock_in_china(instant).date()
}

/// The instant at which `day` begins in China.
#[must_use]
pub fn midnight_in_china(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc() - Duration::hours(8)
}

/// What clocks in China show at `instant`.
#[must_use]
pub fn clock_in_china(instant: DateTime<Utc>) -> NaiveDateTime {
    FixedOffset::east_opt(8 * 3600).map_or_else(
        || instant.naive_utc(),
        |zone| instant.with_timezone(&zone).naive_local(),
    )
}
