//! What becomes of queries: a reviewer sees which wait, opens one and answers it.

use chrono::{DateTime, Utc};
use domain::access::{Action, Relation};
use domain::enquiries::QueryState;
use domain::ids::{PersonId, QueryId};
use sea_orm::{DatabaseTransaction, EntityTrait, FromQueryResult, IntoActiveModel};
use uuid::Uuid;

use super::stored::StepRow;
use super::{Enquiry, LONGEST, number, queries};
use crate::audit::{self, Event};
use crate::authorise::{self, Object};
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::messages::{Template, compose};
use crate::records::private::Field;
use crate::replay::{self, Items};
use crate::store::entity::{settlement_query_open, settlement_query_step};

/// How many queries a page of the list shows.
pub const PAGE_SIZE: usize = 30;

/// A query that waits for an answer. Says nothing of whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Its id.
    pub id: QueryId,
    /// Its number.
    pub number: String,
    /// When it came in.
    pub since: DateTime<Utc>,
    /// Whether somebody looks at it already, and since when.
    pub looked_at: Option<DateTime<Utc>>,
    /// What computing it again came to, by the code of [`super::send::outcome`].
    pub outcome: String,
    /// The code of the place that the person is insured in.
    pub region: String,
}

/// A query as a reviewer opens it.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The query, with the calculations that were sent.
    pub enquiry: Enquiry,
    /// The items of its settlement beside the bill, as both are now and without their names; `None`
    /// when the bill cannot be read.
    pub items: Option<Items>,
}

/// A page of the queries that wait, the oldest first, from after `after` on; and the last of it, when
/// there are more.
///
/// # Errors
/// `NotFound` for everybody but reviewers; from the store.
pub async fn waiting(
    context: &RequestContext,
    after: Option<QueryId>,
) -> Result<(Vec<Waiting>, Option<QueryId>), ServiceError> {
    authorise::office(context, Action::ReviewQueries)?;
    let most = i64::try_from(PAGE_SIZE).unwrap_or(i64::MAX);
    let values = [
        after.map_or(Uuid::nil(), Uuid::from).into(),
        (most + 1).into(),
        account(context).into(),
    ];
    let reader = &context.platform.database.reader;
    let rows: Vec<WaitingRow> = queries::WAITING.all(reader, values).await?;
    let more = rows.len() > PAGE_SIZE;
    let page: Vec<Waiting> = rows
        .into_iter()
        .take(PAGE_SIZE)
        .map(WaitingRow::read)
        .collect();
    let next = page.last().filter(|_| more).map(|last| last.id);
    Ok((page, next))
}

/// The number as it is stored, of a query that the actor may open, from the way somebody writes it.
///
/// # Errors
/// As [`open`].
pub async fn number_of(context: &RequestContext, written: &str) -> Result<String, ServiceError> {
    Ok(find(context, written).await?.number)
}

/// Opens the query with this number. Who asked sees in their record that it was opened.
///
/// # Errors
/// `NotFound` for everybody but reviewers, for a number that nobody has, and for a query of one's own;
/// from the store.
pub async fn open(context: &RequestContext, number: &str) -> Result<Opened, ServiceError> {
    let found = find(context, number).await?;
    let object = Object::Query(found.id);
    let authorised = authorise::person(context, found.person, Action::AnswerQuery, object).await?;
    let enquiry = super::read(context, authorised.person(), found.id).await?;
    let items = replay::unnamed_items(context, authorised, enquiry.settlement.0).await?;
    Ok(Opened { enquiry, items })
}

/// Says that somebody looks at the query with this number. Said already, or too late, nothing happens.
///
/// # Errors
/// As [`open`].
pub async fn take(context: &RequestContext, number: &str) -> Result<(), ServiceError> {
    let found = find(context, number).await?;
    authorise::decide(context, found.person, Action::AnswerQuery).await?;
    let change = |transaction| write(context, &found, QueryState::LookedAt, None, transaction);
    match context.platform.database.write(change).await {
        Err(ServiceError::Conflict(_)) => Ok(()),
        outcome => outcome,
    }
}

/// Answers the query with this number, and sends the person a message.
///
/// # Errors
/// As [`open`]; `Invalid` at `answer`: `missing`, `too_long`; `Conflict` when it was answered or taken
/// back meanwhile.
pub async fn answer(
    context: &RequestContext,
    number: &str,
    text: &str,
) -> Result<(), ServiceError> {
    let found = find(context, number).await?;
    authorise::decide(context, found.person, Action::AnswerQuery).await?;
    let text = text.trim();
    let code = match text.chars().count() {
        0 => Some("missing"),
        count if count > LONGEST => Some("too_long"),
        _ => None,
    };
    if let Some(code) = code {
        let detail = "what the person is told, at most 1,000 characters";
        return Err(ServiceError::invalid("answer", code, detail));
    }
    let change = |transaction| {
        let told = Some(text);
        write(context, &found, QueryState::Answered, told, transaction)
    };
    context.platform.database.write(change).await
}

