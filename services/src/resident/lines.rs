//! The contributions on record, turned into what the rules understand.

use chrono::NaiveDate;
use domain::calendar::Month;
use domain::contributions::{Contribution, ContributionKind, ContributionState, Shares};
use domain::money::Money;
use domain::settlement::Scheme;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::queries;
use crate::authorise::Authorised;
use crate::context::RequestContext;
use crate::error::ServiceError;

#[derive(FromQueryResult)]
struct Row {
    period: i32,
    scheme: String,
    kind: String,
    employer_id: Option<Uuid>,
    base: i64,
    employer_amount: i64,
    person_amount: i64,
    subsidy_amount: i64,
    account_credit: i64,
    state: String,
    paid_on: Option<NaiveDate>,
}

/// Every contribution, the oldest first.
pub(super) async fn contributions(
    context: &RequestContext,
    authorised: Authorised,
) -> Result<Vec<Contribution>, ServiceError> {
    let values = [Uuid::from(authorised.person()).into()];
    let rows: Vec<Row> = queries::CONTRIBUTIONS
        .all(&context.platform.database.reader, values)
        .await?;
    rows.iter()
        .map(|row| {
            line(row).ok_or_else(|| ServiceError::internal("a contribution has an unknown code"))
        })
        .collect()
}

fn line(row: &Row) -> Option<Contribution> {
    Some(Contribution {
        month: Month::from_period(row.period)?,
        scheme: Scheme::from_code(&row.scheme)?,
        kind: ContributionKind::from_code(&row.kind)?,
        employed: row.employer_id.is_some(),
        base: Money::from_fen(row.base),
        shares: Shares {
            employer: Money::from_fen(row.employer_amount),
            person: Money::from_fen(row.person_amount),
            subsidy: Money::from_fen(row.subsidy_amount),
            account_credit: Money::from_fen(row.account_credit),
        },
        state: ContributionState::from_code(&row.state)?,
        paid_on: row.paid_on,
    })
}
