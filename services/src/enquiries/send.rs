//! Sends a query about a settlement, with the calculation as it stands.

use domain::access::{Action, Relation};
use domain::enquiries::QueryState;
use domain::ids::{PersonId, QueryId, SettlementId};
use domain::settlement::Compared;
use sea_orm::{DatabaseTransaction, EntityTrait, FromQueryResult, IntoActiveModel};
use uuid::Uuid;

use super::{Kept, LONGEST, MOST_OPEN, number, queries};
use crate::audit::{self, Event};
use crate::authorise;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::form_id::is_of_now;
use crate::records::private::Field;
use crate::replay::{self, Outcome, Replayed};
use crate::store::entity::{settlement_query, settlement_query_open, settlement_query_step};

/// How often a number that is taken is drawn again.
const DRAWS: usize = 20;

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewQuery {
    /// What the person wrote.
    pub words: String,
    /// The id that the form was shown with, for the query that comes of it: the same form sent twice
    /// sends one. Without one, or with one that no form of these days has, a new one is drawn.
    pub form: Option<QueryId>,
}

/// The settlement `settlement` of `person` as it would be sent, and the open query about it, if there
/// is one: one has to be answered or taken back before the next.
///
/// # Errors
/// `NotFound` for anybody but the person, and when there is no such settlement; else from the store.
pub async fn before(
    context: &RequestContext,
    person: PersonId,
    settlement: SettlementId,
) -> Result<(Replayed, Option<QueryId>), ServiceError> {
    let authorised = authorise::decide(context, person, Action::SendQuery).await?;
    let replayed = replay::of(context, authorised.person(), settlement).await?;
    let values = [Uuid::from(authorised.person()).into()];
    let reader = &context.platform.database.reader;
    let open: Vec<Open> = queries::OPEN.all(reader, values).await?;
    let about = Uuid::from(settlement);
    let open = open.iter().find(|one| one.settlement_id == about);
    Ok((replayed, open.map(|one| one.query_id.into())))
}

/// Sends what `person` asks about `settlement`, with both calculations as they are now and an audit
/// event. Sent by the same form again, nothing is sent and the id of the first comes back.
///
/// # Errors
/// As [`before`]; `Invalid` at `words`: `missing`, `too_long`, `already_open` while a query about the
/// settlement waits, `too_many` while [`MOST_OPEN`] do.
pub async fn send(
    context: &RequestContext,
    person: PersonId,
    settlement: SettlementId,
    new: &NewQuery,
) -> Result<QueryId, ServiceError> {
    let authorised = authorise::decide(context, person, Action::SendQuery).await?;
    let words = checked(&new.words)?;
    let replayed = replay::of(context, authorised.person(), settlement).await?;
    // An id of another time would take another place among those that wait.
    let form = new.form.filter(|id| is_of_now((*id).into(), context));
    let id = form.unwrap_or_else(|| context.new_id().into());
    let row = settlement_query::Model {
        person_id: authorised.person().into(),
        query_id: id.into(),
        number: String::new(),
        settlement_id: settlement.into(),
        words_cipher: Field::QueryWords.seal_on(&context.platform, words)?,
        outcome: outcome(&replayed).to_owned(),
        recorded: recorded(&replayed)?,
        recomputed: recomputed(&replayed)?,
        parameter_set_id: replayed.parameter_set,
        sent_at: context.now,
    };
    let change = |transaction| write(context, row.clone(), transaction);
    context.platform.database.write(change).await?;
    Ok(id)
}

fn checked(words: &str) -> Result<&str, ServiceError> {
    let words = words.trim();
    if words.is_empty() {
        return Err(wrong("missing", "what is to be checked"));
    }
    if words.chars().count() > LONGEST {
        return Err(wrong("too_long", "at most 1,000 characters"));
    }
    Ok(words)
}

fn wrong(code: &'static str, detail: &str) -> ServiceError {
    ServiceError::invalid("words", code, detail)
}

