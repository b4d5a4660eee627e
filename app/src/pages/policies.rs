//! `/policies`: search in the library, with filters that live in the address.

pub mod document;
mod facets;
mod filters;
mod hits;
mod text;
pub mod wording;

use leptos::prelude::*;
use services::ServiceError;
use services::search::{self, Answer};

use crate::islands::search_suggest::SearchSuggest;
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::ui::{
    Badge, ButtonKind, ButtonLink, Chip, Chips, EmptyState, IntoWritten, Look, Notice, Pagination,
    SearchBox, Tone, date_text,
};

use facets::Narrowing;
use filters::Filters;
use hits::Hits;
use text::PoliciesText;

/// The page.
///
/// # Errors
/// What the search says, except that the index is away: then the page says so itself. A database
/// that is away is another matter, and told as on every page.
pub async fn page(request: PageRequest) -> PageResult {
    let filters = Filters::read(&request);
    let text = PoliciesText::of(request.language());
    let answer = match search::query(&request.context, &filters.request(request.language())).await {
        Ok(answer) => Some(answer),
        Err(ServiceError::Unavailable(search::AWAY)) => None,
        Err(other) => return Err(other.into()),
    };
    let status = if answer.is_some() { 200 } else { 503 };
    let title = if filters.q.is_empty() {
        text.title.to_owned()
    } else {
        format!("{}{}", filters.q, text.title_after_query)
    };
    let page = Page::new(title, Area::Public, move || {
        let body = match answer {
            Some(answer) => {
                view! { <Results request=request.clone() filters=filters.clone() answer/> }
                    .written()
            }
            None => view! { <Away request=request.clone()/> }.written(),
        };
        view! {
            <div class="wrap page stack">
                <h1>{text.title}</h1>
                <SearchBox action="/policies" label=text.search keep=filters.kept()>
                    <SearchSuggest
                        asked=filters.q.clone()
                        label=text.search.to_owned()
                        placeholder=text.placeholder.to_owned()
                        list_label=text.suggestions.to_owned()
                        language=request.language().code().to_owned()
                    />
                </SearchBox>
                {body}
            </div>
        }
    })
    .describe(text.description)
    .with_islands()
    .with_status(status);
    Ok(page.into())
}

/// What was found, beside the filters.
#[component]
fn Results(request: PageRequest, filters: Filters, answer: Answer) -> impl IntoView {
    let look = Look::current();
    let text = PoliciesText::of(look.language);
    let day = filters.as_of.unwrap_or_else(|| request.context.today());
    let count = found(text, &filters, answer.total);
    let as_of = format!(
        "{}{}{}",
        text.as_of_before,
        date_text(day, look.language),
        text.as_of_after
    );
    let suggestion = answer.suggestion.clone().map(|meant| {
        let href = filters.asking(&meant);
        view! { <p>{text.did_you_mean}<a href=href>{meant}</a>{text.did_you_mean_after}</p> }
    });
    let bad_day = filters
        .bad_day
        .then(|| view! { <Notice><p>{text.bad_day}</p></Notice> });
    let sorting = vec![
        Chip::new(text.by_relevance, filters.sorted(false), !filters.newest),
        Chip::new(text.by_date, filters.sorted(true), filters.newest),
    ];
    let (previous, next, position) = pages(text, &filters, answer.total);
    let list = if answer.hits.is_empty() {
        let hotline = request.site.hotline.clone();
        view! { <Nothing filters=filters.clone() hotline/> }.written()
    } else {
        view! {
            <Hits hits=answer.hits/>
            <Pagination previous next position/>
        }
        .written()
    };
    // Elder mode keeps to the answers: filters are taken off, not put on.
    let beside = if !look.elder {
        Some(view! { <Narrowing filters facets=answer.facets/> }.written())
    } else if filters.is_narrowed() {
        let href = filters.asking(&filters.q);
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
                <p class="meta" role="status"><span>{count}</span><Badge label=as_of tone=Tone::Muted/></p>
                {bad_day}
                {suggestion}
                {(answer.total > 1 && !look.elder).then(|| view! { <Chips label=text.sorting chips=sorting/> })}
                {list}
            </div>
        </div>
    }
}

fn found(text: &PoliciesText, filters: &Filters, total: u64) -> String {
    let asked = if filters.q.is_empty() {
        String::new()
    } else {
        format!("{}{}{} · ", text.quote_open, filters.q, text.quote_close)
    };
    let unit = if total == 1 {
        text.document
    } else {
        text.documents
    };
    format!("{asked}{total} {unit}")
}

/// The address of the part before and after, and where this one is.
fn pages(
    text: &PoliciesText,
    filters: &Filters,
    total: u64,
) -> (Option<String>, Option<String>, Option<String>) {
    let last =
        u32::try_from(total.div_ceil(u64::from(filters.per_page.max(1)))).unwrap_or(u32::MAX);
    let here = filters.page;
    let previous = (here > 1).then(|| filters.at_page(here - 1));
    let next = (here < last).then(|| filters.at_page(here + 1));
    let position = (last > 1).then(|| {
        text.position
            .replace("{here}", &here.to_string())
            .replace("{last}", &last.to_string())
    });
    (previous, next, position)
}

/// Nothing was found: what to try, and whom to ask.
#[component]
fn Nothing(filters: Filters, hotline: String) -> impl IntoView {
    let text = PoliciesText::of(Look::current().language);
    let call = format!("tel:{hotline}");
    let without = filters.is_narrowed().then(|| {
        view! { <ButtonLink href=filters.asking(&filters.q) label=text.without_filters/> }
    });
    view! {
        <EmptyState title=text.nothing_title text=text.nothing>
            {without}
            <p>{text.ask_a_person}<a href=call>{hotline}</a></p>
        </EmptyState>
    }
}

/// The index is not there yet.
#[component]
fn Away(request: PageRequest) -> impl IntoView {
    let text = PoliciesText::of(Look::current().language);
    let call = format!("tel:{}", request.site.hotline);
    view! {
        <Notice title=text.away_title.to_owned()>
            <p>{text.away}</p>
            <p>{text.ask_a_person}<a href=call>{request.site.hotline.clone()}</a></p>
        </Notice>
    }
}
