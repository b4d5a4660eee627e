//! "Why this amount?": a settlement computed again from what was stored with it, by the rules that
//! it was settled by, beside what the record says.

mod compute;
pub(crate) mod queries;

use std::sync::Arc;

use chrono::NaiveDate;
use domain::access::Action;
use domain::ids::{PersonId, SettlementId};
use domain::settlement::parameters::ParameterSet;
use domain::settlement::{Settlement, Trace, VisitKind};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::accumulators::stored_amounts;
use crate::authorise::{self, Object};
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::records::SettlementInput;
use crate::resident::settlements::kind;
use crate::store::entity::settlement;

pub(crate) use compute::again;
pub use compute::{Again, Outcome, Why};

/// A settlement with what computing it again gives.
#[derive(Clone, Debug)]
pub struct Replayed {
    /// The settlement.
    pub id: SettlementId,
    /// The number on the papers.
    pub number: String,
    /// The day that decided rules and year.
    pub settled_on: NaiveDate,
    /// In hospital or outpatient.
    pub kind: VisitKind,
    /// Whether it takes an earlier one back: its amounts are turned round, its steps are not.
    pub refund: bool,
    /// What the record says of who paid what.
    pub recorded: Settlement,
    /// The steps as they were recorded; `None` when they cannot be read.
    pub trace: Option<Trace>,
    /// The name of the parameter set that it was settled by.
    pub set_id: String,
    /// That set, if the store still has it.
    pub set: Option<Arc<ParameterSet>>,
    /// The name of another set which is the one for place and day now, where it is another.
    pub overtaken_by: Option<String>,
    /// The bill and the person as they were then; `None` when that cannot be read.
    pub input: Option<SettlementInput>,
    /// What computing it again gives.
    pub outcome: Outcome,
}

/// The items of a bill, added up.
#[derive(Clone, Copy, Debug, Default, FromQueryResult, PartialEq, Eq)]
struct Items {
    count: i64,
    amount: i64,
    over_ceiling: i64,
    self_pay_first: i64,
    fully_self_paid: i64,
    in_scope: i64,
}

/// The settlement `id` of `person`, computed again. Three statements, however long the bill is.
///
/// # Errors
/// `NotFound` when there is none or the actor may not see it; else from the store.
pub async fn of(
    context: &RequestContext,
    person: PersonId,
    id: SettlementId,
) -> Result<Replayed, ServiceError> {
    let object = Object::Settlement(id);
    let authorised =
        authorise::person(context, person, Action::ReadSettlementDetail, object).await?;
    let reader = &context.platform.database.reader;
    let values = || {
        [
            Uuid::from(authorised.person()).into(),
            Uuid::from(id).into(),
        ]
    };
    let row: Option<settlement::Model> = queries::SETTLEMENT.one(reader, values()).await?;
    let row = row.ok_or(ServiceError::NotFound)?;
    let items: Option<Items> = queries::ITEMS.one(reader, values()).await?;
    replayed(context, row, items.unwrap_or_default())
}

/// The row, computed again. `items` are those of its bill.
fn replayed(
    context: &RequestContext,
    row: settlement::Model,
    items: Items,
) -> Result<Replayed, ServiceError> {
    let book = &context.platform.parameters;
    let recorded = stored_amounts(&row);
    let trace: Option<Trace> = serde_json::from_str(&row.trace).ok();
    let input: Option<SettlementInput> = serde_json::from_str(&row.input).ok();
    let set = book.by_id(&row.parameter_set_id);
    let refund = row.reverses_id.is_some();
    let outcome = compute::outcome(&compute::Record {
        set: set.as_deref(),
        input: input.as_ref(),
        refund,
        amounts: recorded,
        trace: trace.as_ref(),
        items,
    });
    // A refund stands by the rules of the bill that it takes back, whatever the day.
    let of_the_day = row
        .region_code
        .parse()
        .ok()
        .filter(|_| !refund)
        .and_then(|region| book.at(region, row.settled_on).ok());
    let overtaken_by = of_the_day
        .map(|set| set.id.clone())
        .filter(|id| *id != row.parameter_set_id);
    Ok(Replayed {
        id: row.settlement_id.into(),
        kind: kind(&row.visit_kind)?,
        number: row.number,
        settled_on: row.settled_on,
        refund,
        recorded,
        trace,
        set_id: row.parameter_set_id,
        set,
        overtaken_by,
        input,
        outcome,
    })
}
