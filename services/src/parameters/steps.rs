//! The history of a set: who did what when, and with which words. Rows are only added.

use domain::access::{Action, Relation};
use sea_orm::{ConnectionTrait, EntityTrait, IntoActiveModel};
use uuid::Uuid;

use super::queries;
use super::stage::Stage;
use crate::audit::{self, Event};
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::store::entity::{account, parameter_step};

/// The longest note or reason, in characters.
pub const LONGEST_NOTE: usize = 1000;

/// Who acts: the account, and the person behind it where the platform knows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hand {
    account: Option<Uuid>,
    person: Option<Uuid>,
}

impl Hand {
    /// Whoever acts. An office shows no person, so that nobody is anybody's relative there; the
    /// account says whose it is.
    ///
    /// # Errors
    /// `NotFound` for somebody without an account; else from the store.
    pub(super) async fn of(
        connection: &impl ConnectionTrait,
        context: &RequestContext,
    ) -> Result<Self, ServiceError> {
        let id = context.actor.account.ok_or(ServiceError::NotFound)?;
        let row = account::Entity::find_by_id(Uuid::from(id))
            .one(connection)
            .await?;
        let row = row.ok_or(ServiceError::NotFound)?;
        Ok(Self {
            account: Some(row.account_id),
            person: row.person_id,
        })
    }

    /// The platform itself, when a day has come.
    pub(super) const fn nobody() -> Self {
        Self {
            account: None,
            person: None,
        }
    }

    /// Whether the step was taken by this human being, in whatever hat and with whatever account.
    fn took(self, step: &parameter_step::Model) -> bool {
        let same = |own: Option<Uuid>, other: Option<Uuid>| own.is_some() && own == other;
        same(self.account, step.account_id) || same(self.person, step.person_id)
    }
}

/// All steps of a set, the oldest first.
///
/// # Errors
/// From the store.
pub(super) async fn all(
    connection: &impl ConnectionTrait,
    id: &str,
) -> Result<Vec<StepRow>, ServiceError> {
    Ok(queries::STEPS.all(connection, [id.into()]).await?)
}

/// A row of the history.
pub(super) type StepRow = parameter_step::Model;

/// Whether `hand` wrote any of the draft that is open now.
pub(super) fn wrote(hand: Hand, steps: &[StepRow]) -> bool {
    since(steps, Stage::Discarded)
        .filter(|step| step.state == Stage::Drafted.code())
        .any(|step| hand.took(step))
}

/// Whether `hand` asked for the taking back that waits for an answer.
pub(super) fn asked(hand: Hand, steps: &[StepRow]) -> bool {
    open_request(steps).is_some_and(|step| hand.took(step))
}

/// The step that asks for taking back, while nobody has answered it.
pub(super) fn open_request(steps: &[StepRow]) -> Option<&StepRow> {
    let last = steps.iter().rev().find(|step| {
        [
            Stage::TakeBackAsked,
            Stage::TakeBackRefused,
            Stage::TakenBack,
        ]
        .iter()
        .any(|stage| stage.code() == step.state)
    });
    last.filter(|step| step.state == Stage::TakeBackAsked.code())
}

/// The steps after the last one of `stage`, or all.
fn since(steps: &[StepRow], stage: Stage) -> impl Iterator<Item = &StepRow> {
    let last = steps.iter().rposition(|step| step.state == stage.code());
    steps.iter().skip(last.map_or(0, |place| place + 1))
}

/// A step to be written.
pub(super) struct NewStep<'a> {
    /// Which set.
    pub id: &'a str,
    /// What happened.
    pub stage: Stage,
    /// The content that it happened to.
    pub hash: &'a str,
    /// What is said about it.
    pub note: &'a str,
    /// By which right.
    pub action: Action,
}

