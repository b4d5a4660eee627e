//! Drafts: written by editors, in a table that nothing reads that pays anybody.

use domain::access::Action;
use domain::settlement::parameters::ParameterSet;
use sea_orm::{ConnectionTrait, DatabaseTransaction, EntityTrait};
use sha2::{Digest, Sha256};

use super::import;
use super::stage::Stage;
use super::steps::{self, Hand, NewStep};
use crate::authorise;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::store::bulk;
use crate::store::entity::{parameter_draft, parameter_set};

/// The longest text of a set, in characters.
pub const LONGEST_TEXT: usize = 300_000;
/// The longest id of a set.
const LONGEST_ID: usize = 40;

/// What an editor sends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewDraft {
    /// The set as JSON.
    pub text: String,
    /// What the change is for.
    pub note: String,
}

/// Writes a new draft. Returns the id of its set.
///
/// # Errors
/// `NotFound` for everybody but editors; `Invalid` with every problem (a pointer into the text, or
/// `note`): what cannot be read or does not hold together, an id that a set or an open draft has;
/// else from the store.
pub async fn write(context: &RequestContext, new: &NewDraft) -> Result<String, ServiceError> {
    authorise::office(context, Action::DraftParameters)?;
    let draft = read(&context.platform.database.reader, new).await?;
    let change = |transaction| put(context, &draft, None, transaction);
    context.platform.database.write(change).await?;
    Ok(draft.set.id)
}

/// Writes the open draft `id` anew, as it stood when its content was `seen`. It has to be tried and
/// reviewed again; to send what is there already changes nothing.
///
/// # Errors
/// As [`write`]; `NotFound` without such a draft, `Invalid` at `/id` for another id in the text and
/// with `changed_meanwhile` when somebody else was faster.
pub async fn rewrite(
    context: &RequestContext,
    id: &str,
    seen: &str,
    new: &NewDraft,
) -> Result<(), ServiceError> {
    authorise::office(context, Action::DraftParameters)?;
    let draft = read(&context.platform.database.reader, new).await?;
    if draft.set.id != id {
        return Err(other_id());
    }
    let change = |transaction| put(context, &draft, Some(seen), transaction);
    context.platform.database.write(change).await
}

/// Throws the open draft `id` away; its history stays.
///
/// # Errors
/// `NotFound` for everybody but editors and without such a draft; `Invalid` for a reason that is
/// missing or too long; else from the store.
pub async fn discard(context: &RequestContext, id: &str, reason: &str) -> Result<(), ServiceError> {
    authorise::office(context, Action::DraftParameters)?;
    let reason = steps::note("reason", reason)?;
    let change = |transaction| throw_away(context, id, reason, transaction);
    context.platform.database.write(change).await
}

/// A draft that can be read and holds together.
struct Read {
    set: ParameterSet,
    typed: String,
    body: String,
    hash: String,
    note: String,
}

async fn read(reader: &impl ConnectionTrait, new: &NewDraft) -> Result<Read, ServiceError> {
    let note = steps::note("note", &new.note);
    let set = read_set(reader, &new.text).await;
    let (mut set, note) = match (set, note) {
        (Ok(set), Ok(note)) => (set, note.to_owned()),
        (Err(ServiceError::Invalid(mut errors)), Err(ServiceError::Invalid(more))) => {
            errors.extend(more);
            return Err(ServiceError::Invalid(errors));
        }
        (Err(error), _) | (_, Err(error)) => return Err(error),
    };
    // Who checked it is not the editor's to say: the release says it.
    set.reviewed_by = None;
    set.reviewed_on = None;
    let body = serde_json::to_string(&set).map_err(ServiceError::internal)?;
    Ok(Read {
        hash: hash(&body),
        set,
        typed: new.text.trim().to_owned(),
        body,
        note,
    })
}

/// The one set of `text`, whole.
///
/// # Errors
/// `Invalid` with every problem, each with a pointer into the text; else from the store.
pub(super) async fn read_set(
    reader: &impl ConnectionTrait,
    text: &str,
) -> Result<ParameterSet, ServiceError> {
    if text.trim().is_empty() {
        return Err(ServiceError::invalid("", "empty", "no text"));
    }
    if text.chars().count() > LONGEST_TEXT {
        return Err(ServiceError::invalid(
            "",
            "too_long",
            "at most 300,000 characters",
        ));
    }
    let (sets, errors) = import::read_draft(reader, text).await?;
    if !errors.is_empty() {
        return Err(ServiceError::Invalid(errors));
    }
    let mut sets = sets.into_iter().map(|(_, set)| set);
    let (Some(set), None) = (sets.next(), sets.next()) else {
        return Err(ServiceError::invalid("", "not_one", "exactly one set"));
    };
    if !is_name(&set.id) {
        return Err(ServiceError::invalid(
            "/id",
            "bad_id",
            "at most 40 letters, digits, dots and hyphens, a letter or digit first",
        ));
    }
    Ok(set)
}

