//! `/me/sessions`: where one is signed in, and ending that from afar.

pub(super) mod device;
mod text;

use leptos::prelude::*;
use services::ServiceError;
use services::accounts::own_sessions::{self, OwnSession};

use super::privacy_tabs::{PrivacyTab, PrivacyTabs};
use crate::hats;
use crate::page::{Answer, Flash, LocalPath, Page, PageRequest, PageResult};
use crate::pages::moment::moment;
use crate::ui::{
    Badge, Breadcrumbs, Button, ButtonKind, Card, Column, Crumb, Form, IntoWritten, Look, Table,
    Tone, Written,
};
use text::SessionsText;

/// The page. Everybody who can sign in has it, insured or not.
///
/// # Errors
/// Whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    let sessions = own_sessions::of(&request.context, request.session).await?;
    let text = SessionsText::of(request.language());
    let role = request.context.actor.role;
    let insured = request.context.actor.person.is_some();
    let language = request.language();
    let home = match hats::places(role).first() {
        Some(place) => Crumb::link(place.name(language), place.href),
        None => Crumb::link(text.home, "/me"),
    };
    let page = Page::new(text.title, hats::area(role), move || {
        view! { <Content text sessions insured home/> }
    });
    Ok(page.into())
}

/// Ends the session that the form names, or all but this one, and goes back to the page. A
/// session that has ended already is ended: nothing tells it from somebody else's.
///
/// # Errors
/// Whatever the store says.
pub async fn post(request: PageRequest) -> PageResult {
    if request.field("others").is_some() {
        own_sessions::end_others(&request.context, request.session).await?;
    } else {
        let handle = request.field("end").unwrap_or_default();
        own_sessions::end(&request.context, handle).await?;
    }
    let path = LocalPath::parse("/me/sessions").ok_or(ServiceError::NotFound)?;
    Ok(Answer::Told(path, Flash::OtherSessionsEnded))
}

#[component]
fn Content(
    text: &'static SessionsText,
    sessions: Vec<OwnSession>,
    /// Whether an insured person stands behind the account.
    insured: bool,
    /// Where the way here begins.
    home: Crumb,
) -> impl IntoView {
    let look = Look::current();
    let crumbs = vec![home, Crumb::here(text.title)];
    let columns = vec![
        Column::title(text.device),
        Column::text(text.began),
        Column::text(text.used),
        Column::text(text.end),
    ];
    let others = sessions.iter().any(|session| !session.this);
    let rows = sessions
        .into_iter()
        .map(|one| row(text, one, look))
        .collect();
    let others = others.then(|| {
        view! {
            <Card title=text.others_title>
                <p>{text.others_more}</p>
                <Form action="/me/sessions" hidden=vec![("others", "yes".to_owned())]>
                    <Button label=text.others kind=ButtonKind::Quiet/>
                </Form>
            </Card>
        }
    });
    view! {
        <Breadcrumbs crumbs/>
        <h1>{text.title}</h1>
        {insured.then(|| view! { <PrivacyTabs current=PrivacyTab::Sessions/> })}
        <p class="measure">{text.lead}</p>
        <Card title=text.list>
            <Table caption=text.list hide_caption=true columns rows/>
        </Card>
        {others}
        <Card title=text.everywhere_title>
            <p>{text.everywhere_more}</p>
            <Form action="/sign-out" hidden=vec![("everywhere", "yes".to_owned())]>
                <Button label=text.everywhere kind=ButtonKind::Danger/>
            </Form>
        </Card>
    }
}

fn row(text: &'static SessionsText, one: OwnSession, look: Look) -> Vec<Written> {
    let name = device::name(&one.user_agent, look.language);
    let time = |at: chrono::DateTime<chrono::Utc>| {
        view! { <time datetime=at.to_rfc3339()>{moment(at, look.language)}</time> }.written()
    };
    let end = if one.this {
        view! { <Badge label=text.this tone=Tone::Good/> }.written()
    } else {
        let label = (text.end_one)(&name);
        view! {
            <Form action="/me/sessions" hidden=vec![("end", one.handle)]>
                <Button label kind=ButtonKind::Quiet/>
            </Form>
        }
        .written()
    };
    vec![name.written(), time(one.began), time(one.last_used), end]
}
