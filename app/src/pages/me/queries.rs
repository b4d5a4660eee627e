//! `/me/queries`: what one has asked the agency about settlements, and how far it is.

pub mod one;
pub mod send;
mod text;
pub mod withdraw;

use leptos::prelude::*;
use services::enquiries::{self, Summary};

use super::not_registered;
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::pages::enquiries::StateBadge;
use crate::pages::moment::moment;
use crate::ui::{Breadcrumbs, Column, Crumb, Date, EmptyState, IntoWritten, Look, Table, Written};
use text::QueriesText;

/// The page.
///
/// # Errors
/// `NotFound` when the actor may not see it, and whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    let Some(person) = request.context.actor.person else {
        return Ok(not_registered::page(&request).into());
    };
    let queries = enquiries::of(&request.context, person).await?;
    let text = QueriesText::of(request.language());
    let page = Page::new(text.title, Area::Personal, move || {
        let look = Look::current();
        let list = if queries.is_empty() {
            view! {
                <EmptyState title=text.none text=text.none_more>
                    <p><a href="/me/settlements">{text.settlements}</a></p>
                </EmptyState>
            }
            .written()
        } else {
            let columns = vec![
                Column::title(text.number),
                Column::text(text.about),
                Column::text(text.sent),
                Column::text(text.state),
            ];
            let rows = queries.into_iter().map(|one| row(one, look)).collect();
            view! { <Table caption=text.title hide_caption=true columns rows/> }.written()
        };
        view! {
            <Breadcrumbs crumbs=crumbs(text, None)/>
            <h1>{text.title}</h1>
            <p class="measure">{text.lead}</p>
            {list}
        }
    });
    Ok(page.into())
}

fn row(one: Summary, look: Look) -> Vec<Written> {
    let href = format!("/me/queries/{}", one.id);
    vec![
        view! { <a href=href>{one.number}</a> }.written(),
        view! { <Date of=one.settled_on/> }.written(),
        moment(one.sent_at, look.language).written(),
        view! { <StateBadge of=one.state/> }.written(),
    ]
}

/// The way to a page below the list.
fn crumbs(text: &QueriesText, here: Option<String>) -> Vec<Crumb> {
    let mut crumbs = vec![Crumb::link(text.settlements, "/me/settlements")];
    match here {
        Some(here) => {
            crumbs.push(Crumb::link(text.title, "/me/queries"));
            crumbs.push(Crumb::here(here));
        }
        None => crumbs.push(Crumb::here(text.title)),
    }
    crumbs
}
