//! `/me/certificates/{id}/withdraw`: says what withdrawing means, then does it.

use services::ServiceError;
use services::certificates::{State, one, withdraw};

use super::super::{not_registered, withdraw_question};
use super::{crumbs, text::CertificatesText};
use crate::page::{Answer, LocalPath, PageRequest, PageResult};

/// The question. A certificate that cannot be withdrawn any more is shown instead.
///
/// # Errors
/// `NotFound` when the actor may not see it or there is none, and whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    let Some(person) = request.context.actor.person else {
        return Ok(not_registered::page(&request).into());
    };
    let id = request.id("id")?;
    let found = one::of(&request.context, person, id).await?;
    let back = format!("/me/certificates/{id}");
    if found.state() != State::InForce {
        let path = LocalPath::parse(&back).ok_or(ServiceError::NotFound)?;
        return Ok(Answer::SeeOther(path, Vec::new()));
    }
    let text = CertificatesText::of(request.language());
    let crumbs = crumbs(text, Some(text.withdraw));
    Ok(withdraw_question::page(&text.withdrawing, crumbs, back).into())
}

/// Withdraws it.
///
/// # Errors
/// As [`page`].
pub async fn post(request: PageRequest) -> PageResult {
    let person = request.context.actor.person.ok_or(ServiceError::NotFound)?;
    let id = request.id("id")?;
    withdraw::withdraw(&request.context, person, id).await?;
    let path = LocalPath::parse(&format!("/me/certificates/{id}?done=withdrawn"));
    Ok(Answer::SeeOther(
        path.ok_or(ServiceError::NotFound)?,
        Vec::new(),
    ))
}
