//! A person as the rules of continuity and retirement see them.

use chrono::NaiveDate;
use domain::identifiers::{RegionCode, Sex};
use domain::money::Money;
use domain::settlement::Category;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::queries;
use crate::authorise::Authorised;
use crate::context::RequestContext;
use crate::error::ServiceError;

/// What continuity and retirement ask of a person.
pub(super) struct Identity {
    pub sex: Sex,
    pub birth_date: NaiveDate,
    pub died_on: Option<NaiveDate>,
    /// Where the person lives.
    pub residence: Option<RegionCode>,
    /// Whether a status of hardship is in force.
    pub hardship: bool,
    /// Benefit years in which resident insurance paid something, with what catastrophic cover
    /// paid of it.
    pub claims: Vec<(i32, Money)>,
}

impl Identity {
    /// The last day that counts: today, or the day of death.
    pub(super) fn last_day(&self, today: NaiveDate) -> NaiveDate {
        self.died_on.map_or(today, |died| died.min(today))
    }
}

#[derive(FromQueryResult)]
struct Row {
    sex: String,
    birth_date: NaiveDate,
    residence_region: String,
    died_on: Option<NaiveDate>,
    category: Option<String>,
    benefit_year: Option<i32>,
    catastrophic_paid: Option<i64>,
}

/// The person on the day of the request.
pub(super) async fn of(
    context: &RequestContext,
    authorised: Authorised,
) -> Result<Identity, ServiceError> {
    let values = [
        Uuid::from(authorised.person()).into(),
        context.today().into(),
    ];
    let rows: Vec<Row> = queries::INSURED_PERSON
        .all(&context.platform.database.reader, values)
        .await?;
    let first = rows.first().ok_or(ServiceError::NotFound)?;
    let mut claims: Vec<(i32, Money)> = rows
        .iter()
        .filter_map(|row| Some((row.benefit_year?, Money::from_fen(row.catastrophic_paid?))))
        .collect();
    claims.sort_unstable();
    claims.dedup();
    Ok(Identity {
        sex: Sex::from_code(&first.sex)
            .ok_or_else(|| ServiceError::internal("a person has an unknown sex"))?,
        birth_date: first.birth_date,
        died_on: first.died_on,
        residence: first.residence_region.parse().ok(),
        hardship: rows
            .iter()
            .filter_map(|row| row.category.as_deref())
            .any(|code| Category::from_code(code).is_some()),
        claims,
    })
}
