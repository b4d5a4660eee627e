//! What the store holds of a stretch of persons, a few statements for all of them.

use std::collections::HashMap;

use chrono::{DateTime, Datelike, Days, NaiveDate, Utc};
use domain::ids::{CertificateId, EnrolmentId, HoldingId, SettlementId};
use domain::money::Money;
use domain::settlement::{Accumulators, Category, Scheme};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use uuid::Uuid;

use super::generate::Span;
use super::occasions::{Ending, Invited, Life, NOTICE, NOTICE_OF_CERTIFICATES, Settled, Stretch};
use super::{Topic, queries};
use crate::context::{day_in_china, midnight_in_china};
use crate::error::ServiceError;
use crate::products::Product;
use crate::resident::cover::Period;
use crate::store::Query;

/// A visit is told when its settlement arrives, but not longer than this after it.
const LATE: Days = Days::new(90);

/// Loads everybody of `span` who lives, in the order of their ids.
pub(super) async fn lives(
    connection: &impl ConnectionTrait,
    span: Span,
    stretch: Stretch,
) -> Result<Vec<Life>, ServiceError> {
    let today = stretch.today;
    let loader = Loader { connection, span };
    let people: Vec<PersonRow> = loader.rows(&queries::PEOPLE, []).await?;
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let mut periods = grouped(loader.rows(&queries::PERIODS, []).await?, period)?;
    let categories = loader.rows(&queries::CATEGORIES, [today.into()]);
    let mut categories = grouped(categories.await?, category)?;
    let years = loader.rows(&queries::YEARS, [today.year().into()]);
    let mut years = grouped(years.await?, year)?;
    let from = today.checked_sub_days(LATE).unwrap_or(today);
    let settled = loader.rows(&queries::SETTLEMENTS, [from.into()]);
    let mut settled = grouped(settled.await?, settlement)?;
    let january = |year: i32| Value::from(year * 100 + 1);
    let fees = [january(today.year()), january(today.year() + 1)];
    let mut fees = grouped(loader.rows(&queries::FEES, fees).await?, fee)?;
    let soon = today.checked_add_days(NOTICE).unwrap_or(today);
    let ending = loader.rows(&queries::ENDING, [today.into(), soon.into()]);
    let mut ending = grouped(ending.await?, holding)?;
    let statuses = loader.rows(&queries::STATUSES_ENDING, [today.into(), soon.into()]);
    let mut statuses = grouped(statuses.await?, status)?;
    let soon = today.checked_add_days(NOTICE_OF_CERTIFICATES);
    let days = [today.into(), soon.unwrap_or(today).into()];
    let certificates = loader.rows(&queries::CERTIFICATES_ENDING, days);
    let mut certificates = grouped(certificates.await?, certificate)?;
    let tomorrow = midnight_in_china(today.succ_opt().unwrap_or(today));
    let invited = loader.rows(&queries::INVITATIONS, [tomorrow.into()]);
    let mut invited = grouped(invited.await?, invitation)?;
    let mut muted = grouped(loader.rows(&queries::MUTED_BY, []).await?, topic)?;
    let life = |row: PersonRow| Life {
        person: row.person_id.into(),
        birth_date: row.birth_date,
        periods: periods.remove(&row.person_id).unwrap_or_default(),
        categories: categories.remove(&row.person_id).unwrap_or_default(),
        years: years.remove(&row.person_id).unwrap_or_default(),
        settled: settled.remove(&row.person_id).unwrap_or_default(),
        fees: fees.remove(&row.person_id).unwrap_or_default(),
        ending: ending.remove(&row.person_id).unwrap_or_default(),
        statuses_end: statuses.remove(&row.person_id).unwrap_or_default(),
        certificates_end: certificates.remove(&row.person_id).unwrap_or_default(),
        invited: invited.remove(&row.person_id).unwrap_or_default(),
        muted: muted.remove(&row.person_id).unwrap_or_default(),
    };
    Ok(people.into_iter().map(life).collect())
}

struct Loader<'a, C> {
    connection: &'a C,
    span: Span,
}

impl<C: ConnectionTrait> Loader<'_, C> {
    async fn rows<R: FromQueryResult>(
        &self,
        query: &Query,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<R>, ServiceError> {
        let span = [self.span.after.into(), self.span.through.into()];
        let values = span.into_iter().chain(values);
        Ok(query.all(self.connection, values).await?)
    }
}

/// The rows by whose they are, in their order; those that `read` passes over are left out.
fn grouped<R, T>(
    rows: Vec<R>,
    read: impl Fn(R) -> Result<(Uuid, Option<T>), ServiceError>,
) -> Result<HashMap<Uuid, Vec<T>>, ServiceError> {
    let mut groups: HashMap<Uuid, Vec<T>> = HashMap::new();
    for row in rows {
        let (person, one) = read(row)?;
        groups.entry(person).or_default().extend(one);
    }
    Ok(groups)
}

#[derive(FromQueryResult)]
struct PersonRow {
    person_id: Uuid,
    birth_date: NaiveDate,
}

#[derive(FromQueryResult)]
struct PeriodRow {
    person_id: Uuid,
    enrolment_id: Uuid,
    scheme: String,
    region_code: String,
    person_type: String,
    state: String,
    since: NaiveDate,
    until: Option<NaiveDate>,
    waiting_until: Option<NaiveDate>,
}

fn period(row: PeriodRow) -> Result<(Uuid, Option<(EnrolmentId, Period)>), ServiceError> {
    let period = Scheme::from_code(&row.scheme).map(|scheme| Period {
        scheme,
        region_code: row.region_code,
        person_type: row.person_type,
        state: row.state,
        since: row.since,
        until: row.until,
        waiting_until: row.waiting_until,
        employer: None,
    });
    let id = EnrolmentId::from(row.enrolment_id);
    Ok((row.person_id, period.map(|period| (id, period))))
}

