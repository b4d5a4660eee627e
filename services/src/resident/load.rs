//! Rows that several pages of the resident read, turned into what the rules understand.

use chrono::{Datelike, NaiveDate};
use domain::money::Money;
use domain::settlement::{Accumulators, Category, Scheme};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::cover::{self, Cover, Period};
use super::queries;
use crate::authorise::Authorised;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::store::Day;

/// What the rules need to know of a person, and what the year has used so far.
pub(crate) struct PersonFile {
    pub name: String,
    pub birth_date: NaiveDate,
    pub alive: bool,
    pub died_on: Option<NaiveDate>,
    pub categories: Vec<Category>,
    pub balance: Option<Money>,
    pub years: Vec<(Scheme, Accumulators, u32)>,
}

impl PersonFile {
    /// What `periods` say of `today`; to the dead they say nothing any more.
    pub(crate) fn cover(&self, periods: &[Period], today: NaiveDate) -> Cover {
        cover(self.died_on, periods, today)
    }

    /// The accumulators and the number of admissions of the year in `scheme`.
    pub(super) fn year(&self, scheme: Scheme) -> (Accumulators, u32) {
        self.years
            .iter()
            .find(|(of, ..)| *of == scheme)
            .map_or((Accumulators::ZERO, 0), |(_, used, admissions)| {
                (*used, *admissions)
            })
    }
}

#[derive(FromQueryResult)]
pub(super) struct PersonRow {
    name: String,
    birth_date: NaiveDate,
    status: String,
    died_on: Option<NaiveDate>,
    category: Option<String>,
    scheme: Option<String>,
    pool_paid: Option<i64>,
    large_amount_paid: Option<i64>,
    catastrophic_base: Option<i64>,
    catastrophic_paid: Option<i64>,
    assistance_deductible: Option<i64>,
    assistance_paid: Option<i64>,
    outpatient_deductible: Option<i64>,
    outpatient_paid: Option<i64>,
    outpatient_scope: Option<i64>,
    admissions: Option<i32>,
    balance: Option<i64>,
}

/// The person's file for the benefit year of the request.
pub(crate) async fn person(
    context: &RequestContext,
    authorised: Authorised,
) -> Result<PersonFile, ServiceError> {
    let today = context.today();
    let values = [
        Uuid::from(authorised.person()).into(),
        today.into(),
        today.year().into(),
    ];
    let rows: Vec<PersonRow> = queries::PERSON
        .all(&context.platform.database.reader, values)
        .await?;
    file(&rows).ok_or(ServiceError::NotFound)
}

#[derive(FromQueryResult)]
struct DiedRow {
    died_on: Option<NaiveDate>,
}

/// Cover today, for whoever may know that alone: nothing else of the person is read.
pub(crate) async fn cover_today(
    context: &RequestContext,
    authorised: Authorised,
) -> Result<Cover, ServiceError> {
    let id = Uuid::from(authorised.person());
    let row: Option<DiedRow> = queries::DIED_ON
        .one(&context.platform.database.reader, [id.into()])
        .await?;
    let died_on = row.ok_or(ServiceError::NotFound)?.died_on;
    let periods = periods(context, authorised).await?;
    Ok(cover(died_on, &periods, context.today()))
}

fn cover(died_on: Option<NaiveDate>, periods: &[Period], today: NaiveDate) -> Cover {
    let died = died_on.filter(|day| *day <= today);
    died.map_or_else(|| cover::on(periods, today), Cover::of_the_dead)
}

/// The file that the rows of one person come to; `None` without a row.
pub(super) fn file<'a>(rows: impl IntoIterator<Item = &'a PersonRow>) -> Option<PersonFile> {
    let mut rows = rows.into_iter().peekable();
    let first = rows.peek()?;
    let mut file = PersonFile {
        name: first.name.clone(),
        birth_date: first.birth_date,
        alive: first.status == "alive",
        died_on: first.died_on,
        categories: Vec::new(),
        balance: first.balance.map(Money::from_fen),
        years: Vec::new(),
    };
    for row in rows {
        if let Some(category) = row.category.as_deref().and_then(Category::from_code)
            && !file.categories.contains(&category)
        {
            file.categories.push(category);
        }
        if let Some(scheme) = row.scheme.as_deref().and_then(Scheme::from_code)
            && file.years.iter().all(|(known, ..)| *known != scheme)
        {
            let admissions = row
                .admissions
                .unwrap_or_default()
                .try_into()
                .unwrap_or_default();
            file.years.push((scheme, accumulators(row), admissions));
        }
    }
    Some(file)
}

fn accumulators(row: &PersonRow) -> Accumulators {
    let fen = |value: Option<i64>| Money::from_fen(value.unwrap_or_default());
    Accumulators {
        pool_paid: fen(row.pool_paid),
        large_amount_paid: fen(row.large_amount_paid),
        catastrophic_base: fen(row.catastrophic_base),
        catastrophic_paid: fen(row.catastrophic_paid),
        assistance_deductible_used: fen(row.assistance_deductible),
        assistance_paid: fen(row.assistance_paid),
        outpatient_deductible_used: fen(row.outpatient_deductible),
        outpatient_paid: fen(row.outpatient_paid),
        outpatient_in_scope: fen(row.outpatient_scope),
        ..Accumulators::ZERO
    }
}

#[derive(FromQueryResult)]
pub(super) struct PeriodRow {
    scheme: String,
    region_code: String,
    person_type: String,
    state: String,
    since: Day,
    until: Option<Day>,
    waiting_until: Option<Day>,
    employer: Option<String>,
}

/// All periods of insurance, the newest first.
pub(crate) async fn periods(
    context: &RequestContext,
    authorised: Authorised,
) -> Result<Vec<Period>, ServiceError> {
    let values = [Uuid::from(authorised.person()).into()];
    let rows: Vec<PeriodRow> = queries::PERIODS
        .all(&context.platform.database.reader, values)
        .await?;
    rows.into_iter().map(Period::try_from).collect()
}

impl TryFrom<PeriodRow> for Period {
    type Error = ServiceError;

    fn try_from(row: PeriodRow) -> Result<Self, ServiceError> {
        let scheme = Scheme::from_code(&row.scheme)
            .ok_or_else(|| ServiceError::internal("an enrolment has an unknown scheme"))?;
        Ok(Self {
            scheme,
            region_code: row.region_code,
            person_type: row.person_type,
            state: row.state,
            since: row.since.into(),
            until: row.until.map(NaiveDate::from),
            waiting_until: row.waiting_until.map(NaiveDate::from),
            employer: row.employer,
        })
    }
}
