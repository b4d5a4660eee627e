//! What becomes of reports: whoever runs the platform looks into them and answers.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use domain::access::{Action, Relation};
use domain::ids::PersonId;
use domain::looks::ReportState;
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, FromQueryResult, IntoActiveModel, QueryFilter,
    QueryOrder,
};
use uuid::Uuid;

use super::report::{Report, ReportRow, StepRow};
use super::{Look, LookRow, answers, number, queries};
use crate::audit::{self, Event};
use crate::authorise;
use crate::context::RequestContext;
use crate::error::{FieldError, ServiceError};
use crate::store::entity::{access_report, access_report_step};

/// A report that is not answered yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Its number.
    pub number: String,
    /// Why the person did not expect the look, by its code.
    pub reason: String,
    /// When it came in.
    pub since: DateTime<Utc>,
}

/// The reports that are not answered yet, the oldest first. Says nothing of whom.
///
/// # Errors
/// `Forbidden` for everybody but the operator; from the store.
pub async fn waiting(context: &RequestContext) -> Result<Vec<Waiting>, ServiceError> {
    authorise::operator(context)?;
    let reader = &context.platform.database.reader;
    let answered = access_report_step::Entity::find()
        .filter(access_report_step::Column::State.eq(ReportState::Answered.code()))
        .all(reader)
        .await?;
    let answered: HashSet<(Uuid, Uuid)> = answered
        .into_iter()
        .map(|step| (step.person_id, step.event_id))
        .collect();
    let all = access_report::Entity::find()
        .order_by_asc(access_report::Column::ReportedAt)
        .order_by_asc(access_report::Column::Number)
        .all(reader)
        .await?;
    let open = all
        .into_iter()
        .filter(|report| !answered.contains(&(report.person_id, report.event_id)));
    Ok(open
        .map(|report| Waiting {
            number: report.number,
            reason: report.reason,
            since: report.reported_at,
        })
        .collect())
}

/// Opens the report with this number: the look it is about and what the person wrote. Whose
/// report it is sees that somebody looks into it.
///
/// # Errors
/// `Forbidden` for everybody but the operator; `NotFound` for a number that nobody has; from
/// the store.
pub async fn look_into(
    context: &RequestContext,
    number: &str,
) -> Result<(Look, Report), ServiceError> {
    authorise::operator(context)?;
    let found = find(context, number).await?;
    let change = |transaction| advance(context, &found, ReportState::LookedInto, "", transaction);
    context.platform.database.write(change).await?;
    let reader = &context.platform.database.reader;
    let values = || [found.person_id.into(), found.event_id.into()];
    let look: Option<LookRow> = queries::LOOK.one(reader, values()).await?;
    let look = look.ok_or(ServiceError::NotFound)?;
    let made: Option<ReportRow> = queries::REPORT.one(reader, values()).await?;
    let made = made.ok_or(ServiceError::NotFound)?;
    let steps: Vec<StepRow> = queries::STEPS.all(reader, values()).await?;
    Ok((look.into(), made.read(context, steps)?))
}

/// Answers the report with this number. A further answer is a further step.
///
/// # Errors
/// As [`look_into`]; `Invalid` for an empty answer.
pub async fn answer(
    context: &RequestContext,
    number: &str,
    text: &str,
) -> Result<(), ServiceError> {
    authorise::operator(context)?;
    let text = text.trim();
    if text.is_empty() {
        return Err(ServiceError::Invalid(vec![FieldError {
            pointer: "answer".to_owned(),
            code: "missing",
            detail: "what the person is told".to_owned(),
        }]));
    }
    let found = find(context, number).await?;
    let change = |transaction| advance(context, &found, ReportState::Answered, text, transaction);
    context.platform.database.write(change).await
}

#[derive(FromQueryResult)]
struct Found {
    person_id: Uuid,
    event_id: Uuid,
}

async fn find(context: &RequestContext, number: &str) -> Result<Found, ServiceError> {
    let number = number::read(number).ok_or(ServiceError::NotFound)?;
    let found: Option<Found> = queries::NUMBERED
        .one(&context.platform.database.reader, [number.into()])
        .await?;
    found.ok_or(ServiceError::NotFound)
}

/// Writes the next step with its event. To be looked into is a state and no act: it is written
/// once, and not after an answer.
async fn advance(
    context: &RequestContext,
    found: &Found,
    state: ReportState,
    answer: &str,
    transaction: DatabaseTransaction,
) -> Result<(), ServiceError> {
    let values = [found.person_id.into(), found.event_id.into()];
    let steps: Vec<StepRow> = queries::STEPS.all(&transaction, values).await?;
    let last = steps.last().map_or(0, |step| step.step);
    if state != ReportState::LookedInto || steps.len() == 1 {
        let step = access_report_step::Model {
            person_id: found.person_id,
            event_id: found.event_id,
            step: last + 1,
            state: state.code().to_owned(),
            answer: String::new(),
            happened_at: context.now,
            answer_cipher: answers::seal(&context.platform, answer)?,
        };
        access_report_step::Entity::insert(step.into_active_model())
            .exec_without_returning(&transaction)
            .await?;
    }
    let event = Event {
        subject: Some(PersonId::from(found.person_id)),
        relation: Relation::Stranger,
        action: Action::ReportAccess,
        object_kind: "audit_event",
        object_id: &found.event_id.to_string(),
    };
    audit::write(&transaction, context, event).await?;
    transaction.commit().await?;
    Ok(())
}