/// Whose query, and which.
pub(super) struct Found {
    person: PersonId,
    id: QueryId,
    /// Its number, where it was found by that.
    number: String,
}

impl Found {
    pub(super) const fn new(person: PersonId, id: QueryId) -> Self {
        Self {
            person,
            id,
            number: String::new(),
        }
    }
}

async fn find(context: &RequestContext, number: &str) -> Result<Found, ServiceError> {
    authorise::office(context, Action::ReviewQueries)?;
    let number = number::read(number).ok_or(ServiceError::NotFound)?;
    let values = [number.as_str().into(), account(context).into()];
    let reader = &context.platform.database.reader;
    let found: Option<FoundRow> = queries::NUMBERED.one(reader, values).await?;
    let found = found.ok_or(ServiceError::NotFound)?;
    Ok(Found {
        person: found.person_id.into(),
        id: found.query_id.into(),
        number,
    })
}

/// The account that acts: nobody reviews what they asked themselves.
fn account(context: &RequestContext) -> Uuid {
    context.actor.account.map_or(Uuid::nil(), Uuid::from)
}

async fn write(
    context: &RequestContext,
    found: &Found,
    state: QueryState,
    answer: Option<&str>,
    transaction: DatabaseTransaction,
) -> Result<(), ServiceError> {
    let by = (Relation::Stranger, Action::AnswerQuery);
    if !advance(context, &transaction, found, state, answer, by).await? {
        return Ok(());
    }
    if state == QueryState::Answered {
        let template = Template::QueryAnswered {
            query: found.id,
            number: found.number.clone(),
        };
        let occasion = format!("query:{}", found.id);
        compose(
            &transaction,
            context.now,
            found.person,
            &template,
            &occasion,
        )
        .await?;
    }
    transaction.commit().await?;
    Ok(())
}

/// Writes the next step of a query with its event, and takes it off those that wait when it ends with
/// it. Returns whether something was written: a state that it is in already is not written again.
///
/// # Errors
/// `NotFound` when there is no such query; `Conflict` when the state cannot follow; from the store.
pub(super) async fn advance(
    context: &RequestContext,
    transaction: &DatabaseTransaction,
    found: &Found,
    state: QueryState,
    answer: Option<&str>,
    (relation, action): (Relation, Action),
) -> Result<bool, ServiceError> {
    let (person, id) = (Uuid::from(found.person), Uuid::from(found.id));
    let values = [person.into(), id.into()];
    let steps: Vec<StepRow> = queries::STEPS.all(transaction, values).await?;
    let last = steps.last().ok_or(ServiceError::NotFound)?;
    let now = QueryState::from_code(&last.state);
    // An answer is given once: who comes second must see the first.
    if now == Some(state) && state != QueryState::Answered {
        return Ok(false);
    }
    if !now.is_some_and(|now| now.leads_to(state)) {
        return Err(ServiceError::Conflict("the query has ended"));
    }
    let seal = |text| Field::QueryAnswer.seal_on(&context.platform, text);
    let step = settlement_query_step::Model {
        person_id: person,
        query_id: id,
        step: last.step + 1,
        state: state.code().to_owned(),
        answer_cipher: answer.map(seal).transpose()?,
        happened_at: context.now,
    };
    settlement_query_step::Entity::insert(step.into_active_model())
        .exec_without_returning(transaction)
        .await?;
    if !state.is_open() {
        settlement_query_open::Entity::delete_by_id((id, person))
            .exec(transaction)
            .await?;
    }
    let event = Event {
        subject: Some(found.person),
        relation,
        action,
        object_kind: "settlement_query",
        object_id: &id.to_string(),
    };
    audit::write(transaction, context, event).await?;
    Ok(true)
}

#[derive(FromQueryResult)]
struct FoundRow {
    person_id: Uuid,
    query_id: Uuid,
}

#[derive(FromQueryResult)]
struct WaitingRow {
    query_id: Uuid,
    number: String,
    sent_at: DateTime<Utc>,
    outcome: String,
    region_code: String,
    state: String,
    happened_at: DateTime<Utc>,
}

impl WaitingRow {
    fn read(self) -> Waiting {
        let looked_at = self.state == QueryState::LookedAt.code();
        Waiting {
            id: self.query_id.into(),
            number: self.number,
            since: self.sent_at,
            looked_at: looked_at.then_some(self.happened_at),
            outcome: self.outcome,
            region: self.region_code,
        }
    }
}
