//! One settlement computed again: its stored bill, by the parameters of its day, through the
//! engine, beside what the record says.
//!
//! It is a view of a settlement: who may see one may see this, and it stands in the access log
//! as the other does.

mod beside;
mod items;
pub mod queries;

use std::sync::Arc;

use chrono::NaiveDate;
use domain::access::Action;
use domain::ids::{PersonId, SettlementId};
use domain::settlement::parameters::ParameterSet;
use domain::settlement::{
    self as engine, Compared, Figure, Layer, MOST_LINES, PartOf, Settled, Settlement, Trace,
    TraceSink, YearTotal,
};
use sea_orm::{DatabaseConnection, Value};
use uuid::Uuid;

use crate::accumulators;
use crate::authorise::{self, Authorised, Object};
use crate::context::RequestContext;
use crate::error::{InLog, ServiceError};
use crate::parameters::ParameterBook;
use crate::records::SettlementInput;
use crate::resident::settlement::Ties;
use crate::store::entity::{settlement, settlement_line};
use beside::Beside;
pub use items::{ItemFigure, Items, Odd, OddItem};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Replayed {
    /// The settlement.
    pub id: SettlementId,
    /// The number printed on papers.
    pub number: String,
    /// The day whose rules apply.
    pub settled_on: NaiveDate,
    /// The name of the parameter set that the record names.
    pub parameter_set: String,
    /// What it is tied to: its parts, its refund, what it takes back.
    pub ties: Ties,
    /// What the record says.
    pub recorded: Settlement,
    /// The recorded steps; none when they cannot be read. Those of a refund are those of the
    /// bill that it takes back.
    pub told: Option<Trace>,
    /// What came of computing it again.
    pub outcome: Outcome,
}

/// What came of computing a settlement again.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// It was computed.
    Computed(Box<Answer>),
    /// It could not be.
    Impossible(Why),
}

/// Why a settlement cannot be computed again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The parameters that the record names are not kept any more.
    NoParameters,
    /// The record's copy of the bill cannot be read.
    NoInput,
    /// The rules refuse the bill as it is recorded.
    Refused,
}

/// The same bill computed again.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The rules.
    pub set: Arc<ParameterSet>,
    /// Whether these rules were in force on the day that decides: that of the settlement, of the
    /// settlement that a refund takes back, or the last of a part of a stay over years.
    pub in_force: bool,
    /// Every figure of [`Self::computed`] beside the recorded one.
    pub parts: Vec<Compared<Figure>>,
    /// The items beside the bill that was computed again.
    pub items: Items,
    /// The totals of the year with which the bill was settled, beside those that follow from
    /// the settlement before it.
    pub before: Year,
    /// The totals of the year with which things went on, beside those after this bill.
    pub after: Year,
    /// Who pays what, computed again.
    pub computed: Settlement,
    /// The steps computed again.
    pub trace: Trace,
}

/// The totals of a year, recorded and computed again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Year {
    /// Every total.
    Compared(Vec<Compared<YearTotal>>),
    /// Those before a refund: it keeps no totals of its own moment.
    OfRefund,
    /// The settlement next to this one cannot be computed again.
    Unreadable,
}

impl Year {
    /// Whether any total is not the same fen.
    #[must_use]
    pub fn differs(&self) -> bool {
        match self {
            Self::Compared(totals) => totals.iter().any(Compared::differs),
            Self::OfRefund | Self::Unreadable => false,
        }
    }
}

impl Answer {
    /// Whether every figure, every item and every total that can be compared is the same, to the
    /// fen.
    #[must_use]
    pub fn is_equal(&self) -> bool {
        !self.parts.iter().any(Compared::differs)
            && !self.items.differ()
            && !self.before.differs()
            && !self.after.differs()
    }
}

impl Replayed {
    /// Whether it could be computed again, and came out the same to the fen.
    #[must_use]
    pub fn is_equal(&self) -> bool {
        matches!(&self.outcome, Outcome::Computed(answer) if answer.is_equal())
    }

    /// The layers of the calculation in which a figure or a step differs, in its order; none where
    /// it could not be computed again.
    #[must_use]
    pub fn layers(&self) -> Vec<Layer> {
        match &self.outcome {
            Outcome::Computed(answer) => {
                differing(&answer.parts, self.told.as_ref(), &answer.trace)
            }
            Outcome::Impossible(_) => Vec::new(),
        }
    }
}

/// The layers in which a figure of `parts`, or a step of `computed` beside what was `told`, differs,
/// in the order of the calculation.
#[must_use]
pub fn differing(parts: &[Compared<Figure>], told: Option<&Trace>, computed: &Trace) -> Vec<Layer> {
    let odd = parts.iter().filter(|part| part.differs());
    let mut layers: Vec<Layer> = odd.map(|part| part.what.layer()).collect();
    if let Some(told) = told {
        layers.extend(engine::differing_layers(told, computed));
    }
    layers.sort_unstable();
    layers.dedup();
    layers
}

/// The settlement `id` of `person`, computed again.
///
/// # Errors
/// `NotFound` when there is none or the actor may not see it.
pub async fn of(
    context: &RequestContext,
    person: PersonId,
    id: SettlementId,
) -> Result<Replayed, ServiceError> {
    let object = Object::Settlement(id);
    let authorised =
        authorise::person(context, person, Action::ReadSettlementDetail, object).await?;
    let reader = &context.platform.database.reader;
    let values = named(authorised, id);
    let row = row(reader, values.clone()).await?;
    let (beside, ties) = Beside::of(reader, &row, values.clone()).await?;
    let items = lines(reader, values).await?;
    let stored = Stored {
        row: &row,
        items: &items,
        beside: &beside,
        ties: &ties,
    };
    let outcome = match answer(&context.platform.parameters, &stored) {
        Ok(answer) => Outcome::Computed(Box::new(answer)),
        Err(why) => Outcome::Impossible(why),
    };
    Ok(Replayed {
        id,
        recorded: accumulators::stored_amounts(&row),
        told: told(context, &row),
        number: row.number,
        settled_on: row.settled_on,
        parameter_set: row.parameter_set_id,
        ties,
        outcome,
    })
}

