//! `/admin/queries`: which queries about settlements wait for an answer, for reviewers.

pub mod one;
mod text;

use domain::enquiries::QueryState;
use domain::ids::QueryId;
use leptos::prelude::*;
use services::ServiceError;
use services::enquiries::review::{self, Waiting};

use super::clock::Instant;
use crate::address::with_query;
use crate::page::{Answer, Area, LocalPath, Page, PageRequest, PageResult};
use crate::pages::enquiries::{StateBadge, outcome};
use crate::ui::{
    Button, ButtonKind, Column, EmptyState, Field, IntoWritten, Look, Pagination, Place, Table,
    Written,
};
use text::ReviewText;

const HERE: &str = "/admin/queries";

/// The page; with a number in its address the way to that query.
///
/// # Errors
/// `NotFound` when the actor may not see it, and whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    let asked = request.query_value("number").unwrap_or_default().trim();
    let mut unknown = false;
    if !asked.is_empty() {
        match review::number_of(&request.context, asked).await {
            Ok(number) => {
                let path = LocalPath::parse(&format!("{HERE}/{number}"));
                let path = path.ok_or(ServiceError::NotFound)?;
                return Ok(Answer::SeeOther(path, Vec::new()));
            }
            Err(ServiceError::NotFound) => unknown = true,
            Err(other) => return Err(other.into()),
        }
    }
    let after = request
        .query_value("after")
        .and_then(|id| id.parse::<QueryId>().ok());
    let (waiting, next) = review::waiting(&request.context, after).await?;
    let text = ReviewText::of(request.language());
    let asked = asked.to_owned();
    let status = if unknown { 422 } else { 200 };
    let page = Page::new(text.title, Area::Office, move || {
        let look = Look::current();
        let problem = unknown.then(|| text.unknown.to_owned());
        let list = if waiting.is_empty() {
            view! { <EmptyState title=text.none text=text.none_more/> }.written()
        } else {
            let columns = vec![
                Column::title(text.number),
                Column::text(text.since),
                Column::text(text.place),
                Column::text(text.result),
                Column::text(text.state),
            ];
            let rows = waiting.into_iter().map(|one| row(one, look)).collect();
            view! { <Table caption=text.title hide_caption=true columns rows/> }.written()
        };
        let next = next.map(|id| with_query(HERE, &[("after", &id.to_string())]));
        let previous = after.map(|_| HERE.to_owned());
        view! {
            <h1>{text.title}</h1>
            <p class="measure">{text.lead}</p>
            <form class="form" method="get" action=HERE>
                <Field name="number" label=text.find value=asked hint=text.find_hint.to_owned() problem/>
                <p><Button label=text.open kind=ButtonKind::Quiet/></p>
            </form>
            {list}
            <Pagination previous next/>
        }
    });
    Ok(page.with_status(status).into())
}

fn row(one: Waiting, look: Look) -> Vec<Written> {
    let href = format!("{HERE}/{}", one.number);
    let state = match one.looked_at {
        Some(_) => QueryState::LookedAt,
        None => QueryState::Sent,
    };
    vec![
        view! { <a href=href>{one.number}</a> }.written(),
        view! { <Instant of=one.since/> }.written(),
        view! { <Place code=one.region/> }.written(),
        outcome(&one.outcome, look.language).written(),
        view! { <StateBadge of=state/> }.written(),
    ]
}
