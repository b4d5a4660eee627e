//! One settlement: who paid what, the items, the steps that led there, replayed.

mod ties;

use std::sync::Arc;

use domain::access::Action;
use domain::ids::{PersonId, SettlementId};
use domain::money::{BasisPoints, Money};
use domain::settlement::parameters::ParameterSet;
use domain::settlement::{ItemClass, NoTrace, Settlement, Trace};
use sea_orm::FromQueryResult;
use uuid::Uuid;

pub(crate) use ties::among as ties_among;
pub use ties::{Tied, Ties};

use super::queries;
use super::settlements::{kind, level};
use crate::accumulators::stored_amounts;
use crate::authorise::{self, Object};
use crate::context::RequestContext;
use crate::error::{InLog, ServiceError};
use crate::records::SettlementInput;
use crate::store::entity::{settlement, settlement_line};

/// How many items one answer carries.
pub const ITEMS_A_PAGE: i32 = 200;

/// What the page of one settlement shows.
#[derive(Clone, Debug)]
pub struct Detail {
    /// The stored row: place, days, scheme, number.
    pub row: settlement::Model,
    /// The institution's English name, where it is known.
    pub institution_en: Option<String>,
    /// Whether the catalogue has the institution.
    pub institution_listed: bool,
    /// In hospital or outpatient.
    pub kind: domain::settlement::VisitKind,
    /// The level of the institution.
    pub level: domain::settlement::Level,
    /// Who paid what.
    pub settlement: Settlement,
    /// The steps of the calculation, as stored; none when they cannot be read.
    pub trace: Trace,
    /// The parameter set that was used, if the store still has it.
    pub set: Option<Arc<ParameterSet>>,
    /// The bill as the rules saw it; none when it cannot be read.
    pub input: Option<SettlementInput>,
    /// Whether the same rules give the same amounts today.
    pub replay: Replay,
    /// What it is tied to: its parts, its refund, what it takes back.
    pub ties: Ties,
    /// The items from the line asked for on, at most [`ITEMS_A_PAGE`].
    pub items: Vec<Item>,
}

impl Detail {
    /// The benefit year whose share of a stay this is; `None` for a whole bill, and for one that is
    /// divided by what its items are for.
    #[must_use]
    pub fn year_of_part(&self) -> Option<i32> {
        let part = self.kind.is_stay() && self.ties.parts.len() > 1;
        part.then_some(self.row.benefit_year)
    }
}

#[derive(FromQueryResult)]
struct Found {
    #[sea_orm(nested)]
    row: settlement::Model,
    institution_name_en: Option<String>,
}

#[derive(FromQueryResult)]
struct FoundLine {
    #[sea_orm(nested)]
    row: settlement_line::Model,
    drug_code: Option<String>,
}

/// What settling the same bill by the same parameters gives today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replay {
    /// The same, to the fen.
    Equal,
    /// Something else: these are the amounts.
    Different(Settlement),
    /// The parameter set or the stored input cannot be read any more.
    Impossible,
}

/// One item of the bill. Amounts in fen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its number on the bill, from 1.
    pub line_no: i32,
    /// The national code.
    pub code: String,
    /// Whether the catalogue has it as a drug.
    pub drug_listed: bool,
    /// The name on the bill.
    pub name: String,
    /// The catalogue class.
    pub class: ItemClass,
    /// The share that the person pays first; all of it for class C.
    pub self_pay_share: BasisPoints,
    /// How many, in thousandths.
    pub quantity_milli: i64,
    /// The whole price.
    pub amount: Money,
    /// What the person pays first, or wholly, or above the ceiling.
    pub self_paid: Money,
    /// What counts for reimbursement.
    pub in_scope_amount: Money,
}

/// The settlement `id` of `person`, with items from line `first_line` on.
///
/// # Errors
/// `NotFound` when there is none or the actor may not see it.
pub async fn of(
    context: &RequestContext,
    person: PersonId,
    id: SettlementId,
    first_line: i32,
) -> Result<Detail, ServiceError> {
    let object = Object::Settlement(id);
    let authorised =
        authorise::person(context, person, Action::ReadSettlementDetail, object).await?;
    let reader = &context.platform.database.reader;
    let (person, id) = (Uuid::from(authorised.person()), Uuid::from(id));
    let Found {
        row,
        institution_name_en,
    } = queries::SETTLEMENT
        .one(reader, [person.into(), id.into()])
        .await?
        .ok_or(ServiceError::NotFound)?;
    let values = [
        person.into(),
        id.into(),
        first_line.max(1).into(),
        i64::from(ITEMS_A_PAGE).into(),
    ];
    let ties = ties::of(reader, &row).await?;
    let lines: Vec<FoundLine> = queries::SETTLEMENT_LINES.all(reader, values).await?;
    let settlement = stored_amounts(&row);
    let set = context.platform.parameters.by_id(&row.parameter_set_id);
    let input = serde_json::from_str(&row.input).ok();
    Ok(Detail {
        kind: kind(&row.visit_kind)?,
        level: level(&row.level)?,
        trace: trace(context, &row),
        ties,
        replay: replay(set.as_deref(), input.as_ref(), &row, &settlement),
        input,
        institution_listed: institution_name_en.is_some(),
        institution_en: institution_name_en.filter(|name| !name.is_empty()),
        items: lines.into_iter().map(item).collect::<Result<_, _>>()?,
        settlement,
        set,
        row,
    })
}

/// The stored steps. Amounts stand without them, so a broken record is logged, not fatal.
fn trace(context: &RequestContext, row: &settlement::Model) -> Trace {
    serde_json::from_str(&row.trace).unwrap_or_else(|error| {
        let error = ServiceError::internal(error).in_log();
        tracing::error!(request_id = %context.request_id, error, "a stored trace cannot be read");
        Trace::default()
    })
}

fn replay(
    set: Option<&ParameterSet>,
    input: Option<&SettlementInput>,
    row: &settlement::Model,
    stored: &Settlement,
) -> Replay {
    let (Some(set), Some(input)) = (set, input) else {
        return Replay::Impossible;
    };
    let Ok(settled) = input.settle(set, input.before, &mut NoTrace) else {
        return Replay::Impossible;
    };
    // A refund stands with the bill that it takes back, every amount turned round.
    let again = if row.reverses_id.is_some() {
        settled.settlement.negated()
    } else {
        settled.settlement
    };
    if again == *stored {
        Replay::Equal
    } else {
        Replay::Different(again)
    }
}

fn item(found: FoundLine) -> Result<Item, ServiceError> {
    let FoundLine { row, drug_code } = found;
    let class = ItemClass::from_code(&row.item_class)
        .ok_or_else(|| ServiceError::internal("an item has an unknown class"))?;
    let self_pay_share = match class {
        ItemClass::A => BasisPoints::ZERO,
        ItemClass::B => BasisPoints::new(row.self_pay_first_ratio),
        ItemClass::C => BasisPoints::WHOLE,
    };
    Ok(Item {
        self_pay_share,
        line_no: row.line_no,
        code: row.item_code,
        drug_listed: drug_code.is_some(),
        name: row.item_name,
        class,
        quantity_milli: row.quantity_milli,
        amount: Money::from_fen(row.amount),
        self_paid: Money::from_fen(row.over_ceiling + row.self_pay_first + row.fully_self_paid),
        in_scope_amount: Money::from_fen(row.in_scope_amount),
    })
}
