//! `/admin/parameters`: every parameter set by region, with where it stands and from when to when.

mod actions;
mod figures;
pub mod form;
mod one;
mod problems;
mod report;
mod text;
mod told;
mod warned;

use leptos::prelude::*;
use services::ServiceError;
use services::parameters::governed::{self, Governed, Listed, Place as Served};

use crate::page::{Answer, Area, Flash, LocalPath, Page, PageRequest, PageResult};
use crate::ui::{
    Badge, ButtonLink, Card, Column, Date, EmptyState, IntoWritten, Look, Table, Written,
    place_name,
};
use text::ParametersText;

pub use actions::{answer, ask, discard, release, review, simulate};
pub use one::page as one_page;
pub use told::ParametersDone;

/// The address of the page.
const HERE: &str = "/admin/parameters";

/// The address of the set `id`; `None` for an id that an import allowed and no address takes.
fn address_of(id: &str) -> Option<String> {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    let good = id.bytes().all(allowed) && !id.starts_with('.') && !id.is_empty();
    good.then(|| format!("{HERE}/{id}"))
}

/// Goes to `address`, where `done` is said.
fn go(address: &str, done: ParametersDone) -> PageResult {
    let path = LocalPath::parse(address).ok_or(ServiceError::NotFound)?;
    Ok(Answer::Told(path, Flash::Parameters(done)))
}

/// The page.
///
/// # Errors
/// `NotFound` when the actor may not see it, and whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    let governed = governed::all(&request.context).await?;
    let text = ParametersText::of(request.language());
    let drafts = crate::routes::is_open_to(form::NEW, request.context.actor.role);
    let page = Page::new(text.title, Area::Office, move || {
        let Governed { places, more } = governed;
        let new = drafts.then(|| view! { <p><ButtonLink href=form::NEW label=text.new/></p> });
        let list = if places.is_empty() {
            view! { <EmptyState title=text.none text=text.none_more/> }.written()
        } else {
            let places = places
                .into_iter()
                .map(|place| view! { <Region text place/> });
            let regions = places.collect_view();
            view! { <div class="stack alike">{regions}</div> }.written()
        };
        view! {
            <h1>{text.title}</h1>
            <p class="measure">{text.lead}</p>
            {new}
            {list}
            {more.then(|| view! { <p class="small muted">{text.more}</p> })}
        }
    });
    Ok(page.into())
}

#[component]
fn Region(text: &'static ParametersText, place: Served) -> impl IntoView {
    let look = Look::current();
    let title = place_name(place.region, look.language);
    let columns = vec![
        Column::title(text.set),
        Column::text(text.state),
        Column::text(text.days),
    ];
    let row = |set: Listed| {
        let name = set.name.get(look.language.into()).to_owned();
        let name = match address_of(&set.id) {
            Some(href) => view! { <a href=href>{name}</a> }.written(),
            None => name.written(),
        };
        let (label, tone) = text::stage(set.stage, look.language);
        vec![
            view! { <div>{name}<p class="small muted">{set.id}</p></div> }.written(),
            view! { <Badge label tone/> }.written(),
            days(text, set.from, set.through),
        ]
    };
    let rows = place.sets.into_iter().map(row).collect();
    let caption = title.clone();
    view! { <Card title><Table caption hide_caption=true columns rows/></Card> }
}

/// From when to when.
fn days(
    text: &ParametersText,
    from: chrono::NaiveDate,
    through: Option<chrono::NaiveDate>,
) -> Written {
    let through = match through {
        Some(day) => view! { <Date of=day/> }.written(),
        None => text.without_end.written(),
    };
    view! { <span><Date of=from/>{text.until}{through}</span> }.written()
}
