//! Computes a person's years again from the stored settlements alone.

use std::collections::BTreeMap;

use domain::ids::PersonId;
use domain::settlement::{self as engine, Accumulators, NoTrace, Scheme, VisitKind};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::totals;
use crate::error::ServiceError;
use crate::parameters::ParameterBook;
use crate::records::SettlementInput;
use crate::store::entity::{settlement, year_accumulator};

/// Where the store and the rules disagree about a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// A settlement does not come out as it is stored.
    Settlement(Uuid),
    /// The accumulators of a year are not what its settlements moved: year and scheme.
    Year(i32, String),
    /// The totals of a year are not the sums of its settlements: year and kind of visit.
    Total(i32, String),
}

type Years = BTreeMap<(i32, Scheme), (Accumulators, u32)>;

/// The rows of `year_accumulator` as they must be, from the settlements of `person` computed
/// again in the order in which they were made (ids of one instant ascend), and every settlement that does not come out as stored.
///
/// # Errors
/// From the store; `Internal` when a stored record cannot be read or its parameters are gone.
pub async fn rebuild(
    connection: &impl ConnectionTrait,
    book: &ParameterBook,
    person: PersonId,
) -> Result<(Vec<year_accumulator::Model>, Vec<Difference>), ServiceError> {
    computed(book, person, &settlements(connection, person).await?)
}

/// The settlements of `person` in the order in which they were computed.
async fn settlements(
    connection: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<settlement::Model>, ServiceError> {
    Ok(settlement::Entity::find()
        .filter(settlement::Column::PersonId.eq(Uuid::from(person)))
        .order_by_asc(settlement::Column::CreatedAt)
        .order_by_asc(settlement::Column::SettlementId)
        .all(connection)
        .await?)
}

fn computed(
    book: &ParameterBook,
    person: PersonId,
    settlements: &[settlement::Model],
) -> Result<(Vec<year_accumulator::Model>, Vec<Difference>), ServiceError> {
    let mut years = Years::new();
    let mut differences = Vec::new();
    for row in settlements {
        if !replay(book, row, &mut years)? {
            differences.push(Difference::Settlement(row.settlement_id));
        }
    }
    let rows = years
        .into_iter()
        .map(|((year, scheme), (used, admissions))| {
            super::row(person, year, scheme, &used, admissions)
        });
    Ok((rows.collect(), differences))
}

/// Everything in which the stored rows of `person` differ from what the settlements say.
///
/// # Errors
/// As [`rebuild`].
pub async fn differences(
    connection: &impl ConnectionTrait,
    book: &ParameterBook,
    person: PersonId,
) -> Result<Vec<Difference>, ServiceError> {
    let settlements = settlements(connection, person).await?;
    let (wanted, mut differences) = computed(book, person, &settlements)?;
    let stored = year_accumulator::Entity::find()
        .filter(year_accumulator::Column::PersonId.eq(Uuid::from(person)))
        .all(connection)
        .await?;
    let mut years: Vec<(i32, String)> = in_one_only(&wanted, &stored)
        .into_iter()
        .map(|row| (row.benefit_year, row.scheme.clone()))
        .collect();
    years.sort_unstable();
    years.dedup();
    differences.extend(
        years
            .into_iter()
            .map(|(year, scheme)| Difference::Year(year, scheme)),
    );
    let totals = totals::differences(connection, person, &settlements).await?;
    differences.extend(
        totals
            .into_iter()
            .map(|(year, kind)| Difference::Total(year, kind)),
    );
    Ok(differences)
}

/// The rows that only one of two lists has.
pub(super) fn in_one_only<'a, T: PartialEq>(these: &'a [T], those: &'a [T]) -> Vec<&'a T> {
    let missing = these.iter().filter(|row| !those.contains(row));
    let other = those.iter().filter(|row| !these.contains(row));
    missing.chain(other).collect()
}

/// Settles a stored bill again; whether it comes out as stored.
fn replay(
    book: &ParameterBook,
    row: &settlement::Model,
    years: &mut Years,
) -> Result<bool, ServiceError> {
    let input: SettlementInput =
        serde_json::from_str(&row.input).map_err(ServiceError::internal)?;
    let set = book
        .by_id(&row.parameter_set_id)
        .ok_or_else(|| ServiceError::internal("a settlement names unknown parameters"))?;
    let year = years.entry((row.benefit_year, input.scheme)).or_default();
    let Ok(settled) = input.settle(&set, input.before, &mut NoTrace) else {
        return Ok(false);
    };
    let refund = row.reverses_id.is_some();
    let (amounts, change) = if refund {
        let reversal = settled.reverse();
        (reversal.settlement, reversal.change)
    } else {
        (settled.settlement, settled.change)
    };
    let continues = refund || input.before == year.0;
    year.0 = year.0 + change;
    if input.visit.kind == VisitKind::Inpatient {
        year.1 = if refund {
            year.1.saturating_sub(1)
        } else {
            year.1 + 1
        };
    }
    Ok(continues && stored_amounts(row) == amounts)
}

/// The division of the bill as the columns tell it.
pub(crate) fn stored_amounts(row: &settlement::Model) -> engine::Settlement {
    let fen = domain::money::Money::from_fen;
    engine::Settlement {
        total_fee: fen(row.total_fee),
        fully_self_paid: fen(row.fully_self_paid),
        over_ceiling: fen(row.over_ceiling),
        self_pay_first: fen(row.self_pay_first),
        in_scope_amount: fen(row.in_scope_amount),
        deductible: fen(row.deductible),
        pool_fund_paid: fen(row.pool_fund_paid),
        large_amount_paid: fen(row.large_amount_paid),
        catastrophic_paid: fen(row.catastrophic_paid),
        assistance_paid: fen(row.assistance_paid),
        account_paid: fen(row.account_paid),
        family_account_paid: fen(row.family_account_paid),
        cash_paid: fen(row.cash_paid),
    }
}
