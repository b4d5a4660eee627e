//! Queries about settlements: "please check this one". A person sends one with the calculation as it
//! stood then, recorded and computed again, and is told the answer.
//!
//! See decision note 0032 for who answers, and what they see.

mod number;
pub(crate) mod queries;
pub mod review;
pub mod send;
mod stored;
pub mod withdraw;

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Action;
use domain::enquiries::QueryState;
use domain::ids::{PersonId, QueryId, SettlementId};
use domain::settlement::parameters::ParameterSet;
use domain::settlement::{Settlement, Trace};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::authorise::{self, Object};
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::replay::{self, Items};
use crate::store::entity::settlement_query;

use stored::StepRow;
pub(crate) use stored::opened;

/// The most characters of what is asked, and of an answer.
pub const LONGEST: usize = 1_000;
/// So many queries of one person may be open at once.
pub const MOST_OPEN: usize = 10;
/// How many queries the list of a person shows, the newest.
const MOST_LISTED: i64 = 200;

/// A query in the list of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Its id.
    pub id: QueryId,
    /// Its number, to read out.
    pub number: String,
    /// The day of the settlement that it is about.
    pub settled_on: NaiveDate,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
    /// How far it is.
    pub state: QueryState,
    /// Since when.
    pub changed_at: DateTime<Utc>,
}

/// One step of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it came to.
    pub state: QueryState,
    /// When.
    pub at: DateTime<Utc>,
    /// What the person is told; empty where there is nothing to tell.
    pub answer: String,
}

/// A calculation as it is kept with a query.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Who pays what.
    pub amounts: Settlement,
    /// The steps.
    pub trace: Trace,
}

impl Kept {
    /// What was kept as `text`.
    ///
    /// # Errors
    /// `Internal` when it cannot be read.
    pub fn read(text: &str) -> Result<Self, ServiceError> {
        serde_json::from_str(text).map_err(ServiceError::internal)
    }
}

/// A query with everything that was sent.
#[derive(Clone, Debug)]
pub struct Enquiry {
    /// Its id.
    pub id: QueryId,
    /// Its number, to read out.
    pub number: String,
    /// The settlement that it is about, and the number on its papers.
    pub settlement: (SettlementId, String),
    /// The day of that settlement.
    pub settled_on: NaiveDate,
    /// The code of the place that the person was insured in.
    pub region: String,
    /// What the person wrote.
    pub words: String,
    /// What computing it again came to then, by the code of [`send::outcome`].
    pub outcome: String,
    /// The name of the parameter set.
    pub set_id: String,
    /// That set, if the store still has it.
    pub set: Option<Arc<ParameterSet>>,
    /// The calculation as it was recorded.
    pub recorded: Kept,
    /// As it came out again when the query was sent; `None` when it could not be computed.
    pub recomputed: Option<Kept>,
    /// What became of it, in order. The first is that it is in.
    pub steps: Vec<Step>,
}

impl Enquiry {
    /// How far it is.
    #[must_use]
    pub fn state(&self) -> QueryState {
        self.steps
            .last()
            .map_or(QueryState::Sent, |step| step.state)
    }

    /// When it was sent.
    #[must_use]
    pub fn sent_at(&self) -> Option<DateTime<Utc>> {
        self.steps.first().map(|step| step.at)
    }
}

/// The queries of `person`, the newest first.
///
/// # Errors
/// `NotFound` for anybody but the person; else from the store.
pub async fn of(context: &RequestContext, person: PersonId) -> Result<Vec<Summary>, ServiceError> {
    let authorised =
        authorise::person(context, person, Action::ReadQueries, Object::Person).await?;
    let values = [Uuid::from(authorised.person()).into(), MOST_LISTED.into()];
    let reader = &context.platform.database.reader;
    let rows: Vec<ListRow> = queries::OF_PERSON.all(reader, values).await?;
    Ok(rows.into_iter().filter_map(ListRow::read).collect())
}

/// The query `id` of `person`.
///
/// # Errors
/// `NotFound` for anybody but the person, and when there is none; else from the store.
pub async fn one(
    context: &RequestContext,
    person: PersonId,
    id: QueryId,
) -> Result<Enquiry, ServiceError> {
    let object = Object::Query(id);
    let authorised = authorise::person(context, person, Action::ReadQueries, object).await?;
    read(context, authorised.person(), id).await
}

/// The query `id` of `person`, and the items of its settlement beside the bill, as both are now: what
/// who answers sees, with what the items are called. `None` when the bill cannot be read.
///
/// # Errors
/// As [`one`].
pub async fn with_items(
    context: &RequestContext,
    person: PersonId,
    id: QueryId,
) -> Result<(Enquiry, Option<Items>), ServiceError> {
    let object = Object::Query(id);
    let authorised = authorise::person(context, person, Action::ReadQueries, object).await?;
    let enquiry = read(context, authorised.person(), id).await?;
    let items = replay::items_of(context, authorised, enquiry.settlement.0).await?;
    Ok((enquiry, items))
}

/// Reads a query, for who may.
async fn read(
    context: &RequestContext,
    person: PersonId,
    id: QueryId,
) -> Result<Enquiry, ServiceError> {
    let reader = &context.platform.database.reader;
    let values = || [Uuid::from(person).into(), Uuid::from(id).into()];
    let row: Option<OneRow> = queries::ONE.one(reader, values()).await?;
    let row = row.ok_or(ServiceError::NotFound)?;
    let steps: Vec<StepRow> = queries::STEPS.all(reader, values()).await?;
    row.read(context, steps)
}

#[derive(FromQueryResult)]
struct ListRow {
    query_id: Uuid,
    number: String,
    sent_at: DateTime<Utc>,
    settled_on: NaiveDate,
    state: String,
    happened_at: DateTime<Utc>,
}

impl ListRow {
    /// `None` for a state that only another version knows.
    fn read(self) -> Option<Summary> {
        Some(Summary {
            id: self.query_id.into(),
            number: self.number,
            settled_on: self.settled_on,
            sent_at: self.sent_at,
            state: QueryState::from_code(&self.state)?,
            changed_at: self.happened_at,
        })
    }
}

#[derive(FromQueryResult)]
struct OneRow {
    #[sea_orm(nested)]
    row: settlement_query::Model,
    settlement_number: String,
    settled_on: NaiveDate,
    region_code: String,
}

impl OneRow {
    fn read(self, context: &RequestContext, steps: Vec<StepRow>) -> Result<Enquiry, ServiceError> {
        let row = self.row;
        let recomputed = Some(row.recomputed.as_str()).filter(|text| !text.is_empty());
        Ok(Enquiry {
            id: row.query_id.into(),
            settlement: (row.settlement_id.into(), self.settlement_number),
            settled_on: self.settled_on,
            region: self.region_code,
            words: stored::words(context, &row.words_cipher)?,
            outcome: row.outcome,
            set: context.platform.parameters.by_id(&row.parameter_set_id),
            set_id: row.parameter_set_id,
            recorded: Kept::read(&row.recorded)?,
            recomputed: recomputed.map(Kept::read).transpose()?,
            number: row.number,
            steps: stored::steps(context, steps)?,
        })
    }
}
