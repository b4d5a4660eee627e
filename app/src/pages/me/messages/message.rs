//! `/me/messages/{id}`: one message, what it means and where it leads. Reading the page changes
//! nothing; a form opens it from the list, and others mark it here.

use leptos::prelude::*;
use services::ServiceError;
use services::messages::{Message, list, mark};

use super::post::local;
use super::said::Said;
use super::text::MessagesText;
use super::{title, topics};
use crate::page::{Answer, Area, Page, PageRequest, PageResult};
use crate::pages::me::not_registered;
use crate::ui::{
    Badge, Breadcrumbs, Button, ButtonKind, ButtonLink, Crumb, Date, Form, Look, PrintButton, Tone,
};

/// The page.
///
/// # Errors
/// `NotFound` when there is no such message or the actor may not see it, and whatever the store
/// says.
pub async fn page(request: PageRequest) -> PageResult {
    let Some(person) = request.context.actor.person else {
        return Ok(not_registered::page(&request).into());
    };
    let message = list::one(&request.context, person, request.id("id")?).await?;
    let text = MessagesText::of(request.language());
    let look = Look::new(request.language(), request.preferences.elder);
    let title = title(text, message.template.as_ref(), look);
    let heading = title.clone();
    let page = Page::new(title, Area::Personal, move || {
        view! { <Content text message heading/> }
    });
    Ok(page.into())
}

/// Marks the message as `read` says: `yes` stays on it, `no` goes back to the list.
///
/// # Errors
/// As [`page`].
pub async fn post(request: PageRequest) -> PageResult {
    let person = request.context.actor.person;
    let person = person.ok_or(ServiceError::NotFound)?;
    let id = request.id("id")?;
    let read = request.field("read") != Some("no");
    mark::one(&request.context, person, id, read).await?;
    let path = if read {
        local(&format!("/me/messages/{id}"))?
    } else {
        local("/me/messages")?
    };
    Ok(Answer::SeeOther(path, Vec::new()))
}

#[component]
fn Content(text: &'static MessagesText, message: Message, heading: String) -> impl IntoView {
    let look = Look::current();
    let crumbs = vec![
        Crumb::link(text.home, "/me"),
        Crumb::link(text.title, "/me/messages"),
        Crumb::here(heading.clone()),
    ];
    let said = message
        .template
        .as_ref()
        .map(|template| Said::of(template, look));
    let topic = message
        .template
        .as_ref()
        .map(|template| topics::name(template.topic(), look.language));
    let (lines, leads) = said.map_or_else(
        || (vec![text.unreadable_more.to_owned()], None),
        |said| (said.lines, said.leads),
    );
    let lines: Vec<_> = lines
        .into_iter()
        .map(|line| view! { <p class="measure">{line}</p> })
        .collect();
    let action = format!("/me/messages/{}", message.id);
    let (label, value) = if message.is_read {
        (text.mark_unread, "no")
    } else {
        (text.mark_read, "yes")
    };
    let unread = (!message.is_read).then(|| view! { <Badge label=text.unread tone=Tone::Notice/> });
    view! {
        <Breadcrumbs crumbs/>
        <h1>{heading}</h1>
        <p class="meta">{unread}<Date of=message.sent_on/>{topic.map(|topic| view! { <span>{topic}</span> })}</p>
        <div class="card stack" data-flow="close">
            {lines}
            {leads.map(|(href, label)| view! { <p class="actions"><ButtonLink href label/></p> })}
        </div>
        <div class="actions">
            <ButtonLink href="/me/messages" label=text.back kind=ButtonKind::Quiet/>
            <Form action>
                <Button label kind=ButtonKind::Quiet name="read" value/>
            </Form>
            <PrintButton/>
        </div>
    }
}
