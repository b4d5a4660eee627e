//! A released set is taken back: an editor asks for it, an approver who is another person does it,
//! and the predecessor is in force again. Bills that were settled by it stay explainable.

use domain::access::Action;
use sea_orm::{ActiveValue::Set, DatabaseTransaction, EntityTrait};

use super::RECALL;
use super::draft;
use super::release::{end_on, of_region, radar_state};
use super::stage::{Stage, TAKEN_BACK};
use super::steps::{self, Hand, NewStep, StepRow};
use crate::authorise;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::jobs;
use crate::store::entity::{parameter_release, parameter_set};

/// What an approver says to the wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The set is taken back.
    Yes,
    /// It stays in force.
    No,
}

impl Answer {
    /// What the form sends.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
        }
    }

    /// The answer with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Yes, Self::No]
            .into_iter()
            .find(|answer| answer.code() == code)
    }
}

/// Asks that the set `id` be taken back. While an earlier wish waits this changes nothing.
///
/// # Errors
/// `NotFound` for everybody but editors, and for a set that was not released here; `Invalid` with a
/// reason that is missing or too long, `over` for a set that is in force no longer, `later_one`
/// when a later set of the region is released (that one goes first); else from the store.
pub async fn ask(context: &RequestContext, id: &str, reason: &str) -> Result<(), ServiceError> {
    authorise::office(context, Action::DraftParameters)?;
    let reason = steps::note("reason", reason)?;
    let change = |transaction| write_wish(context, id, reason, transaction);
    context.platform.database.write(change).await
}

/// Answers the wish that the set `id` be taken back.
///
/// # Errors
/// `NotFound` for everybody but approvers, and when nobody asked; `Invalid` with a note that is
/// missing or too long, `own_wish` for whoever asked, in whatever hat and with whatever account,
/// `over` and `later_one` as [`ask`]; else from the store.
pub async fn answer(
    context: &RequestContext,
    id: &str,
    answer: Answer,
    note: &str,
) -> Result<(), ServiceError> {
    authorise::office(context, Action::ReleaseParameters)?;
    let note = steps::note("note", note)?;
    let change = |transaction| write_answer(context, id, answer, note, transaction);
    context.platform.database.write(change).await?;
    let platform = &context.platform;
    platform.parameters.read_again(&platform.database).await
}

async fn write_wish(
    context: &RequestContext,
    id: &str,
    reason: &str,
    transaction: DatabaseTransaction,
) -> Result<(), ServiceError> {
    let (set, _) = released(&transaction, id).await?;
    check(context, &transaction, &set, "reason").await?;
    let known = steps::all(&transaction, id).await?;
    if steps::open_request(&known).is_some() {
        return Ok(());
    }
    let hand = Hand::of(&transaction, context).await?;
    let hash = content(&known);
    let new = NewStep {
        id,
        stage: Stage::TakeBackAsked,
        hash: &hash,
        note: reason,
        action: Action::DraftParameters,
    };
    steps::write(&transaction, context, hand, &known, new).await?;
    transaction.commit().await?;
    Ok(())
}

async fn write_answer(
    context: &RequestContext,
    id: &str,
    answer: Answer,
    note: &str,
    transaction: DatabaseTransaction,
) -> Result<(), ServiceError> {
    let (set, release) = released(&transaction, id).await?;
    let known = steps::all(&transaction, id).await?;
    if steps::open_request(&known).is_none() {
        return Err(ServiceError::NotFound);
    }
    let hand = Hand::of(&transaction, context).await?;
    if steps::asked(hand, &known) {
        let detail = "somebody else than who asked decides";
        return Err(ServiceError::invalid("note", "own_wish", detail));
    }
    let stage = match answer {
        Answer::No => Stage::TakeBackRefused,
        Answer::Yes => {
            check(context, &transaction, &set, "note").await?;
            Stage::TakenBack
        }
    };
    let hash = content(&known);
    let new = NewStep {
        id,
        stage,
        hash: &hash,
        note,
        action: Action::ReleaseParameters,
    };
    steps::write(&transaction, context, hand, &known, new).await?;
    if answer == Answer::Yes {
        undo(context, &transaction, id, release).await?;
    }
    transaction.commit().await?;
    Ok(())
}

