//! `/me/certificates/{id}/withdraw`: says what withdrawing means, then does it.

use leptos::prelude::*;
use services::ServiceError;
use services::certificates::{State, one, withdraw};

use super::super::not_registered;
use super::{crumbs, text::CertificatesText};
use crate::page::{Answer, Area, LocalPath, Page, PageRequest, PageResult};
use crate::ui::{Breadcrumbs, Button, ButtonKind, ButtonLink, Form};

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
    let page = Page::new(text.withdraw_question, Area::Personal, move || {
        let action = format!("{back}/withdraw");
        view! {
            <Breadcrumbs crumbs=crumbs(text, Some(text.withdraw))/>
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
