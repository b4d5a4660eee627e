//! `/institutions`: designated institutions by place, or by what was typed.

pub mod detail;
mod filters;
mod hits;
mod narrowing;
mod text;

use leptos::prelude::*;
use services::institutions::{self, Listing};

use crate::page::{Area, Page, PageRequest, PageResult};
use crate::ui::{
    ButtonKind, ButtonLink, EmptyState, IntoWritten, Look, Notice, Pagination, SearchBox, Tone,
    place_name,
};

use filters::Filters;
use hits::Hits;
use narrowing::Narrowing;
use text::InstitutionsText;

/// The page.
///
/// # Errors
/// From the store.
pub async fn page(request: PageRequest) -> PageResult {
    let filters = Filters::read(&request);
    let text = InstitutionsText::of(request.language());
    let listing = institutions::list(&request.context, &filters.request()).await?;
    let title = if filters.q.is_empty() {
        text.title.to_owned()
    } else {
        format!("{}{}", filters.q, text.title_after_query)
    };
    let page = Page::new(title, Area::Public, move || {
        let sample = listing.institutions.iter().any(|one| one.sample);
        view! {
            <div class="wrap page stack">
                <h1>{text.title}</h1>
                <p class="measure">{text.lead}</p>
                <SearchBox
                    action="/institutions"
                    label=text.search
                    query=filters.q.clone()
                    placeholder=text.placeholder
                    keep=filters.kept()
                />
                {sample.then(|| view! { <Notice tone=Tone::Info><p>{text.sample_note}</p></Notice> })}
                <Results filters listing/>
            </div>
        }
    })
    .describe(text.description);
    Ok(page.into())
}

/// The filters, and what there is.
#[component]
fn Results(filters: Filters, listing: Listing) -> impl IntoView {
    let look = Look::current();
    let text = InstitutionsText::of(look.language);
    let count = count(look, &filters, &listing);
    let previous = listing.previous.as_ref().map(|from| filters.at(from));
    let next = listing.next.as_ref().map(|from| filters.at(from));
    let back = (filters.q.is_empty() && !filters.from.is_empty()).then(|| {
        view! { <p><a href=filters.at("")>{text.first_page}</a></p> }
    });
    let list = if listing.institutions.is_empty() {
        view! { <Nothing filters=filters.clone()/> }.written()
    } else {
        view! {
            <Hits institutions=listing.institutions/>
            <Pagination previous next/>
            {back}
        }
        .written()
    };
    // Elder mode keeps to the answers: filters are taken off, not put on.
    let beside = if !look.elder {
        let (above, below) = (listing.places_above, listing.places_below);
        Some(view! { <Narrowing filters above below/> }.written())
    } else if filters.is_narrowed() {
        let href = filters.asking();
        Some(
            view! { <p><ButtonLink href label=text.without_filters kind=ButtonKind::Quiet/></p> }
                .written(),
        )
    } else {
        None
    };
    view! {
        <div class="split" data-facets>
            {beside}
            <div class="stack" data-flow="close">
                <p class="meta" role="status"><span>{count}</span></p>
                {list}
            </div>
        </div>
    }
}

/// `“人民医院” · 北京市 · 12 家`.
fn count(look: Look, filters: &Filters, listing: &Listing) -> String {
    let text = InstitutionsText::of(look.language);
    let mut parts = Vec::new();
    if !filters.q.is_empty() {
        parts.push(format!(
            "{}{}{}",
            text.quote_open, filters.q, text.quote_close
        ));
    }
    if let Some(region) = filters.region {
        parts.push(place_name(region, look.language));
    }
    match listing.total {
        Some(total) if listing.cut => parts.push((text.best_of)(total)),
        Some(total) => parts.push((text.counted)(total)),
        None => {}
    }
    parts.extend(filters.choices(look.language.into()));
    parts.join(" · ")
}

/// Nothing fits: what to try.
#[component]
fn Nothing(filters: Filters) -> impl IntoView {
    let text = InstitutionsText::of(Look::current().language);
    if filters.q.is_empty() && !filters.is_narrowed() {
        return view! { <EmptyState title=text.empty_title text=text.empty/> }.written();
    }
    let without = filters.is_narrowed().then(|| {
        view! { <ButtonLink href=filters.asking() label=text.without_filters kind=ButtonKind::Quiet/> }
    });
    view! { <EmptyState title=text.nothing_title text=text.nothing>{without}</EmptyState> }
        .written()
}