/// As [`items_of`], without what the items are called: what somebody was given tells what they have.
///
/// # Errors
/// As [`items_of`].
pub(crate) async fn unnamed_items(
    context: &RequestContext,
    authorised: Authorised,
    id: SettlementId,
) -> Result<Option<Items>, ServiceError> {
    let items = items_of(context, authorised, id).await?;
    Ok(items.map(Items::without_names))
}

/// The items of the settlement `id` beside the bill that it keeps, for whoever another action lets see
/// it, which has put the look into the access log. `None` when the bill cannot be read.
///
/// # Errors
/// `NotFound` when there is no such settlement; else from the store.
pub(crate) async fn items_of(
    context: &RequestContext,
    authorised: Authorised,
    id: SettlementId,
) -> Result<Option<Items>, ServiceError> {
    let reader = &context.platform.database.reader;
    let values = named(authorised, id);
    let row = row(reader, values.clone()).await?;
    let Ok(input) = serde_json::from_str::<SettlementInput>(&row.input) else {
        return Ok(None);
    };
    let lines = lines(reader, values).await?;
    Ok(Some(Items::of(&input, row.reverses_id.is_some(), &lines)))
}

fn named(authorised: Authorised, id: SettlementId) -> [Value; 2] {
    [
        Uuid::from(authorised.person()).into(),
        Uuid::from(id).into(),
    ]
}

async fn row(
    reader: &DatabaseConnection,
    values: [Value; 2],
) -> Result<settlement::Model, ServiceError> {
    let row = queries::SETTLEMENT.one(reader, values).await?;
    row.ok_or(ServiceError::NotFound)
}

async fn lines(
    reader: &DatabaseConnection,
    [person, id]: [Value; 2],
) -> Result<Vec<settlement_line::Model>, ServiceError> {
    // One more than a bill can have tells that there is one too many.
    let most = i64::try_from(MOST_LINES + 1).unwrap_or(i64::MAX);
    let rows = queries::ITEMS.all(reader, [person, id, most.into()]);
    Ok(rows.await?)
}

/// A settlement as it is stored, with what stands around it.
struct Stored<'a> {
    row: &'a settlement::Model,
    items: &'a [settlement_line::Model],
    beside: &'a Beside,
    ties: &'a Ties,
}

fn answer(book: &ParameterBook, stored: &Stored<'_>) -> Result<Answer, Why> {
    let Stored {
        row,
        items,
        beside,
        ties,
    } = stored;
    let mut trace = Trace::new();
    let Again {
        set,
        input,
        settled,
    } = again(book, row, &mut trace)?;
    let refund = row.reverses_id.is_some();
    let computed = if refund {
        settled.settlement.negated()
    } else {
        settled.settlement
    };
    let (before, after) = if refund {
        // It takes exactly back what its bill added, whatever came between.
        let after = beside.after_refund(book, row, settled.change);
        (Year::OfRefund, after)
    } else {
        let before = beside.before(book, row, &input.before);
        (before, beside.after(book, row, settled.after))
    };
    Ok(Answer {
        in_force: set.is_in_force(ruled_on(row, &input, ties)),
        parts: engine::compare(&accumulators::stored_amounts(row), &computed),
        items: Items::of(&input, refund, items),
        before,
        after,
        computed,
        trace,
        set,
    })
}

/// The day whose rules decide.
fn ruled_on(row: &settlement::Model, input: &SettlementInput, ties: &Ties) -> NaiveDate {
    let told = input.part.filter(|portion| portion.is_told);
    let year = match told.map(|portion| portion.part) {
        Some(PartOf::Year(year) | PartOf::DischargeYear(year)) => Some(year),
        Some(PartOf::Disease | PartOf::Ordinary) | None => None,
    };
    let settled_on = match &ties.reverses {
        Some(original) => original.settled_on,
        None => row.settled_on,
    };
    match (year, row.discharged_on) {
        (Some(year), Some(last)) => {
            let end = NaiveDate::from_ymd_opt(year, 12, 31);
            end.map_or(last, |end| end.min(last))
        }
        _ => settled_on,
    }
}

/// A stored bill settled again.
struct Again {
    set: Arc<ParameterSet>,
    input: SettlementInput,
    settled: Settled,
}

fn again<T: TraceSink>(
    book: &ParameterBook,
    row: &settlement::Model,
    trace: &mut T,
) -> Result<Again, Why> {
    let set = book.by_id(&row.parameter_set_id).ok_or(Why::NoParameters)?;
    let input: SettlementInput = serde_json::from_str(&row.input).map_err(|_| Why::NoInput)?;
    let settled = input
        .settle(&set, input.before, trace)
        .map_err(|_| Why::Refused)?;
    Ok(Again {
        set,
        input,
        settled,
    })
}

/// The stored steps. The comparison stands without them, so a broken record is logged, not
/// fatal.
fn told(context: &RequestContext, row: &settlement::Model) -> Option<Trace> {
    let read = serde_json::from_str(&row.trace);
    read.inspect_err(|_| {
        let error = ServiceError::internal("a stored trace cannot be read").in_log();
        tracing::error!(request_id = %context.request_id, error, "no steps to compare");
    })
    .ok()
}
