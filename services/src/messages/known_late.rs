//! That cover ended long ago, told when it becomes known: the job of a day looks a month back only.

use chrono::{DateTime, Utc};
use domain::ids::{EnrolmentId, PersonId};
use domain::settlement::Scheme;
use uuid::Uuid;

use super::compose::row;
use super::job::BACK;
use super::occasions::Stretch;
use super::occasions::cover::ended_before;
use crate::context::day_in_china;
use crate::error::ServiceError;
use crate::resident::cover::Period;
use crate::store::entity::{enrolment, message};

/// The messages to `person`, who lives, that those periods of `all` have ended whose end has become
/// known just now (`ended`) and lies further back than the job of a day looks. None when another
/// period followed or the person is insured today. The occasion is the job's own, so that whatever
/// told it before, it is told once.
///
/// # Errors
/// When a template cannot be written.
pub(crate) fn ends_known_late(
    person: PersonId,
    all: &[enrolment::Model],
    ended: &[Uuid],
    now: DateTime<Utc>,
) -> Result<Vec<message::Model>, ServiceError> {
    if ended.is_empty() {
        return Ok(Vec::new());
    }
    let today = day_in_china(now);
    let since = today.checked_sub_days(BACK).unwrap_or(today);
    let stretch = Stretch { since, today };
    let periods: Vec<(EnrolmentId, Period)> = all.iter().filter_map(period).collect();
    periods
        .iter()
        .filter(|(id, _)| ended.contains(&Uuid::from(*id)))
        .filter_map(|one| ended_before(stretch, &periods, one))
        .map(|due| row(person, &due.template, &due.occasion, now))
        .collect()
}

fn period(row: &enrolment::Model) -> Option<(EnrolmentId, Period)> {
    let period = Period {
        scheme: Scheme::from_code(&row.scheme)?,
        region_code: row.region_code.clone(),
        person_type: row.person_type.clone(),
        state: row.state.clone(),
        since: row.since,
        until: row.until,
        waiting_until: row.waiting_until,
        employer: None,
    };
    Some((row.enrolment_id.into(), period))
}
