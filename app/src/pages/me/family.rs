//! `/me/family`: whom one may see and why, who may see oneself, and what is being asked.

mod consent;
mod done;
pub mod end;
pub mod invitation;
mod invitations;
pub mod invite;
pub mod ledger;
mod links;
pub mod share;
mod text;
pub mod withdraw;
pub(super) mod words;

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use services::context::day_in_china;
use services::family::{Family, State, links as family_links};

use super::not_registered;
use crate::page::{Answer, Area, Flash, LocalPath, Page, PageRequest, PageResult};
use crate::ui::{
    Breadcrumbs, ButtonKind, ButtonLink, Card, Crumb, EmptyState, IntoWritten, Look, Sign,
    date_text,
};
use invitations::{Received, Sent, Waiting};
use links::{Links, Whose};
use text::FamilyText;

pub use done::Done;

/// The address of the page.
const ADDRESS: &str = "/me/family";

/// The page.
///
/// # Errors
/// Whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    if request.context.actor.person.is_none() {
        return Ok(not_registered::page(&request).into());
    }
    let family = family_links::of(&request.context).await?;
    let text = FamilyText::of(request.language());
    let page = Page::new(
        text.title,
        Area::Personal,
        move || view! { <Content text family/> },
    );
    Ok(page.into())
}

/// Back to the page, where `done` is said.
fn go_back(done: Done) -> PageResult {
    let path = LocalPath::parse(ADDRESS).ok_or(services::ServiceError::NotFound)?;
    Ok(Answer::Told(path, Flash::Family(done)))
}

#[component]
fn Content(text: &'static FamilyText, family: Family) -> impl IntoView {
    let look = Look::current();
    let crumbs = vec![
        Crumb::link(look.pick("我的医保", "My insurance"), "/me"),
        Crumb::here(text.title),
    ];
    let Family {
        seen,
        seeing,
        sent,
        received,
    } = family;
    let (waiting, closed): (Vec<_>, Vec<_>) = received
        .into_iter()
        .partition(|one| one.state == State::Waiting);
    let nobody = seen.is_empty();
    let seen = if nobody {
        view! { <EmptyState title=text.nobody text=text.nobody_more/> }.written()
    } else {
        view! { <Links text links=seen whose=Whose::Theirs/> }.written()
    };
    let seeing = if seeing.is_empty() {
        view! { <p>{text.seen_by_nobody}</p> }.written()
    } else {
        view! { <Links text links=seeing whose=Whose::Mine/> }.written()
    };
    view! {
        <Breadcrumbs crumbs/>
        <h1>{text.title}</h1>
        <p class="measure">{text.lead}</p>
        <p class="measure">{text.rests_on}</p>
        <p class="measure">
            {text.unexpected}
            <a href="/me/access">{look.pick("“谁看过我的资料”", "Who looked at my data")}</a>
            {text.unexpected_end}
        </p>
        <p class="actions">
            <ButtonLink href="/me/family/invite" label=text.invite sign=Sign::Person/>
            {(!nobody).then(|| view! { <ButtonLink href="/me/family/ledger" label=text.ledger kind=ButtonKind::Quiet sign=Sign::Gauge/> })}
            <ButtonLink href="/me/family/share" label=text.share kind=ButtonKind::Quiet/>
        </p>
        {(!waiting.is_empty()).then(|| view! { <Waiting text invitations=waiting/> })}
        <Card title=text.seen>{seen}</Card>
        <Card title=text.seeing>{seeing}</Card>
        {(!sent.is_empty()).then(|| view! { <Sent text invitations=sent/> })}
        {(!closed.is_empty()).then(|| view! { <Received text invitations=closed/> })}
        <Card title=text.ends>
            <ul class="bullets measure">{text.ends_rules.iter().map(|rule| view! { <li>{*rule}</li> }).collect_view()}</ul>
        </Card>
    }
}

/// The day of an instant, as people write it.
fn day(instant: DateTime<Utc>, look: Look) -> String {
    date_text(day_in_china(instant), look.language)
}
