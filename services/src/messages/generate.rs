//! Composes what there is to tell a stretch of persons.

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::ids::PersonId;
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::compose::row;
use super::load;
use super::occasions::{self, Due, Stretch};
use crate::error::ServiceError;
use crate::parameters::ParameterBook;
use crate::store::entity::message;

/// The persons after one id through another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Span {
    pub after: Uuid,
    pub through: Uuid,
}

/// Something to tell somebody.
pub(crate) struct Found {
    person: PersonId,
    due: Due,
}

/// What there is to tell the persons of `span` on `today`, as far as it came about in the `back`
/// days before.
///
/// # Errors
/// From the store.
pub(crate) async fn generate(
    connection: &impl ConnectionTrait,
    book: &ParameterBook,
    span: Span,
    today: NaiveDate,
    back: Days,
) -> Result<Vec<Found>, ServiceError> {
    let since = today.checked_sub_days(back).unwrap_or(today);
    let stretch = Stretch { since, today };
    let mut found = Vec::new();
    for life in load::lives(connection, span, stretch).await? {
        let person = life.person;
        let due = occasions::of(&life, stretch, book);
        found.extend(due.into_iter().map(|due| Found { person, due }));
    }
    Ok(found)
}

/// The rows of `found`, each sent at the instant that `sent` says for the day since when there is
/// this to tell.
///
/// # Errors
/// When a template cannot be written.
pub(crate) fn composed(
    found: &[Found],
    sent: impl Fn(NaiveDate) -> DateTime<Utc>,
) -> Result<Vec<message::Model>, ServiceError> {
    let row = |one: &Found| {
        row(
            one.person,
            &one.due.template,
            &one.due.occasion,
            sent(one.due.on),
        )
    };
    found.iter().map(row).collect()
}
