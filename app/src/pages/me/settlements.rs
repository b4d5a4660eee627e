//! `/me/settlements`: the history, by year and kind, with who paid how much of it.

mod filter;
mod text;
mod years;

use domain::money::Money;
use leptos::prelude::*;
use services::resident::settlements::{self, Filter, History, Paid};

use super::settlement_table::SettlementTable;
use super::words::said;
use super::{not_registered, pay_parts};
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::subject::Subject;
use crate::ui::{
    Breadcrumbs, ButtonKind, ButtonLink, Card, Chips, Crumb, EmptyState, IntoWritten, Look, PayBar,
};
use text::SettlementsText;
use years::Years;

/// The page. Nonsense in the query is no filter.
///
/// # Errors
/// `NotFound` when the actor may not see it, and whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    let Some(subject) = Subject::of(&request).await? else {
        return Ok(not_registered::page(&request).into());
    };
    let person = subject.person();
    let filter = filter::read(&request);
    let history = settlements::of(&request.context, person, filter).await?;
    let text = SettlementsText::of(request.language());
    let page = Page::new(
        subject.title(text.title, request.language()),
        Area::Personal,
        move || view! { <Content text filter history/> },
    );
    Ok(subject.show(page))
}

#[component]
fn Content(text: &'static SettlementsText, filter: Filter, history: History) -> impl IntoView {
    let look = Look::current();
    let subject = Subject::current();
    let crumbs = vec![subject.home(look), Crumb::here(text.title)];
    let title = subject.title(text.title, look.language);
    let content = if history.totals.is_empty() {
        view! { <EmptyState title=text.empty text=text.empty_more/> }.written()
    } else {
        view! { <Filled text filter history/> }.written()
    };
    view! {
        <Breadcrumbs crumbs/>
        <h1>{title}</h1>
        {content}
    }
}

#[component]
fn Filled(text: &'static SettlementsText, filter: Filter, history: History) -> impl IntoView {
    let History {
        settlements,
        next,
        totals,
    } = history;
    let years = filter::year_chips(text, filter, &totals);
    let kinds = filter::kind_chips(text, filter, &totals);
    let chosen = totals
        .iter()
        .filter(|total| filter.year.is_none_or(|year| year == total.year))
        .filter(|total| filter.kind.is_none_or(|kind| kind == total.kind));
    let (count, paid) = chosen.fold((0, Paid::default()), |(count, sum), total| {
        (count + total.settlements, sum.plus(&total.paid))
    });
    let list = if settlements.is_empty() {
        view! {
            <EmptyState title=text.nothing_here text=text.nothing_here_more>
                <ButtonLink href=Subject::current().href("/settlements") label=text.show_all kind=ButtonKind::Quiet/>
            </EmptyState>
        }
        .written()
    } else {
        view! {
            <Card title=text.list>
                <SettlementTable caption=text.list settlements/>
                <Older text filter next/>
            </Card>
        }
        .written()
    };
    view! {
        <Years text chips=years/>
        <Chips label=text.by_kind chips=kinds/>
        {(count > 0).then(|| view! { <Totals text count paid/> })}
        {list}
    }
}

/// Who paid how much of what is chosen.
#[component]
fn Totals(text: &'static SettlementsText, count: i64, paid: Paid) -> impl IntoView {
    let look = Look::current();
    let sentence = (text.total)(
        count,
        [
            &said(paid.total_fee, look),
            &said(paid.funds(), look),
            &said(paid.person(), look),
        ],
    );
    let bar =
        (paid.total_fee > Money::ZERO).then(|| view! { <PayBar parts=pay_parts::of_sum(&paid)/> });
    view! {
        <Card title=text.who_paid>
            <p>{sentence}</p>
            {bar}
        </Card>
    }
}

/// From one part of the list to the next older one, and back to its start.
#[component]
fn Older(
    text: &'static SettlementsText,
    filter: Filter,
    next: Option<settlements::Place>,
) -> impl IntoView {
    let older = next.map(|place| {
        filter::address(Filter {
            before: Some(place),
            ..filter
        })
    });
    let newest = filter.before.map(|_| {
        filter::address(Filter {
            before: None,
            ..filter
        })
    });
    (older.is_some() || newest.is_some()).then(|| {
        view! {
            <nav class="pages" aria-label=text.pages>
                {newest.map(|href| view! { <ButtonLink href label=text.newest kind=ButtonKind::Quiet/> })}
                {older.map(|href| view! { <ButtonLink href label=text.older kind=ButtonKind::Quiet/> })}
            </nav>
        }
    })
}
