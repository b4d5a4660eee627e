//! The add-on products a person holds or held.

use chrono::NaiveDate;
use domain::access::Action;
use domain::ids::PersonId;
use domain::money::Money;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::queries;
use crate::authorise::{self, Object};
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::products::Product;

/// One product held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The product, as the catalogue knows it.
    pub product: Product,
    /// First day of cover.
    pub since: NaiveDate,
    /// Last day of cover; `None` while it goes on.
    pub until: Option<NaiveDate>,
    /// What was paid for the term, in fen.
    pub premium: Money,
}

/// How a product held stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeldState {
    /// Cover has not begun.
    Coming,
    /// It covers that day.
    InForce,
    /// Cover has ended.
    Ended,
}

impl Held {
    /// How it stands on `day`.
    #[must_use]
    pub fn state(&self, day: NaiveDate) -> HeldState {
        if day < self.since {
            HeldState::Coming
        } else if self.until.is_none_or(|last| day <= last) {
            HeldState::InForce
        } else {
            HeldState::Ended
        }
    }
}

#[derive(FromQueryResult)]
struct Row {
    since: NaiveDate,
    until: Option<NaiveDate>,
    premium: i64,
    body: String,
}

/// The products held by `person`, the newest first.
///
/// # Errors
/// `NotFound` when the actor may not see them.
pub async fn of(context: &RequestContext, person: PersonId) -> Result<Vec<Held>, ServiceError> {
    let authorised =
        authorise::person(context, person, Action::ReadHoldings, Object::Person).await?;
    let values = [Uuid::from(authorised.person()).into()];
    let rows: Vec<Row> = queries::HOLDINGS
        .all(&context.platform.database.reader, values)
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Held {
                product: serde_json::from_str(&row.body).map_err(ServiceError::internal)?,
                since: row.since,
                until: row.until,
                premium: Money::from_fen(row.premium),
            })
        })
        .collect()
}
