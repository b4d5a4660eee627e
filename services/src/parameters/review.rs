//! An approver looks at a draft that was tried: checked, or back to the editor.

use domain::access::Action;
use sea_orm::DatabaseTransaction;

use super::around::same_day;
use super::draft;
use super::release::of_region;
use super::stage::Stage;
use super::steps::{self, Hand, NewStep};
use crate::authorise;
use crate::context::RequestContext;
use crate::error::ServiceError;

/// What an approver says of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is right.
    Good,
    /// The editor has to write it anew.
    Back,
}

impl Verdict {
    /// What the form sends.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Back => "back",
        }
    }

    /// The verdict with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Good, Self::Back]
            .into_iter()
            .find(|verdict| verdict.code() == code)
    }
}

/// Writes `verdict` on the draft `id`, whose content was `seen`, with a note.
///
/// # Errors
/// `NotFound` for everybody but approvers and without such a draft; `Invalid` for a note that is
/// missing or too long, `own_draft` for whoever wrote any of it, in whatever hat and with whatever
/// account, `same_day` for a draft that could not be released because a set of its region begins on
/// that day, `not_simulated` before it was tried as it stands, `changed_meanwhile` when it is not
/// what was seen; else from the store.
pub async fn review(
    context: &RequestContext,
    id: &str,
    seen: &str,
    verdict: Verdict,
    note: &str,
) -> Result<(), ServiceError> {
    authorise::office(context, Action::ReleaseParameters)?;
    let note = steps::note("note", note)?;
    let change = |transaction| write(context, id, seen, verdict, note, transaction);
    context.platform.database.write(change).await
}

async fn write(
    context: &RequestContext,
    id: &str,
    seen: &str,
    verdict: Verdict,
    note: &str,
    transaction: DatabaseTransaction,
) -> Result<(), ServiceError> {
    let (row, stage) = draft::open(&transaction, id).await?;
    let hand = Hand::of(&transaction, context).await?;
    let known = steps::all(&transaction, id).await?;
    if steps::wrote(hand, &known) {
        let detail = "somebody who did not write the draft reviews it";
        return Err(ServiceError::invalid("note", "own_draft", detail));
    }
    if row.content_hash != seen {
        let detail = "the draft was written anew meanwhile";
        return Err(ServiceError::invalid("note", "changed_meanwhile", detail));
    }
    let neighbours = of_region(&transaction, &row.region_code).await?;
    if verdict == Verdict::Good && same_day(&neighbours, row.valid_from).is_some() {
        let detail = "a set of this place begins on the same day";
        return Err(ServiceError::invalid("note", "same_day", detail));
    }
    let (step, next) = match (verdict, stage) {
        (Verdict::Good, Stage::Simulated) => (Stage::Reviewed, Stage::Reviewed),
        (Verdict::Good, Stage::Reviewed) => return Ok(()),
        (Verdict::Good, _) => {
            let detail = "the draft has to be tried on earlier bills first";
            return Err(ServiceError::invalid("note", "not_simulated", detail));
        }
        (Verdict::Back, _) => (Stage::Returned, Stage::Drafted),
    };
    let new = NewStep {
        id,
        stage: step,
        hash: &row.content_hash,
        note,
        action: Action::ReleaseParameters,
    };
    steps::write(&transaction, context, hand, &known, new).await?;
    draft::set_stage(&transaction, row, next).await?;
    transaction.commit().await?;
    Ok(())
}
