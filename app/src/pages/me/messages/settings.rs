//! `/me/messages/settings`: what one wants to get messages about.

use leptos::prelude::*;
use services::ServiceError;
use services::messages::{Topic, settings};

use super::post::local;
use super::text::MessagesText;
use super::topics;
use crate::page::{Answer, Area, Flash, Page, PageRequest, PageResult};
use crate::pages::me::not_registered;
use crate::ui::{Breadcrumbs, Button, ButtonKind, ButtonLink, Crumb, Form, IntoWritten};

/// The page.
///
/// # Errors
/// `NotFound` when the actor may not see it, and whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    let Some(person) = request.context.actor.person else {
        return Ok(not_registered::page(&request).into());
    };
    let wanted = settings::of(&request.context, person).await?;
    let text = MessagesText::of(request.language());
    let page = Page::new(
        text.choose,
        Area::Personal,
        move || view! { <Content text wanted/> },
    );
    Ok(page.into())
}

/// Keeps the topics that were ticked and goes back to the page.
///
/// # Errors
/// As [`page`].
pub async fn post(request: PageRequest) -> PageResult {
    let person = request.context.actor.person;
    let person = person.ok_or(ServiceError::NotFound)?;
    let ticked = request.form.iter().filter(|(name, _)| name == "topic");
    let ticked: Vec<Topic> = ticked
        .filter_map(|(_, code)| Topic::from_code(code))
        .collect();
    settings::keep(&request.context, person, &ticked).await?;
    let path = local("/me/messages/settings")?;
    Ok(Answer::Told(path, Flash::TopicsKept))
}

#[component]
fn Content(text: &'static MessagesText, wanted: Vec<Topic>) -> impl IntoView {
    let crumbs = vec![
        Crumb::link(text.home, "/me"),
        Crumb::link(text.title, "/me/messages"),
        Crumb::here(text.choose),
    ];
    let topics: Vec<_> = Topic::ALL
        .into_iter()
        .map(|topic| view! { <TopicBox text topic checked=wanted.contains(&topic)/> })
        .collect();
    view! {
        <Breadcrumbs crumbs/>
        <h1>{text.choose}</h1>
        <p class="measure">{text.choose_more}</p>
        <Form action="/me/messages/settings" class="form">
            <fieldset class="field topics">
                <legend>{text.topics}</legend>
                {topics}
            </fieldset>
            <p class="measure muted">{text.later}</p>
            <div class="actions">
                <Button label=text.save/>
                <ButtonLink href="/me/messages" label=text.back kind=ButtonKind::Quiet/>
            </div>
        </Form>
    }
}

/// A topic with what it is about. One that is mandatory is said to be so and has no box.
#[component]
fn TopicBox(text: &'static MessagesText, topic: Topic, checked: bool) -> impl IntoView {
    let name = topics::name(topic, text.language);
    let about = topics::about(topic, text.language);
    if topic.is_mandatory() {
        return view! {
            <div class="topic">
                <p><strong>{name}</strong>" "<span class="muted">{text.always}</span></p>
                <p class="hint">{about}</p>
            </div>
        }
        .written();
    }
    let id = format!("topic-{}", topic.code());
    let hint = format!("{id}-hint");
    let (label_for, described_by) = (id.clone(), hint.clone());
    view! {
        <div class="topic">
            <label for=label_for>
                <input type="checkbox" id=id name="topic" value=topic.code() checked=checked aria-describedby=described_by/>
                {name}
            </label>
            <p class="hint" id=hint>{about}</p>
        </div>
    }
    .written()
}
