//! `/drugs`: the drug lists, in their order or by what was typed.

pub mod card;
mod filters;
mod hits;
mod narrowing;
mod paid;
mod printed;
mod products;
mod text;

use leptos::prelude::*;
use services::drugs::{self, Listing};

use crate::page::{Area, Page, PageRequest, PageResult};
use crate::ui::{
    ButtonKind, ButtonLink, EmptyState, IntoWritten, Look, Notice, Pagination, SearchBox, Term,
    Tone, Word, capitalised,
};

use filters::Filters;
use hits::Hits;
use narrowing::Narrowing;
use text::DrugsText;

/// The page.
///
/// # Errors
/// From the store.
pub async fn page(request: PageRequest) -> PageResult {
    let filters = Filters::read(&request);
    let text = DrugsText::of(request.language());
    let listing = drugs::list(&request.context, &filters.request()).await?;
    let title = if filters.q.is_empty() {
        text.title.to_owned()
    } else {
        format!("{}{}", filters.q, text.title_after_query)
    };
    let page = Page::new(title, Area::Public, move || {
        let sample = listing.drugs.iter().any(|one| one.drug.sample);
        let first = capitalised(Word::ClassA.name(Look::current().language));
        view! {
            <div class="wrap page stack">
                <h1>{text.title}</h1>
                <p class="measure">
                    <Term word=Word::ClassA shown=first/>{text.class_a}<Term word=Word::ClassB/>{text.class_b}<Term word=Word::ClassC/>{text.class_c}
                </p>
                <SearchBox
                    action="/drugs"
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
    let text = DrugsText::of(look.language);
    let count = count(look, &filters, &listing);
    let previous = listing.previous.as_ref().map(|from| filters.at(from));
    let next = listing.next.as_ref().map(|from| filters.at(from));
    let back = (filters.q.is_empty() && !filters.from.is_empty()).then(|| {
        view! { <p><a href=filters.at("")>{text.first_page}</a></p> }
    });
    let list = if listing.drugs.is_empty() {
        view! { <Nothing filters=filters.clone()/> }.written()
    } else {
        view! {
            <Hits drugs=listing.drugs/>
            <Pagination previous next/>
            {back}
        }
        .written()
    };
    // Elder mode keeps to the answers: filters are taken off, not put on.
    let beside = if !look.elder {
        Some(view! { <Narrowing filters/> }.written())
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
                {(!count.is_empty()).then(|| view! { <p class="meta" role="status"><span>{count}</span></p> })}
                {list}
            </div>
        </div>
    }
}

/// `“阿司匹林” · 3 种`; empty for the whole list.
fn count(look: Look, filters: &Filters, listing: &Listing) -> String {
    let text = DrugsText::of(look.language);
    let mut parts = Vec::new();
    if !filters.q.is_empty() {
        parts.push(format!(
            "{}{}{}",
            text.quote_open, filters.q, text.quote_close
        ));
    }
    match listing.total {
        Some(total) if listing.cut => parts.push((text.best_of)(total)),
        Some(total) => parts.push((text.counted)(total)),
        None => {}
    }
    parts.extend(filters.choices(look.language.into()));
    parts.join(" · ")
}

/// Nothing fits: what to try, and what it may mean.
#[component]
fn Nothing(filters: Filters) -> impl IntoView {
    let text = DrugsText::of(Look::current().language);
    if filters.q.is_empty() && !filters.is_narrowed() {
        return view! { <EmptyState title=text.empty_title text=text.empty/> }.written();
    }
    let without = filters.is_narrowed().then(|| {
        view! { <ButtonLink href=filters.asking() label=text.without_filters kind=ButtonKind::Quiet/> }
    });
    view! { <EmptyState title=text.nothing_title text=text.nothing>{without}</EmptyState> }
        .written()
}