/// The code under which a query keeps what computing it again came to: `equal`; `different` figures,
/// of the whole or of an item; equal figures, but other running `totals` of the year; `impossible`.
#[must_use]
pub fn outcome(replayed: &Replayed) -> &'static str {
    match &replayed.outcome {
        Outcome::Impossible(_) => "impossible",
        Outcome::Computed(answer)
            if answer.items.differ() || answer.parts.iter().any(Compared::differs) =>
        {
            "different"
        }
        Outcome::Computed(answer) if answer.is_equal() => "equal",
        Outcome::Computed(_) => "totals",
    }
}

fn recorded(replayed: &Replayed) -> Result<String, ServiceError> {
    let kept = Kept {
        amounts: replayed.recorded,
        trace: replayed.told.clone().unwrap_or_default(),
    };
    serde_json::to_string(&kept).map_err(ServiceError::internal)
}

/// Empty where it cannot be computed again.
fn recomputed(replayed: &Replayed) -> Result<String, ServiceError> {
    match &replayed.outcome {
        Outcome::Computed(answer) => {
            let kept = Kept {
                amounts: answer.computed,
                trace: answer.trace.clone(),
            };
            serde_json::to_string(&kept).map_err(ServiceError::internal)
        }
        Outcome::Impossible(_) => Ok(String::new()),
    }
}

#[derive(FromQueryResult)]
struct Open {
    query_id: Uuid,
    settlement_id: Uuid,
}

#[derive(FromQueryResult)]
struct Number {
    #[expect(dead_code, reason = "that there is one is all that is asked")]
    query_id: Uuid,
}

async fn write(
    context: &RequestContext,
    mut row: settlement_query::Model,
    transaction: DatabaseTransaction,
) -> Result<(), ServiceError> {
    let key = (row.person_id, row.query_id);
    let sent = settlement_query::Entity::find_by_id(key)
        .one(&transaction)
        .await?;
    if sent.is_some() {
        return Ok(());
    }
    let open: Vec<Open> = queries::OPEN
        .all(&transaction, [row.person_id.into()])
        .await?;
    if open
        .iter()
        .any(|one| one.settlement_id == row.settlement_id)
    {
        return Err(wrong("already_open", "a query about it waits"));
    }
    if open.len() >= MOST_OPEN {
        return Err(wrong("too_many", "ten queries wait"));
    }
    row.number = free_number(context, &transaction).await?;
    let step = settlement_query_step::Model {
        person_id: row.person_id,
        query_id: row.query_id,
        step: 1,
        state: QueryState::Sent.code().to_owned(),
        answer_cipher: None,
        happened_at: context.now,
    };
    let waiting = settlement_query_open::Model {
        query_id: row.query_id,
        person_id: row.person_id,
    };
    let event = Event {
        subject: Some(row.person_id.into()),
        relation: Relation::Oneself,
        action: Action::SendQuery,
        object_kind: "settlement_query",
        object_id: &row.query_id.to_string(),
    };
    settlement_query::Entity::insert(row.into_active_model())
        .exec_without_returning(&transaction)
        .await?;
    settlement_query_step::Entity::insert(step.into_active_model())
        .exec_without_returning(&transaction)
        .await?;
    settlement_query_open::Entity::insert(waiting.into_active_model())
        .exec_without_returning(&transaction)
        .await?;
    audit::write(&transaction, context, event).await?;
    transaction.commit().await?;
    Ok(())
}

async fn free_number(
    context: &RequestContext,
    transaction: &DatabaseTransaction,
) -> Result<String, ServiceError> {
    for _ in 0..DRAWS {
        let number = number::draw(context.platform.random.as_ref(), context.today());
        let values = [number.as_str().into(), Uuid::nil().into()];
        let taken: Option<Number> = queries::NUMBERED.one(transaction, values).await?;
        if taken.is_none() {
            return Ok(number);
        }
    }
    Err(ServiceError::internal("no number is free for a query"))
}
