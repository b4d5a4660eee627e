//! `/admin/audit`: the audit trail, newest first, by day, action, role, account or person.

mod filter;
mod text;
pub(in crate::pages) mod words;

use leptos::prelude::*;
use services::trail::{self, Entry, Filter, Trail};

use super::clock::Instant;
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::ui::{
    ButtonKind, ButtonLink, Card, Column, EmptyState, ErrorSummary, IntoWritten, Look, Table,
    Written,
};
use filter::{Asked, FilterForm};
use text::AuditText;
use words::Words;

/// The page. Where the question cannot be read nothing is looked up.
///
/// # Errors
/// `NotFound` when the actor may not see it, and whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    let text = AuditText::of(request.language());
    let asked = Asked::read(&request);
    let trail = match asked.filter() {
        Some(filter) => Some((filter, trail::read(&request.context, &filter).await?)),
        None => None,
    };
    let status = if trail.is_some() { 200 } else { 422 };
    let page = Page::new(text.title, Area::Office, move || {
        let problems = asked.problems(text);
        let problems = (!problems.is_empty()).then(|| view! { <ErrorSummary problems=problems/> });
        view! {
            {problems}
            <h1>{text.title}</h1>
            <p class="measure">{text.lead}</p>
            <FilterForm text asked/>
            {trail.map(|(filter, trail)| view! { <Events text filter trail/> })}
        }
    });
    Ok(page.with_status(status).into())
}

#[component]
fn Events(text: &'static AuditText, filter: Filter, trail: Trail) -> impl IntoView {
    let Trail {
        entries,
        next,
        looked_back_to,
    } = trail;
    let searched = looked_back_to.map(|instant| {
        view! { <p class="small muted">{text.looked_back_to}<Instant of=instant/>{text.looked_back_more}</p> }
    });
    let list = if entries.is_empty() {
        view! { <EmptyState title=text.nothing text=text.nothing_more/> }.written()
    } else {
        let rows = entries.into_iter().map(|entry| row(text, entry)).collect();
        view! { <Table caption=text.events hide_caption=true columns=columns(text) rows/> }
            .written()
    };
    let older = next.map(|id| {
        filter::address(&Filter {
            before: Some(id),
            ..filter
        })
    });
    let newest = filter.before.map(|_| {
        filter::address(&Filter {
            before: None,
            ..filter
        })
    });
    let pages = (older.is_some() || newest.is_some()).then(|| {
        view! {
            <nav class="pages" aria-label=text.pages>
                {newest.map(|href| view! { <ButtonLink href label=text.newest kind=ButtonKind::Quiet/> })}
                {older.map(|href| view! { <ButtonLink href label=text.older kind=ButtonKind::Quiet/> })}
            </nav>
        }
    });
    view! {
        <Card title=text.events>
            {list}
            {searched}
            {pages}
        </Card>
    }
}

fn columns(text: &AuditText) -> Vec<Column> {
    vec![
        Column::text(text.when),
        Column::text(text.who),
        Column::title(text.what),
        Column::text(text.whose),
        Column::text(text.why),
    ]
}

fn row(text: &'static AuditText, entry: Entry) -> Vec<Written> {
    let words = Words::of(Look::current().language);
    let account = entry.account.map(|id| {
        let href = format!("{}?account={id}", filter::HERE);
        view! { <p class="small"><a href=href>{text.account}" "{short(&id.to_string())}</a></p> }
    });
    let name = entry.name.map(|name| view! { <p class="small">{name}</p> });
    let person = match entry.person {
        Some(id) => {
            let href = format!("{}?person={id}", filter::HERE);
            let relation = words.relation(&entry.relation);
            view! {
                <div><a href=href>{text.person}" "{short(&id.to_string())}</a><p class="small muted">{relation}</p></div>
            }
            .written()
        }
        None => view! { <span class="muted">{text.nobodys}</span> }.written(),
    };
    let kind = words.object_kind(&entry.object_kind);
    let object = (!entry.object_id.is_empty()).then(|| {
        view! { " "<code class="anywhere">{words.object_id(&entry.object_kind, &entry.object_id)}</code> }
    });
    vec![
        view! { <Instant of=entry.at/> }.written(),
        view! { <div>{words.role(&entry.role)}{name}{account}</div> }.written(),
        view! { <div>{words.action(&entry.action)}<p class="small muted">{kind}{object}</p></div> }
            .written(),
        person,
        view! { <div>{words.reason(&entry.reason)}<p class="request-id muted">{entry.request_id}</p></div> }
            .written(),
    ]
}

/// The end of an id, which differs from one to the next; its beginning is the time.
fn short(id: &str) -> Written {
    let end = id.rsplit('-').next().unwrap_or(id).to_owned();
    view! { <code class="nowrap">"…"{end}</code> }.written()
}