#[derive(FromQueryResult)]
struct CategoryRow {
    person_id: Uuid,
    category: String,
}

fn category(row: CategoryRow) -> Result<(Uuid, Option<Category>), ServiceError> {
    Ok((row.person_id, Category::from_code(&row.category)))
}

#[derive(FromQueryResult)]
struct YearRow {
    person_id: Uuid,
    scheme: String,
    pool_paid: i64,
    large_amount_paid: i64,
    catastrophic_base: i64,
    catastrophic_paid: i64,
    assistance_deductible: i64,
    assistance_paid: i64,
    outpatient_deductible: i64,
    outpatient_paid: i64,
    outpatient_scope: i64,
    admissions: i32,
    chronic_deductible: i64,
    hypertension_paid: i64,
    diabetes_paid: i64,
    prenatal_paid: i64,
}

type Year = (Scheme, Accumulators, u32);

fn year(row: YearRow) -> Result<(Uuid, Option<Year>), ServiceError> {
    let used = Accumulators {
        pool_paid: Money::from_fen(row.pool_paid),
        large_amount_paid: Money::from_fen(row.large_amount_paid),
        catastrophic_base: Money::from_fen(row.catastrophic_base),
        catastrophic_paid: Money::from_fen(row.catastrophic_paid),
        assistance_deductible_used: Money::from_fen(row.assistance_deductible),
        assistance_paid: Money::from_fen(row.assistance_paid),
        outpatient_deductible_used: Money::from_fen(row.outpatient_deductible),
        outpatient_paid: Money::from_fen(row.outpatient_paid),
        outpatient_in_scope: Money::from_fen(row.outpatient_scope),
        chronic_deductible_used: Money::from_fen(row.chronic_deductible),
        hypertension_paid: Money::from_fen(row.hypertension_paid),
        diabetes_paid: Money::from_fen(row.diabetes_paid),
        prenatal_paid: Money::from_fen(row.prenatal_paid),
    };
    let admissions = u32::try_from(row.admissions).unwrap_or_default();
    let scheme = Scheme::from_code(&row.scheme);
    Ok((
        row.person_id,
        scheme.map(|scheme| (scheme, used, admissions)),
    ))
}

#[derive(FromQueryResult)]
struct SettlementRow {
    person_id: Uuid,
    settlement_id: Uuid,
    settled_on: NaiveDate,
    created_at: DateTime<Utc>,
    reverses_id: Option<Uuid>,
}

fn settlement(row: SettlementRow) -> Result<(Uuid, Option<Settled>), ServiceError> {
    let settled = Settled {
        id: SettlementId::from(row.settlement_id),
        settled_on: row.settled_on,
        arrived_on: day_in_china(row.created_at).max(row.settled_on),
        refund: row.reverses_id.is_some(),
    };
    Ok((row.person_id, Some(settled)))
}

#[derive(FromQueryResult)]
struct FeeRow {
    person_id: Uuid,
    period: i32,
}

fn fee(row: FeeRow) -> Result<(Uuid, Option<i32>), ServiceError> {
    Ok((row.person_id, Some(row.period / 100)))
}

#[derive(FromQueryResult)]
struct HoldingRow {
    person_id: Uuid,
    holding_id: Uuid,
    last: NaiveDate,
    offered_until: Option<NaiveDate>,
    body: String,
}

fn holding(row: HoldingRow) -> Result<(Uuid, Option<Ending>), ServiceError> {
    // One product that does not read must not keep everybody from their messages.
    let Ok(product) = serde_json::from_str::<Product>(&row.body) else {
        tracing::warn!("a product does not read; its holders are not told of its end");
        return Ok((row.person_id, None));
    };
    let ending = Ending {
        id: HoldingId::from(row.holding_id),
        name: product.name,
        last: row.last,
        offered_until: row.offered_until,
    };
    Ok((row.person_id, Some(ending)))
}

#[derive(FromQueryResult)]
struct StatusRow {
    person_id: Uuid,
    last: NaiveDate,
}

fn status(row: StatusRow) -> Result<(Uuid, Option<NaiveDate>), ServiceError> {
    Ok((row.person_id, Some(row.last)))
}

#[derive(FromQueryResult)]
struct CertificateRow {
    person_id: Uuid,
    certificate_id: Uuid,
    last: NaiveDate,
}

type Proof = (CertificateId, NaiveDate);

fn certificate(row: CertificateRow) -> Result<(Uuid, Option<Proof>), ServiceError> {
    let id = CertificateId::from(row.certificate_id);
    Ok((row.person_id, Some((id, row.last))))
}

#[derive(FromQueryResult)]
struct InvitationRow {
    person_id: Uuid,
    invitation_id: Uuid,
    person_name: String,
    created_at: DateTime<Utc>,
    replaced: i64,
}

fn invitation(row: InvitationRow) -> Result<(Uuid, Option<Invited>), ServiceError> {
    let invited = Invited {
        id: row.invitation_id.into(),
        inviter: row.person_name,
        sent_on: day_in_china(row.created_at),
        replaces: row.replaced > 0,
    };
    Ok((row.person_id, Some(invited)))
}

#[derive(FromQueryResult)]
struct TopicRow {
    person_id: Uuid,
    topic: String,
}

fn topic(row: TopicRow) -> Result<(Uuid, Option<Topic>), ServiceError> {
    Ok((row.person_id, Topic::from_code(&row.topic)))
}
