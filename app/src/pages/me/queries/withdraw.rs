//! `/me/queries/{id}/withdraw`: says what withdrawing means, then does it.

use leptos::prelude::*;
use services::ServiceError;
use services::enquiries::{self, withdraw};

use super::super::not_registered;
use super::crumbs;
use super::text::QueriesText;
use crate::page::{Answer, Area, Flash, LocalPath, Page, PageRequest, PageResult};
use crate::ui::{Breadcrumbs, Button, ButtonKind, ButtonLink, Form};

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
    let page = Page::new(text.withdraw_question, Area::Personal, move || {
        let action = format!("{back}/withdraw");
        view! {
            <Breadcrumbs crumbs=crumbs(text, Some(enquiry.number))/>
            <h1>{text.withdraw_question}</h1>
            <p class="measure">{text.withdraw_means}</p>
            <Form action>
                <p class="actions">
                    <Button label=text.withdraw_yes kind=ButtonKind::Danger/>
                    <ButtonLink href=back label=text.withdraw_no kind=ButtonKind::Quiet/>
                </p>
            </Form>
        }
    });
    Ok(page.into())
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