/// Writes `new` after `steps`, with its audit event, through the transaction of what it records.
///
/// # Errors
/// From the store; the transaction must not be committed then.
pub(super) async fn write(
    connection: &impl ConnectionTrait,
    context: &RequestContext,
    hand: Hand,
    steps: &[StepRow],
    new: NewStep<'_>,
) -> Result<(), ServiceError> {
    let row = parameter_step::Model {
        parameter_set_id: new.id.to_owned(),
        step: steps.last().map_or(1, |last| last.step + 1),
        state: new.stage.code().to_owned(),
        content_hash: new.hash.to_owned(),
        account_id: hand.account,
        person_id: hand.person,
        actor_name: context.actor.name.clone(),
        role: context.actor.role.code().to_owned(),
        note: new.note.to_owned(),
        happened_at: context.now,
    };
    parameter_step::Entity::insert(row.into_active_model())
        .exec_without_returning(connection)
        .await?;
    let drafts = new.stage.is_open() || matches!(new.stage, Stage::Returned | Stage::Discarded);
    let event = Event {
        subject: None,
        relation: Relation::Nobody,
        action: new.action,
        object_kind: if drafts {
            "parameter_draft"
        } else {
            "parameter_set"
        },
        object_id: new.id,
    };
    audit::write(connection, context, event).await?;
    Ok(())
}

/// `text` without the spaces around it.
///
/// # Errors
/// `Invalid` at `field` when there is nothing in it or too much.
pub(super) fn note<'a>(field: &str, text: &'a str) -> Result<&'a str, ServiceError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(ServiceError::invalid(
            field,
            "missing",
            "a few words are needed",
        ));
    }
    if text.chars().count() > LONGEST_NOTE {
        return Err(ServiceError::invalid(
            field,
            "too_long",
            "at most 1,000 characters",
        ));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(number: i32, stage: Stage, account: u128, person: Option<u128>) -> StepRow {
        parameter_step::Model {
            parameter_set_id: "X".to_owned(),
            step: number,
            state: stage.code().to_owned(),
            content_hash: String::new(),
            account_id: Some(Uuid::from_u128(account)),
            person_id: person.map(Uuid::from_u128),
            actor_name: String::new(),
            role: String::new(),
            note: String::new(),
            happened_at: chrono::DateTime::UNIX_EPOCH,
        }
    }

    fn hand(account: u128, person: Option<u128>) -> Hand {
        Hand {
            account: Some(Uuid::from_u128(account)),
            person: person.map(Uuid::from_u128),
        }
    }

    #[test]
    fn a_person_is_the_same_with_another_account() {
        let steps = [
            step(1, Stage::Drafted, 1, Some(7)),
            step(2, Stage::Simulated, 9, None),
        ];
        assert!(wrote(hand(1, Some(7)), &steps), "the same account");
        assert!(wrote(hand(1, None), &steps), "whoever stands behind it now");
        assert!(wrote(hand(2, Some(7)), &steps), "another account of theirs");
        assert!(!wrote(hand(2, Some(8)), &steps));
        assert!(!wrote(hand(2, None), &steps), "two unknown are not one");
        assert!(!wrote(hand(9, None), &steps), "who only tried it");
        assert!(!wrote(Hand::nobody(), &steps));
    }

    #[test]
    fn what_was_thrown_away_is_forgotten() {
        let steps = [
            step(1, Stage::Drafted, 1, None),
            step(2, Stage::Discarded, 1, None),
            step(3, Stage::Drafted, 2, None),
        ];
        assert!(!wrote(hand(1, None), &steps));
        assert!(wrote(hand(2, None), &steps));
    }

    #[test]
    fn a_request_waits_until_it_is_answered() {
        let asks = step(1, Stage::TakeBackAsked, 1, Some(7));
        let refuses = step(2, Stage::TakeBackRefused, 2, None);
        assert!(asked(hand(3, Some(7)), std::slice::from_ref(&asks)));
        assert!(!asked(hand(2, None), std::slice::from_ref(&asks)));
        assert!(open_request(&[asks, refuses]).is_none());
    }
}
