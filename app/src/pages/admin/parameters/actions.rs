//! What is pressed on the page of a set. A form that breaks a rule comes back with what was typed.

use domain::money::Money;
use services::ServiceError;
use services::parameters::governed;
use services::parameters::review::Verdict;
use services::parameters::stage::Stage;
use services::parameters::take_back;
use services::parameters::take_back::Answer;
use services::parameters::{draft, release as releasing, review as reviewing, simulate as trying};

use super::one::{Typed, show};
use super::{HERE, ParametersDone, address_of, go};
use crate::page::{PageRequest, PageResult};

fn field<'a>(request: &'a PageRequest, name: &str) -> &'a str {
    request.field(name).unwrap_or_default()
}

/// Goes back to the set, or shows what is wrong.
async fn done(
    request: &PageRequest,
    result: Result<ParametersDone, ServiceError>,
    typed: Typed,
) -> PageResult {
    match result {
        Ok(done) => {
            let there = match done {
                ParametersDone::Discarded => HERE.to_owned(),
                _ => address_of(request.param("id")).ok_or(ServiceError::NotFound)?,
            };
            go(&there, done)
        }
        Err(ServiceError::Invalid(errors)) => show(request, typed, &errors).await,
        Err(other) => Err(other.into()),
    }
}

/// Begins a simulation.
///
/// # Errors
/// As the use case.
pub async fn simulate(request: PageRequest) -> PageResult {
    let wanted = field(&request, "wanted").parse().unwrap_or_default();
    let result = trying::ask(&request.context, request.param("id"), wanted).await;
    let result = result.map(|()| ParametersDone::Begun);
    done(&request, result, Typed::default()).await
}

/// Throws the draft away.
///
/// # Errors
/// As the use case.
pub async fn discard(request: PageRequest) -> PageResult {
    let reason = field(&request, "reason");
    let result = draft::discard(&request.context, request.param("id"), reason).await;
    let typed = Typed {
        reason: reason.to_owned(),
        ..Typed::default()
    };
    done(&request, result.map(|()| ParametersDone::Discarded), typed).await
}

/// Writes what the approver thinks.
///
/// # Errors
/// As the use case; `NotFound` without a decision.
pub async fn review(request: PageRequest) -> PageResult {
    let verdict = Verdict::from_code(field(&request, "verdict")).ok_or(ServiceError::NotFound)?;
    let (id, seen, note) = (
        request.param("id"),
        field(&request, "seen"),
        field(&request, "note"),
    );
    let result = reviewing::review(&request.context, id, seen, verdict, note).await;
    let result = result.map(|()| match verdict {
        Verdict::Good => ParametersDone::Reviewed,
        Verdict::Back => ParametersDone::Returned,
    });
    let typed = Typed {
        note: note.to_owned(),
        ..Typed::default()
    };
    done(&request, result, typed).await
}

/// Releases the draft.
///
/// # Errors
/// As the use case.
pub async fn release(request: PageRequest) -> PageResult {
    let (id, seen, told_from) = (
        request.param("id"),
        field(&request, "seen"),
        field(&request, "told_from"),
    );
    // What is no amount is refused with the amounts that are.
    let amount = Money::typed(told_from).unwrap_or(Money::ZERO);
    let result = releasing::release(&request.context, id, seen, amount).await;
    let result = match result {
        Ok(true) => {
            // Released for days that are past already?
            let one = Box::pin(governed::one(&request.context, id)).await?;
            Ok(if one.stage == Stage::Superseded {
                ParametersDone::Past
            } else {
                ParametersDone::Active
            })
        }
        Ok(false) => Ok(ParametersDone::Scheduled),
        Err(error) => Err(error),
    };
    let typed = Typed {
        told_from: Some(told_from.to_owned()),
        ..Typed::default()
    };
    done(&request, result, typed).await
}

/// Asks that the set be taken back.
///
/// # Errors
/// As the use case.
pub async fn ask(request: PageRequest) -> PageResult {
    let reason = field(&request, "reason");
    let result = take_back::ask(&request.context, request.param("id"), reason).await;
    let typed = Typed {
        reason: reason.to_owned(),
        ..Typed::default()
    };
    done(&request, result.map(|()| ParametersDone::Asked), typed).await
}

/// Decides on that.
///
/// # Errors
/// As the use case; `NotFound` without a decision.
pub async fn answer(request: PageRequest) -> PageResult {
    let answer = Answer::from_code(field(&request, "answer")).ok_or(ServiceError::NotFound)?;
    let note = field(&request, "note");
    let result = take_back::answer(&request.context, request.param("id"), answer, note).await;
    let result = result.map(|()| match answer {
        Answer::Yes => ParametersDone::TakenBack,
        Answer::No => ParametersDone::Kept,
    });
    let typed = Typed {
        note: note.to_owned(),
        ..Typed::default()
    };
    done(&request, result, typed).await
}