/// The set is in force on no day any more, and its predecessor as long as it was before. Whoever was
/// told of it will be told that it does not count.
async fn undo(
    context: &RequestContext,
    transaction: &DatabaseTransaction,
    id: &str,
    release: parameter_release::Model,
) -> Result<(), ServiceError> {
    let change = parameter_set::ActiveModel {
        parameter_set_id: Set(id.to_owned()),
        state: Set(TAKEN_BACK.to_owned()),
        created_at: Set(context.now),
        ..Default::default()
    };
    parameter_set::Entity::update(change)
        .exec(transaction)
        .await?;
    if let Some(before) = &release.predecessor_id {
        end_on(transaction, context, before, release.predecessor_until).await?;
        reopen(context, transaction, before, release.predecessor_until).await?;
    }
    let told_of = match release.radar_state.as_str() {
        radar_state::WAITING => false,
        radar_state::DONE => release.told > 0,
        // Somebody may be told at this very moment.
        _ => true,
    };
    if told_of {
        jobs::plan_with(transaction, context.now, RECALL.name, id).await?;
    }
    if release.radar_state != radar_state::DONE {
        let change = parameter_release::ActiveModel {
            parameter_set_id: Set(id.to_owned()),
            radar_state: Set(radar_state::STOPPED.to_owned()),
            ..Default::default()
        };
        parameter_release::Entity::update(change)
            .exec(transaction)
            .await?;
    }
    Ok(())
}

/// Lets the predecessor be in force again, where it was written down that it was over.
async fn reopen(
    context: &RequestContext,
    transaction: &DatabaseTransaction,
    id: &str,
    until: Option<chrono::NaiveDate>,
) -> Result<(), ServiceError> {
    let row = parameter_set::Entity::find_by_id(id.to_owned())
        .one(transaction)
        .await?;
    let over = row.is_some_and(|row| row.state == Stage::Superseded.code());
    if !over || until.is_some_and(|last| last < context.today()) {
        return Ok(());
    }
    let change = parameter_set::ActiveModel {
        parameter_set_id: Set(id.to_owned()),
        state: Set(Stage::Active.code().to_owned()),
        ..Default::default()
    };
    parameter_set::Entity::update(change)
        .exec(transaction)
        .await?;
    let known = steps::all(transaction, id).await?;
    let hand = Hand::of(transaction, context).await?;
    let hash = content(&known);
    let new = NewStep {
        id,
        stage: Stage::Active,
        hash: &hash,
        note: "",
        action: Action::ReleaseParameters,
    };
    steps::write(transaction, context, hand, &known, new).await
}

/// The set and its release.
async fn released(
    transaction: &DatabaseTransaction,
    id: &str,
) -> Result<(parameter_set::Model, parameter_release::Model), ServiceError> {
    if !draft::is_released(transaction, id).await? {
        return Err(ServiceError::NotFound);
    }
    let set = parameter_set::Entity::find_by_id(id.to_owned())
        .one(transaction)
        .await?;
    let release = parameter_release::Entity::find_by_id(id.to_owned())
        .one(transaction)
        .await?;
    match (set, release) {
        (Some(set), Some(release)) => Ok((set, release)),
        _ => Err(ServiceError::NotFound),
    }
}

/// Whether the set is the newest of its region and not over.
async fn check(
    context: &RequestContext,
    transaction: &DatabaseTransaction,
    set: &parameter_set::Model,
    field: &str,
) -> Result<(), ServiceError> {
    let today = context.today();
    match Stage::of_released(&set.state, set.valid_from, set.valid_until, today) {
        Stage::Scheduled | Stage::Active => {}
        _ => {
            let detail = "the set is in force no longer";
            return Err(ServiceError::invalid(field, "over", detail));
        }
    }
    let neighbours = of_region(transaction, &set.region_code).await?;
    if neighbours.iter().any(|one| one.valid_from > set.valid_from) {
        let detail = "a later set of this place is released; that one goes first";
        return Err(ServiceError::invalid(field, "later_one", detail));
    }
    Ok(())
}

/// The content that the last step was about.
pub(super) fn content(known: &[StepRow]) -> String {
    known
        .last()
        .map_or_else(String::new, |step| step.content_hash.clone())
}
