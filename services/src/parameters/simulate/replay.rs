//! A person's bills settled again under another set, in the order in which they were settled.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::money::Money;
use domain::settlement::parameters::ParameterSet;
use domain::settlement::{
    Accumulators, NoTrace, PersonFacts, Scheme, Settled, Settlement, VisitKind,
};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::error::ServiceError;
use crate::parameters::ParameterBook;
use crate::records::SettlementInput;

/// A stored settlement, as far as it takes to settle it again.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Stored {
    /// Whose.
    pub person_id: Uuid,
    /// Which.
    pub settlement_id: Uuid,
    /// What the funds paid, in fen.
    pub fund_total: i64,
    /// What was left to the person, in fen.
    pub personal_burden: i64,
    /// By which set it was settled.
    pub parameter_set_id: String,
    /// What was settled, as JSON.
    pub input: String,
    /// The settlement that it takes back.
    pub reverses_id: Option<Uuid>,
    /// When it was settled.
    pub created_at: DateTime<Utc>,
}

/// What the other set changes about one bill: what it would have been, less what it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which settlement.
    pub settlement: Uuid,
    /// In which scheme.
    pub scheme: Scheme,
    /// What kind of visit.
    pub kind: VisitKind,
    /// The person on that day.
    pub facts: PersonFacts,
    /// By pool, large-amount subsidy, catastrophic cover and assistance.
    pub funds: [Money; 4],
    /// What the person pays.
    pub burden: Money,
}

/// How the bills of a person came out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replayed {
    /// Those that could be compared, in their order.
    pub changes: Vec<Change>,
    /// How many the other set cannot settle.
    pub refused: u64,
    /// How many do not come out as they are stored under their own set, or have lost it.
    pub unlike: u64,
}

/// Settles `bills` of one person and one year again by `set`. What a bill would have used up under
/// it is carried on to the next one; what was used up by bills that are not among them stays.
///
/// # Errors
/// `Internal` for a stored bill that cannot be read.
pub fn replay(
    book: &ParameterBook,
    set: &ParameterSet,
    bills: &[Stored],
) -> Result<Replayed, ServiceError> {
    let mut order: Vec<&Stored> = bills.iter().collect();
    order.sort_by_key(|bill| (bill.created_at, bill.settlement_id));
    let mut out = Replayed::default();
    let mut drift: BTreeMap<Scheme, Accumulators> = BTreeMap::new();
    let taken_back: BTreeSet<Uuid> = bills.iter().filter_map(|bill| bill.reverses_id).collect();
    let mut known: BTreeMap<Uuid, (Settled, Settled)> = BTreeMap::new();
    let mut own_set: Option<Arc<ParameterSet>> = None;
    for bill in order {
        let input: SettlementInput =
            serde_json::from_str(&bill.input).map_err(ServiceError::internal)?;
        let drift = drift.entry(input.scheme).or_default();
        let before = bill.reverses_id.and_then(|id| known.get(&id).copied());
        let Some(was) = before
            .map(|(was, _)| was)
            .or_else(|| own(book, &mut own_set, bill, &input))
        else {
            out.unlike += 1;
            continue;
        };
        let Some(is) = before
            .map(|(_, is)| is)
            .or_else(|| input.settle(set, input.before + *drift, &mut NoTrace).ok())
        else {
            out.refused += 1;
            continue;
        };
        if taken_back.contains(&bill.settlement_id) {
            known.insert(bill.settlement_id, (was, is));
        }
        let refund = bill.reverses_id.is_some();
        let (was, is) = (amounts(was, refund), amounts(is, refund));
        if !is_as_stored(bill, &was.0) {
            out.unlike += 1;
            continue;
        }
        *drift = *drift + (is.1 - was.1);
        out.changes.push(Change {
            settlement: bill.settlement_id,
            scheme: input.scheme,
            kind: input.visit.kind,
            facts: input.person,
            funds: funds(&is.0, &was.0),
            burden: is.0.personal_burden() - was.0.personal_burden(),
        });
    }
    Ok(out)
}

/// The bill as its own set settles it: mostly that of the bill before it (`last`).
fn own(
    book: &ParameterBook,
    last: &mut Option<Arc<ParameterSet>>,
    bill: &Stored,
    input: &SettlementInput,
) -> Option<Settled> {
    let known = last.take().filter(|set| set.id == bill.parameter_set_id);
    let set = known.or_else(|| book.by_id(&bill.parameter_set_id))?;
    let set = last.insert(set);
    input.settle(set, input.before, &mut NoTrace).ok()
}

fn amounts(settled: Settled, refund: bool) -> (Settlement, Accumulators) {
    if refund {
        let reversal = settled.reverse();
        (reversal.settlement, reversal.change)
    } else {
        (settled.settlement, settled.change)
    }
}

fn is_as_stored(bill: &Stored, amounts: &Settlement) -> bool {
    amounts.fund_paid().fen() == bill.fund_total
        && amounts.personal_burden().fen() == bill.personal_burden
}

fn funds(is: &Settlement, was: &Settlement) -> [Money; 4] {
    [
        is.pool_fund_paid - was.pool_fund_paid,
        is.large_amount_paid - was.large_amount_paid,
        is.catastrophic_paid - was.catastrophic_paid,
        is.assistance_paid - was.assistance_paid,
    ]
}
