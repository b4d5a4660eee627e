//! What people of the demonstration have been told lately.

use std::collections::HashSet;

use chrono::{Days, NaiveDate};
use domain::family::is_minor;
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::dice::morning;
use crate::error::ServiceError;
use crate::messages::{Span, composed, generate};
use crate::parameters::ParameterBook;
use crate::records::Rows;
use crate::store::bulk::{OnConflict, insert};
use crate::store::entity::message;

/// So far back the demonstration tells.
const BACK: Days = Days::new(90);
/// What is older than this has been read.
const UNREAD: Days = Days::new(20);

/// Sends what there is to tell the persons of `rows`, who are written already, as if it had been
/// sent on the day when it came about.
pub(super) async fn send(
    connection: &impl ConnectionTrait,
    book: &ParameterBook,
    rows: &Rows,
    as_of: NaiveDate,
) -> Result<(), ServiceError> {
    let ids = || rows.persons.iter().map(|one| one.person_id);
    let (Some(first), Some(through)) = (ids().min(), ids().max()) else {
        return Ok(());
    };
    // Ids of the demonstration count up, so nobody else lies between them.
    let after = Uuid::from_u128(first.as_u128().saturating_sub(1));
    let span = Span { after, through };
    let found = generate(connection, book, span, as_of, BACK).await?;
    let minors = rows.persons.iter();
    let minors = minors.filter(|one| is_minor(one.birth_date, as_of));
    let minors: HashSet<Uuid> = minors.map(|one| one.person_id).collect();
    let unread = as_of.checked_sub_days(UNREAD).unwrap_or(as_of);
    let mut messages = composed(&found, morning)?;
    for one in &mut messages {
        let sent = one.created_at;
        // A child's messages wait until the child has an account.
        let read = sent < morning(unread) && !minors.contains(&one.person_id);
        one.read_at = read.then_some(sent);
    }
    insert::<message::Entity>(connection, &messages, OnConflict::Keep).await?;
    Ok(())
}
