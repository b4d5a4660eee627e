//! `/me/certificates`: the certificates that one has issued, how they stand, how often they were
//! checked.

mod door;
pub mod issue;
pub mod new;
pub mod one;
pub mod paper;
mod sheet;
pub mod shown;
mod text;
pub mod withdraw;

use domain::ids::CertificateId;
use leptos::prelude::*;
use services::certificates::State;
use services::certificates::list::{self, Entry, List};
use services::context::day_in_china;

use super::not_registered;
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::ui::{
    Badge, Breadcrumbs, ButtonKind, ButtonLink, Card, Column, Crumb, Date, EmptyState, IntoWritten,
    Look, Sign, Table, Tone, Written, date_text,
};
pub(super) use door::CertificatesDoor;
use text::CertificatesText;

/// The page. A `before` that is no certificate begins at the newest one.
///
/// # Errors
/// `NotFound` when the actor may not see it, and whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    let Some(person) = request.context.actor.person else {
        return Ok(not_registered::page(&request).into());
    };
    let before = request
        .query_value("before")
        .and_then(|id| id.parse::<CertificateId>().ok());
    let list = list::of(&request.context, person, before).await?;
    let text = CertificatesText::of(request.language());
    let later = before.is_some();
    let page = Page::new(
        text.title,
        Area::Personal,
        move || view! { <Content text list later/> },
    );
    Ok(page.into())
}

/// The way to a page below the list.
fn crumbs(text: &CertificatesText, here: Option<&'static str>) -> Vec<Crumb> {
    let mut crumbs = vec![
        Crumb::link(text.home, "/me"),
        Crumb::link(text.enrolment, "/me/enrolment"),
    ];
    match here {
        Some(here) => crumbs.extend([
            Crumb::link(text.title, "/me/certificates"),
            Crumb::here(here),
        ]),
        None => crumbs.push(Crumb::here(text.title)),
    }
    crumbs
}

#[component]
fn Content(
    text: &'static CertificatesText,
    list: List,
    /// Whether this is not the first page.
    later: bool,
) -> impl IntoView {
    let look = Look::current();
    let List { certificates, next } = list;
    let content = if certificates.is_empty() {
        view! { <EmptyState title=text.empty text=text.empty_more/> }.written()
    } else {
        let rows = certificates
            .iter()
            .map(|one| row(text, one, look))
            .collect();
        view! {
            <Card title=text.issued>
                <Table caption=text.issued hide_caption=true columns=columns(text) rows/>
                <Older text next later/>
            </Card>
        }
        .written()
    };
    view! {
        <Breadcrumbs crumbs=crumbs(text, None)/>
        <h1>{text.title}</h1>
        <p class="measure">{text.lead}</p>
        <p class="actions"><ButtonLink href="/me/certificates/new" label=text.new sign=Sign::Document/></p>
        {content}
        <p class="small muted measure">{text.others_check}<a href="/check">{text.check_page}</a>{text.full_stop}</p>
    }
}

fn columns(text: &CertificatesText) -> Vec<Column> {
    vec![
        Column::title(text.issued_on),
        Column::text(text.state),
        Column::text(text.until),
        Column::text(text.checked),
    ]
}

fn row(text: &CertificatesText, one: &Entry, look: Look) -> Vec<Written> {
    let href = format!("/me/certificates/{}", one.id);
    let issued = date_text(day_in_china(one.issued_at), look.language);
    let name = (text.of_day)(&issued);
    let (state, tone) = if one.readable {
        state(text, one.state)
    } else {
        (text.unreadable, Tone::Danger)
    };
    let checked = text.times(one.checks, one.last_checked_on);
    vec![
        if one.readable {
            view! { <a href=href>{name}</a> }.written()
        } else {
            view! { <div><a href=href>{name}</a><p class="small muted">{text.unreadable_more}</p></div> }.written()
        },
        view! { <Badge label=state tone/> }.written(),
        view! { <Date of=one.expires_on/> }.written(),
        checked.written(),
    ]
}

/// How a certificate stands, in a word.
fn state(text: &CertificatesText, state: State) -> (&'static str, Tone) {
    match state {
        State::InForce => (text.in_force, Tone::Good),
        State::Expired => (text.expired, Tone::Muted),
        State::Withdrawn => (text.withdrawn, Tone::Muted),
    }
}

/// To older certificates, and back to the newest.
#[component]
fn Older(
    text: &'static CertificatesText,
    next: Option<CertificateId>,
    later: bool,
) -> impl IntoView {
    let older = next.map(|id| format!("/me/certificates?before={id}"));
    (older.is_some() || later).then(|| {
        view! {
            <nav class="pages" aria-label=text.pages>
                {later.then(|| view! { <ButtonLink href="/me/certificates" label=text.newest kind=ButtonKind::Quiet/> })}
                {older.map(|href| view! { <ButtonLink href label=text.older kind=ButtonKind::Quiet/> })}
            </nav>
        }
    })
}
