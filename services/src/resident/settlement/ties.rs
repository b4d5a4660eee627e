//! What one settlement is tied to: the parts of its bill, its refund, what it takes back.

use chrono::NaiveDate;
use domain::ids::SettlementId;
use domain::money::Money;
use domain::settlement::VisitKind;
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

use super::super::queries;
use super::super::settlements::kind;
use crate::error::ServiceError;
use crate::store::entity::settlement;

/// The settlements that one settlement is tied to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ties {
    /// All parts of the divided bill that it is a part of, itself among them, in the order in which
    /// they were settled; empty for a whole bill.
    pub parts: Vec<Tied>,
    /// The refund that took it back.
    pub reversed_by: Option<Tied>,
    /// What it takes back, if it is a refund.
    pub reverses: Option<Tied>,
}

/// Another settlement in short. Amounts in fen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tied {
    /// Its id.
    pub id: SettlementId,
    /// The number on papers.
    pub number: String,
    /// The day of settlement.
    pub settled_on: NaiveDate,
    /// The benefit year in which it counts.
    pub year: i32,
    /// By which kind of visit it was settled.
    pub kind: VisitKind,
    /// The whole of it.
    pub total_fee: Money,
    /// What all funds paid.
    pub funds: Money,
    /// What the person paid.
    pub person: Money,
}

#[derive(FromQueryResult)]
struct Row {
    settlement_id: Uuid,
    number: String,
    settled_on: NaiveDate,
    benefit_year: i32,
    visit_kind: String,
    bill_id: Option<Uuid>,
    reverses_id: Option<Uuid>,
    total_fee: i64,
    fund_total: i64,
    personal_burden: i64,
}

/// What `row` is tied to; of nobody but its person.
pub(crate) async fn of(
    reader: &impl ConnectionTrait,
    row: &settlement::Model,
) -> Result<Ties, ServiceError> {
    let values = [
        row.person_id.into(),
        row.settlement_id.into(),
        row.bill_id.unwrap_or_default().into(),
        row.reverses_id.unwrap_or_default().into(),
    ];
    let found: Vec<Row> = queries::SETTLEMENT_TIES.all(reader, values).await?;
    tie(row, found)
}

/// The same from `others` of its person, by their ids, that hold all that it is tied to.
pub(crate) fn among(
    others: &[settlement::Model],
    row: &settlement::Model,
) -> Result<Ties, ServiceError> {
    tie(row, others.iter().map(Row::from))
}

fn tie(
    row: &settlement::Model,
    found: impl IntoIterator<Item = Row>,
) -> Result<Ties, ServiceError> {
    let mut ties = Ties::default();
    for one in found {
        if one.reverses_id == Some(row.settlement_id) {
            ties.reversed_by = Some(tied(one)?);
        } else if row.reverses_id == Some(one.settlement_id) {
            ties.reverses = Some(tied(one)?);
        } else if one.bill_id.is_some() && one.bill_id == row.bill_id {
            ties.parts.push(tied(one)?);
        }
    }
    Ok(ties)
}

impl From<&settlement::Model> for Row {
    fn from(row: &settlement::Model) -> Self {
        Self {
            settlement_id: row.settlement_id,
            number: row.number.clone(),
            settled_on: row.settled_on,
            benefit_year: row.benefit_year,
            visit_kind: row.visit_kind.clone(),
            bill_id: row.bill_id,
            reverses_id: row.reverses_id,
            total_fee: row.total_fee,
            fund_total: row.fund_total,
            personal_burden: row.personal_burden,
        }
    }
}

fn tied(row: Row) -> Result<Tied, ServiceError> {
    Ok(Tied {
        id: row.settlement_id.into(),
        number: row.number,
        settled_on: row.settled_on,
        year: row.benefit_year,
        kind: kind(&row.visit_kind)?,
        total_fee: Money::from_fen(row.total_fee),
        funds: Money::from_fen(row.fund_total),
        person: Money::from_fen(row.personal_burden),
    })
}