/// Whether a text may be kept under `id`: as the draft `own`, or else as a new one.
///
/// # Errors
/// `Invalid` at `/id` when not, `NotFound` when `own` is no open draft; else from the store.
pub(super) async fn is_free(
    connection: &impl ConnectionTrait,
    id: &str,
    own: Option<&str>,
) -> Result<(), ServiceError> {
    if let Some(own) = own {
        open(connection, own).await?;
        return if own == id { Ok(()) } else { Err(other_id()) };
    }
    if is_released(connection, id).await? {
        return Err(already_used());
    }
    match open(connection, id).await {
        Ok(_) => Err(drafted()),
        Err(ServiceError::NotFound) => Ok(()),
        Err(error) => Err(error),
    }
}

fn other_id() -> ServiceError {
    ServiceError::invalid("/id", "other_id", "the id of a draft stays as it is")
}

fn already_used() -> ServiceError {
    ServiceError::invalid("/id", "already_used", "a released set has this id")
}

fn drafted() -> ServiceError {
    ServiceError::invalid("/id", "drafted", "an open draft has this id")
}

/// Whether an id can stand in an address.
fn is_name(id: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    id.len() <= LONGEST_ID
        && id.bytes().all(allowed)
        && id
            .bytes()
            .next()
            .is_some_and(|one| one.is_ascii_alphanumeric())
}

/// The name of a content.
pub(super) fn hash(body: &str) -> String {
    hex::encode(Sha256::digest(body))
}

/// The open draft `id`.
///
/// # Errors
/// `NotFound` without one; else from the store.
pub(super) async fn open(
    connection: &impl ConnectionTrait,
    id: &str,
) -> Result<(parameter_draft::Model, Stage), ServiceError> {
    let row = parameter_draft::Entity::find_by_id(id.to_owned())
        .one(connection)
        .await?;
    let row = row.ok_or(ServiceError::NotFound)?;
    let stage = Stage::from_code(&row.state).filter(|stage| stage.is_open());
    Ok((row, stage.ok_or(ServiceError::NotFound)?))
}

/// Whether there is a released set with this id.
pub(super) async fn is_released(
    connection: &impl ConnectionTrait,
    id: &str,
) -> Result<bool, ServiceError> {
    let row = parameter_set::Entity::find_by_id(id.to_owned())
        .one(connection)
        .await?;
    Ok(row.is_some())
}

async fn put(
    context: &RequestContext,
    draft: &Read,
    seen: Option<&str>,
    transaction: DatabaseTransaction,
) -> Result<(), ServiceError> {
    let id = draft.set.id.as_str();
    if is_released(&transaction, id).await? {
        return Err(already_used());
    }
    match (open(&transaction, id).await, seen) {
        (Ok((row, _)), Some(seen)) if row.content_hash != seen => {
            let detail = "somebody else wrote this draft meanwhile";
            return Err(ServiceError::invalid("", "changed_meanwhile", detail));
        }
        (Ok((row, _)), Some(_)) if row.content_hash == draft.hash => return Ok(()),
        (Ok(_), Some(_)) | (Err(ServiceError::NotFound), None) => {}
        (Ok(_), None) => return Err(drafted()),
        (Err(error), _) => return Err(error),
    }
    let row = parameter_draft::Model {
        parameter_set_id: id.to_owned(),
        region_code: draft.set.region.to_string(),
        valid_from: draft.set.effective.from,
        valid_until: draft.set.effective.through,
        state: Stage::Drafted.code().to_owned(),
        typed: draft.typed.clone(),
        body: draft.body.clone(),
        content_hash: draft.hash.clone(),
        changed_at: context.now,
    };
    bulk::replace::<parameter_draft::Entity>(&transaction, &[row]).await?;
    let step = NewStep {
        id,
        stage: Stage::Drafted,
        hash: &draft.hash,
        note: &draft.note,
        action: Action::DraftParameters,
    };
    record(&transaction, context, step).await?;
    transaction.commit().await?;
    Ok(())
}

async fn throw_away(
    context: &RequestContext,
    id: &str,
    reason: &str,
    transaction: DatabaseTransaction,
) -> Result<(), ServiceError> {
    let (row, _) = open(&transaction, id).await?;
    let step = NewStep {
        id,
        stage: Stage::Discarded,
        hash: &row.content_hash,
        note: reason,
        action: Action::DraftParameters,
    };
    record(&transaction, context, step).await?;
    set_stage(&transaction, row.clone(), Stage::Discarded).await?;
    transaction.commit().await?;
    Ok(())
}

/// Writes a step of whoever acts.
async fn record(
    transaction: &DatabaseTransaction,
    context: &RequestContext,
    step: NewStep<'_>,
) -> Result<(), ServiceError> {
    let hand = Hand::of(transaction, context).await?;
    let known = steps::all(transaction, step.id).await?;
    steps::write(transaction, context, hand, &known, step).await
}

/// Moves the draft `row` to `stage`.
pub(super) async fn set_stage(
    connection: &impl ConnectionTrait,
    mut row: parameter_draft::Model,
    stage: Stage,
) -> Result<(), ServiceError> {
    stage.code().clone_into(&mut row.state);
    bulk::replace::<parameter_draft::Entity>(connection, &[row]).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::is_name;

    #[test]
    fn an_id_can_stand_in_an_address() {
        for good in ["BJ-2027", "hz_2027.1", "7"] {
            assert!(is_name(good), "{good}");
        }
        let long = "x".repeat(41);
        for bad in ["", "..", "-x", "北京", "a/b", "a b", long.as_str()] {
            assert!(!is_name(bad), "{bad}");
        }
    }
}
