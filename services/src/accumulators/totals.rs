//! How many settlements a person has and who paid them, year by year and kind by kind: kept as
//! rows, because a page may not add up a history that grows.

use std::collections::BTreeMap;

use domain::ids::PersonId;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, OnConflict};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

use crate::store::entity::settlement_total::{Column, Entity, Model};
use crate::store::entity::{settlement, settlement_total};

/// The most rows of one statement.
const MOST_ROWS: usize = 250;

/// The columns that add up.
const SUMS: [Column; 8] = [
    Column::Settlements,
    Column::TotalFee,
    Column::PoolFundPaid,
    Column::LargeAmountPaid,
    Column::CatastrophicPaid,
    Column::AssistancePaid,
    Column::AccountPaid,
    Column::CashPaid,
];

/// The totals of `settlements`, in the order of person, year and kind.
#[must_use]
pub fn of<'a>(
    settlements: impl IntoIterator<Item = &'a settlement::Model>,
) -> Vec<settlement_total::Model> {
    let mut totals: BTreeMap<(Uuid, i32, &str), Model> = BTreeMap::new();
    for one in settlements {
        let key = (one.person_id, one.benefit_year, one.visit_kind.as_str());
        let total = totals.entry(key).or_insert_with(|| Model {
            person_id: one.person_id,
            benefit_year: one.benefit_year,
            visit_kind: one.visit_kind.clone(),
            settlements: 0,
            total_fee: 0,
            pool_fund_paid: 0,
            large_amount_paid: 0,
            catastrophic_paid: 0,
            assistance_paid: 0,
            account_paid: 0,
            cash_paid: 0,
        });
        total.settlements += 1;
        total.total_fee += one.total_fee;
        total.pool_fund_paid += one.pool_fund_paid;
        total.large_amount_paid += one.large_amount_paid;
        total.catastrophic_paid += one.catastrophic_paid;
        total.assistance_paid += one.assistance_paid;
        total.account_paid += one.account_paid;
        total.cash_paid += one.cash_paid;
    }
    totals.into_values().collect()
}

/// Counts `settlements` in, through the transaction that writes them; each exactly once.
///
/// # Errors
/// Whatever the store says.
pub(crate) async fn add(
    connection: &impl ConnectionTrait,
    settlements: &[settlement::Model],
) -> Result<(), DbErr> {
    let key = [Column::PersonId, Column::BenefitYear, Column::VisitKind];
    let sums = SUMS.map(|sum| {
        let new = Expr::col((Alias::new("excluded"), sum));
        (sum, Expr::col((Entity, sum)).add(new))
    });
    let there = OnConflict::columns(key).values(sums).to_owned();
    for rows in of(settlements).chunks(MOST_ROWS) {
        let rows = rows.iter().cloned().map(IntoActiveModel::into_active_model);
        Entity::insert_many(rows)
            .on_conflict(there.clone())
            .exec_without_returning(connection)
            .await?;
    }
    Ok(())
}

/// The years and kinds in which the stored totals of `person` are not those of `settlements`.
pub(super) async fn differences(
    connection: &impl ConnectionTrait,
    person: PersonId,
    settlements: &[settlement::Model],
) -> Result<Vec<(i32, String)>, DbErr> {
    let wanted = of(settlements);
    let stored = Entity::find()
        .filter(Column::PersonId.eq(Uuid::from(person)))
        .all(connection)
        .await?;
    let odd = super::rebuild::in_one_only(&wanted, &stored);
    let mut odd: Vec<(i32, String)> = odd
        .into_iter()
        .map(|row| (row.benefit_year, row.visit_kind.clone()))
        .collect();
    odd.sort_unstable();
    odd.dedup();
    Ok(odd)
}
