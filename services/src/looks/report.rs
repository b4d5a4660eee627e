//! "I did not expect this": a person's report about one look at their data.

use chrono::{DateTime, Utc};
use domain::access::{Action, Relation};
use domain::ids::{AuditEventId, PersonId};
use domain::looks::{Doubt, ReportState};
use sea_orm::{DatabaseTransaction, EntityTrait, FromQueryResult, IntoActiveModel};
use uuid::Uuid;

use super::{Look, LookRow, answers, number, queries};
use crate::audit::{self, Event};
use crate::authorise::{self, Object};
use crate::context::RequestContext;
use crate::error::{FieldError, ServiceError};
use crate::keys::Keys;
use crate::records::private::Field;
use crate::store::entity::{access_report, access_report_step};

/// The most characters of a note.
pub const LONGEST_NOTE: usize = 1_000;
/// How often a number that is taken is drawn again.
const DRAWS: usize = 20;

/// One step of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it came to.
    pub state: ReportState,
    /// When.
    pub at: DateTime<Utc>,
    /// What the person is told; empty where there is nothing to tell.
    pub answer: String,
}

/// A report as it was made, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Its number.
    pub number: String,
    /// Why the look was not expected.
    pub reason: Option<Doubt>,
    /// What the person wrote.
    pub note: Option<String>,
    /// What became of it, in order. The first is that it is in.
    pub steps: Vec<Step>,
}

/// What is reported.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewReport {
    /// Why the look was not expected; `None` when nothing, or nothing known, was chosen.
    pub reason: Option<Doubt>,
    /// What the person wrote.
    pub note: String,
}

/// The look `event` at the data of `person`, with the report about it, if there is one.
///
/// # Errors
/// `NotFound` for anybody but the person, and when there is no such look at their data; else
/// from the store.
pub async fn of(
    context: &RequestContext,
    person: PersonId,
    event: AuditEventId,
) -> Result<(Look, Option<Report>), ServiceError> {
    let authorised =
        authorise::person(context, person, Action::ReportAccess, Object::Person).await?;
    let reader = &context.platform.database.reader;
    let (person, event) = (Uuid::from(authorised.person()), Uuid::from(event));
    let values = || [person.into(), event.into()];
    let look: Option<LookRow> = queries::LOOK.one(reader, values()).await?;
    let look = look.ok_or(ServiceError::NotFound)?;
    let made: Option<ReportRow> = queries::REPORT.one(reader, values()).await?;
    let steps: Vec<StepRow> = queries::STEPS.all(reader, values()).await?;
    let report = made.map(|row| row.read(context, steps)).transpose()?;
    Ok((look.into(), report))
}

/// Makes the report of `person` about the look `event`, with its audit event. A second one
/// about the same look changes nothing: the first stands.
///
/// # Errors
/// As [`of`]; `Invalid` for a reason that is missing, a note that is too long, and for
/// [`Doubt::Other`] without a note.
pub async fn make(
    context: &RequestContext,
    person: PersonId,
    event: AuditEventId,
    new: &NewReport,
) -> Result<(), ServiceError> {
    let authorised = authorise::decide(context, person, Action::ReportAccess).await?;
    let reason = checked(new)?;
    let (person_id, event_id) = (Uuid::from(authorised.person()), Uuid::from(event));
    let note = new.note.trim();
    let note_cipher = (!note.is_empty())
        .then(|| Field::ReportNote.seal_on(&context.platform, note))
        .transpose()?;
    let row = access_report::Model {
        person_id,
        event_id,
        number: String::new(),
        reason: reason.code().to_owned(),
        note_cipher,
        reported_at: context.now,
    };
    let change = |transaction| write(context, row.clone(), transaction);
    context.platform.database.write(change).await
}

fn checked(new: &NewReport) -> Result<Doubt, ServiceError> {
    let wrong = |pointer: &str, code, detail: &str| FieldError {
        pointer: pointer.to_owned(),
        code,
        detail: detail.to_owned(),
    };
    let mut errors = Vec::new();
    if new.reason.is_none() {
        errors.push(wrong("reason", "missing", "one of the reasons"));
    }
    if new.note.chars().count() > LONGEST_NOTE {
        errors.push(wrong("note", "too_long", "at most 1,000 characters"));
    }
    if new.reason == Some(Doubt::Other) && new.note.trim().is_empty() {
        errors.push(wrong("note", "missing", "what was not expected"));
    }
    match new.reason {
        Some(reason) if errors.is_empty() => Ok(reason),
        _ => Err(ServiceError::Invalid(errors)),
    }
}

async fn write(
    context: &RequestContext,
    mut row: access_report::Model,
    transaction: DatabaseTransaction,
) -> Result<(), ServiceError> {
    let values = || [row.person_id.into(), row.event_id.into()];
    let look: Option<LookRow> = queries::LOOK.one(&transaction, values()).await?;
    if look.ok_or(ServiceError::NotFound)?.number.is_some() {
        return Ok(());
    }
    row.number = free_number(context, &transaction).await?;
    let step = access_report_step::Model {
        person_id: row.person_id,
        event_id: row.event_id,
        step: 1,
        state: ReportState::Received.code().to_owned(),
        answer: String::new(),
        happened_at: context.now,
        answer_cipher: None,
    };
    let subject = PersonId::from(row.person_id);
    let object = row.event_id.to_string();
    access_report::Entity::insert(row.into_active_model())
        .exec_without_returning(&transaction)
        .await?;
    access_report_step::Entity::insert(step.into_active_model())
        .exec_without_returning(&transaction)
        .await?;
    let event = Event {
        subject: Some(subject),
        relation: Relation::Oneself,
        action: Action::ReportAccess,
        object_kind: "audit_event",
        object_id: &object,
    };
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
        let values = [number.as_str().into()];
        let taken: Option<ReportRow> = queries::NUMBERED.one(transaction, values).await?;
        if taken.is_none() {
            return Ok(number);
        }
    }
    Err(ServiceError::internal("no number is free for a report"))
}

#[derive(FromQueryResult)]
pub(super) struct ReportRow {
    number: String,
    reason: String,
    note_cipher: Option<Vec<u8>>,
}

impl ReportRow {
    pub(super) fn read(
        self,
        context: &RequestContext,
        steps: Vec<StepRow>,
    ) -> Result<Report, ServiceError> {
        let open = |cipher: Vec<u8>| Field::ReportNote.open(&context.platform.keys, &cipher);
        Ok(Report {
            number: self.number,
            reason: Doubt::from_code(&self.reason),
            note: self.note_cipher.map(open).transpose()?,
            steps: steps
                .into_iter()
                .filter_map(|step| step.read(&context.platform.keys).transpose())
                .collect::<Result<_, _>>()?,
        })
    }
}

#[derive(FromQueryResult)]
pub(super) struct StepRow {
    pub step: i32,
    state: String,
    answer: String,
    answer_cipher: Option<Vec<u8>>,
    happened_at: DateTime<Utc>,
}

impl StepRow {
    /// `None` for a state that only another version knows.
    fn read(self, keys: &Keys) -> Result<Option<Step>, ServiceError> {
        let Some(state) = ReportState::from_code(&self.state) else {
            return Ok(None);
        };
        Ok(Some(Step {
            state,
            at: self.happened_at,
            answer: answers::open(keys, self.answer_cipher.as_deref(), self.answer)?,
        }))
    }
}
