//! `/me/queries/{id}/withdraw`: says what withdrawing means, then does it.

use services::ServiceError;
use services::enquiries::{self, withdraw};

use super::super::{not_registered, withdraw_question};
use super::crumbs;
use super::text::QueriesText;
use crate::page::{Answer, Flash, LocalPath, PageRequest, PageResult};

/// The question. A query that has ended is shown instead.
///
/// # Errors
/// `NotFound` for anything but one of the person's own queries, and whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    let Some(person) = request.context.actor.person else {
        return Ok(not_registered::page(&request).into());
    };
    let id = request.id("id")?;
    let enquiry = enquiries::one(&request.context, person, id).await?;
    let back = format!("/me/queries/{id}");
    if !enquiry.state().is_open() {
        let path = LocalPath::parse(&back).ok_or(ServiceError::NotFound)?;
        return Ok(Answer::SeeOther(path, Vec::new()));
    }
    let text = QueriesText::of(request.language());
    let crumbs = crumbs(text, Some(enquiry.number));
    Ok(withdraw_question::page(&text.withdrawing, crumbs, back).into())
}

/// Takes it back. One that was answered meanwhile is shown with its answer.
///
/// # Errors
/// As [`page`].
pub async fn post(request: PageRequest) -> PageResult {
    let person = request.context.actor.person.ok_or(ServiceError::NotFound)?;
    let id = request.id("id")?;
    let path = LocalPath::parse(&format!("/me/queries/{id}")).ok_or(ServiceError::NotFound)?;
    match withdraw::withdraw(&request.context, person, id).await {
        Ok(()) => Ok(Answer::Told(path, Flash::QueryWithdrawn)),
        Err(ServiceError::Conflict(_)) => Ok(Answer::SeeOther(path, Vec::new())),
        Err(other) => Err(other.into()),
    }
}
