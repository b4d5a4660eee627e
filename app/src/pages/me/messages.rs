//! `/me/messages`: what the insurance has to tell, the newest first, unread ones marked.

pub mod message;
pub mod post;
pub(super) mod said;
pub mod settings;
pub(super) mod text;
pub(super) mod topics;
pub(super) mod unread;

use domain::ids::MessageId;
use leptos::prelude::*;
use services::messages::list::{self, Filter, Message, Messages};
use services::messages::{Template, Topic};

use super::not_registered;
use crate::address::with_query;
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::ui::{
    Badge, Breadcrumbs, Button, ButtonKind, ButtonLink, Chip, Chips, Crumb, Date, EmptyState, Form,
    IntoWritten, Look, Tone,
};
use said::Said;
use text::MessagesText;

/// The page. A topic that there is not means all of them, a `before` that is no message begins
/// at the newest.
///
/// # Errors
/// `NotFound` when the actor may not see it, and whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    let Some(person) = request.context.actor.person else {
        return Ok(not_registered::page(&request).into());
    };
    let filter = Filter {
        topic: request.query_value("topic").and_then(Topic::from_code),
        before: request
            .query_value("before")
            .and_then(|id| id.parse::<MessageId>().ok()),
        few: request.preferences.elder,
    };
    let messages = list::of(&request.context, person, filter).await?;
    let text = MessagesText::of(request.language());
    let unread = request.unread;
    let page = Page::new(text.title, Area::Personal, move || {
        view! { <Content text filter messages unread/> }
    });
    Ok(page.into())
}

#[component]
fn Content(
    text: &'static MessagesText,
    filter: Filter,
    messages: Messages,
    /// How many messages wait, of all topics.
    unread: u8,
) -> impl IntoView {
    let Messages { messages, next } = messages;
    let crumbs = vec![Crumb::link(text.home, "/me"), Crumb::here(text.title)];
    // In elder mode the messages themselves are the only choice on the page.
    let topics = (!filter.few || filter.topic.is_some())
        .then(|| view! { <Chips label=text.by_topic chips=chips(text, filter.topic)/> });
    let first = filter.before.is_none();
    let newest = messages.first().filter(|_| first).map(|one| one.id);
    let waits = messages.iter().any(|one| !one.is_read);
    let all_read = newest.filter(|_| waits).map(|newest| {
        view! { <AllRead text newest topic=filter.topic/> }
    });
    let content = if messages.is_empty() {
        let (title, more) = text.empty(filter);
        view! { <EmptyState title text=more/> }.written()
    } else {
        let items: Vec<_> = messages
            .into_iter()
            .map(|message| view! { <Item text message/> })
            .collect();
        view! {
            <Form action="/me/messages">
                <ul class="messages" role="list">{items}</ul>
            </Form>
        }
        .written()
    };
    view! {
        <Breadcrumbs crumbs/>
        <h1>{text.title}</h1>
        <p>{text.waiting(unread)}</p>
        {topics}
        {content}
        <Older next filter text/>
        <div class="actions">
            {all_read}
            <ButtonLink href="/me/messages/settings" label=text.choose kind=ButtonKind::Quiet/>
            <ButtonLink href="/me/queries" label=text.queries kind=ButtonKind::Quiet/>
        </div>
    }
}

fn chips(text: &MessagesText, topic: Option<Topic>) -> Vec<Chip> {
    let all = Chip::new(text.all_topics, "/me/messages", topic.is_none());
    let each = Topic::ALL.into_iter().map(|one| {
        let href = with_query("/me/messages", &[("topic", one.code())]);
        Chip::new(topics::name(one, text.language), href, topic == Some(one))
    });
    std::iter::once(all).chain(each).collect()
}

/// One message: a link when it has been read, else a button, because opening marks it read and
/// what only fetches an address must not.
#[component]
fn Item(text: &'static MessagesText, message: Message) -> impl IntoView {
    let look = Look::current();
    let title = title(text, message.template.as_ref(), look);
    let topic = message
        .template
        .as_ref()
        .map(|template| topics::name(template.topic(), look.language));
    let id = message.id.to_string();
    let (mark, heading) = if message.is_read {
        let href = format!("/me/messages/{id}");
        (
            view! { <span class="muted">{text.read}</span> }.written(),
            view! { <a href=href>{title}</a> }.written(),
        )
    } else {
        (
            view! { <Badge label=text.unread tone=Tone::Notice/> }.written(),
            view! { <button class="link" type="submit" name="open" value=id>{title}</button> }
                .written(),
        )
    };
    let unread = (!message.is_read).then_some("");
    view! {
        <li data-unread=unread>
            <p class="title">{heading}</p>
            <p class="meta">{mark}<Date of=message.sent_on/>{topic.map(|topic| view! { <span>{topic}</span> })}</p>
        </li>
    }
}

/// The title of a message. It names no illness, no hospital and no amount of a treatment:
/// somebody may look over one's shoulder.
pub(super) fn title(text: &MessagesText, template: Option<&Template>, look: Look) -> String {
    template.map_or_else(
        || text.unreadable.to_owned(),
        |template| Said::of(template, look).title,
    )
}

/// Marks what the page shows, and everything older, read.
#[component]
fn AllRead(text: &'static MessagesText, newest: MessageId, topic: Option<Topic>) -> impl IntoView {
    let topic = topic.map_or("", Topic::code);
    let hidden = vec![("seen", newest.to_string()), ("topic", topic.to_owned())];
    view! {
        <Form action="/me/messages" hidden>
            <Button label=text.all_read kind=ButtonKind::Quiet/>
        </Form>
    }
}

/// To older messages, and back to the newest.
#[component]
fn Older(text: &'static MessagesText, next: Option<MessageId>, filter: Filter) -> impl IntoView {
    let topic = filter.topic.map_or("", Topic::code);
    let newest = with_query("/me/messages", &[("topic", topic)]);
    let older = next.map(|id| {
        let before = id.to_string();
        with_query("/me/messages", &[("topic", topic), ("before", &before)])
    });
    let later = filter.before.is_some();
    (older.is_some() || later).then(|| {
        view! {
            <nav class="pages" aria-label=text.pages>
                {later.then(|| view! { <ButtonLink href=newest label=text.newest kind=ButtonKind::Quiet/> })}
                {older.map(|href| view! { <ButtonLink href label=text.older kind=ButtonKind::Quiet/> })}
            </nav>
        }
    })
}
