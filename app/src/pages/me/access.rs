//! `/me/access`: every look at one's data by somebody else, in plain words.

mod filter;
pub(super) mod look_words;
pub mod report;
mod table;
pub(super) mod text;

use leptos::prelude::*;
use services::looks::{self, Filter, Looked, PAGE_SIZE};

use super::not_registered;
use super::privacy_tabs::{PrivacyTab, PrivacyTabs};
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::ui::{Breadcrumbs, ButtonKind, ButtonLink, Card, Chips, Crumb, EmptyState, IntoWritten};
use table::Looks;
use text::AccessText;

/// How many looks a page shows in elder mode.
const ELDER_PAGE: u32 = 5;

/// The page. A filter that cannot be read asks for everything.
///
/// # Errors
/// Whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    let Some(person) = request.context.actor.person else {
        return Ok(not_registered::page(&request).into());
    };
    let most = if request.preferences.elder {
        ELDER_PAGE
    } else {
        PAGE_SIZE
    };
    let filter = filter::read(&request);
    let log = looks::of(&request.context, person, filter, most).await?;
    let text = AccessText::of(request.language());
    let page = Page::new(text.title, Area::Personal, move || {
        view! { <Content text filter log/> }
    });
    Ok(page.into())
}

#[component]
fn Content(text: &'static AccessText, filter: Filter, log: Looked) -> impl IntoView {
    let crumbs = vec![Crumb::link(text.home, "/me"), Crumb::here(text.title)];
    let content = if log.years.is_empty() {
        view! { <EmptyState title=text.empty text=text.empty_more/> }.written()
    } else {
        view! { <Filled text filter log/> }.written()
    };
    view! {
        <Breadcrumbs crumbs/>
        <h1>{text.title}</h1>
        <PrivacyTabs current=PrivacyTab::Access/>
        <p class="measure">{text.lead}</p>
        {content}
        <p class="small muted measure">{text.unchangeable}</p>
    }
}

#[component]
fn Filled(text: &'static AccessText, filter: Filter, log: Looked) -> impl IntoView {
    let years = filter::year_chips(text, filter, &log.years);
    let kinds = filter::who_chips(text, filter);
    let chips = view! {
        <Chips label=text.by_year chips=years/>
        <Chips label=text.by_who chips=kinds/>
    };
    let list = if log.looks.is_empty() {
        view! {
            <EmptyState title=text.nothing_here text=text.nothing_here_more>
                <ButtonLink href="/me/access" label=text.show_all kind=ButtonKind::Quiet/>
            </EmptyState>
        }
        .written()
    } else {
        view! {
            <Card title=text.list>
                <Looks text looks=log.looks/>
                <Older text filter next=log.next/>
            </Card>
        }
        .written()
    };
    view! { {chips}{list} }
}

/// From one part of the list to the next older one, and back to its start.
#[component]
fn Older(
    text: &'static AccessText,
    filter: Filter,
    next: Option<domain::ids::AuditEventId>,
) -> impl IntoView {
    let at = |before| filter::address(Filter { before, ..filter });
    let older = next.map(|last| at(Some(last)));
    let newest = filter.before.map(|_| at(None));
    (older.is_some() || newest.is_some()).then(|| {
        view! {
            <nav class="pages" aria-label=text.pages>
                {newest.map(|href| view! { <ButtonLink href label=text.newest kind=ButtonKind::Quiet/> })}
                {older.map(|href| view! { <ButtonLink href label=text.older kind=ButtonKind::Quiet/> })}
            </nav>
        }
    })
}
