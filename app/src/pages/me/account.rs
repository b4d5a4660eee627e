//! `/me/account`: what is in the personal account, and every movement of it.

pub(super) mod text;

use domain::ids::AccountEntryId;
use leptos::prelude::*;
use services::resident::account::{self, Account, Entry, PAGE_SIZE};

use super::not_registered;
use crate::address::with_query;
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::subject::Subject;
use crate::ui::{
    Amount, AmountSize, Breadcrumbs, ButtonKind, ButtonLink, Card, Column, Crumb, Date, EmptyState,
    Fact, Facts, IntoWritten, Look, PrintButton, Table, Term, Word, Written, month_text,
};
use text::AccountText;

/// How many movements a page shows in elder mode, unless the long list was asked for.
const ELDER_PAGE: u64 = 5;
/// The value of `list` that asks for as many as other modes show, to read on or to print.
const LONG: &str = "long";

/// The page. A `before` that is no entry begins at the newest one.
///
/// # Errors
/// `NotFound` when the actor may not see it, and whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    let Some(subject) = Subject::of(&request).await? else {
        return Ok(not_registered::page(&request).into());
    };
    let person = subject.person();
    let before = request
        .query_value("before")
        .and_then(|id| id.parse::<AccountEntryId>().ok());
    let long = request.query_value("list") == Some(LONG);
    let short = request.preferences.elder && !long;
    let most = if short { ELDER_PAGE } else { PAGE_SIZE };
    let account = account::part(&request.context, person, before, most).await?;
    let text = AccountText::of(request.language());
    let later = before.is_some();
    let page = Page::new(
        subject.title(text.title, request.language()),
        Area::Personal,
        move || view! { <Content text account later long/> },
    );
    Ok(subject.show(page))
}

#[component]
fn Content(
    text: &'static AccountText,
    account: Account,
    /// Whether this is not the first page.
    later: bool,
    /// Whether the long list was asked for.
    long: bool,
) -> impl IntoView {
    let look = Look::current();
    let subject = Subject::current();
    let crumbs = vec![subject.home(look), Crumb::here(text.title)];
    let title = subject.title(text.title, look.language);
    let content = match account.balance {
        None => view! { <EmptyState title=text.empty text=text.empty_more/> }.written(),
        Some(balance) => {
            let reserved = account.reserved;
            let free = account.free().unwrap_or_default();
            let facts = vec![
                Fact::new(text.reserved, view! { <Amount of=reserved/> }),
                Fact::new(text.free, view! { <Amount of=free/> }),
            ];
            let own = subject.relative().is_none();
            let entries = account.entries;
            let rows = entries.into_iter().map(|entry| row(text, entry)).collect();
            view! {
                <Card title=text.balance>
                    <p><Amount of=balance size=AmountSize::Large/></p>
                    <Facts facts/>
                    {own.then(|| view! { <p><a href="/me/family/share">{text.keep}</a></p> })}
                    <p class="measure muted"><Term word=Word::PersonalAccount/>{text.what_for}</p>
                    <p class="actions"><PrintButton/></p>
                </Card>
                <Card title=text.entries id="movements">
                    <Table caption=text.entries hide_caption=true columns=columns(text) rows/>
                    <Older text next=account.next later long/>
                </Card>
                <p class="small muted measure">{text.never_changed}</p>
            }
            .written()
        }
    };
    view! {
        <Breadcrumbs crumbs/>
        <h1>{title}</h1>
        {content}
    }
}

fn columns(text: &AccountText) -> Vec<Column> {
    vec![
        Column::text(text.day),
        Column::title(text.why),
        Column::number(text.amount),
        Column::number(text.balance_after),
    ]
}

fn row(text: &AccountText, entry: Entry) -> Vec<Written> {
    let look = Look::current();
    let why = text.kind(entry.kind);
    let month = entry
        .month
        .map(|month| view! { <p class="small muted">{month_text(month, look.language)}</p> });
    let details = Subject::current().opens_details();
    let why = match entry.settlement {
        Some(settlement) if details => {
            let href = Subject::current().href(&format!("/settlements/{settlement}"));
            view! { <div><a href=href>{why}</a>{month}</div> }.written()
        }
        _ => view! { <div>{why}{month}</div> }.written(),
    };
    vec![
        view! { <Date of=entry.booked_on/> }.written(),
        why,
        view! { <Amount of=entry.amount signed=true/> }.written(),
        view! { <Amount of=entry.balance_after/> }.written(),
    ]
}

/// To older entries, and back to the newest.
#[component]
fn Older(
    text: &'static AccountText,
    next: Option<AccountEntryId>,
    later: bool,
    long: bool,
) -> impl IntoView {
    let account = Subject::current().href("/account");
    let list = if long { LONG } else { "" };
    let before = next.map(|id| id.to_string());
    let older = before.map(|id| with_query(&account, &[("list", list), ("before", id.as_str())]));
    // Few at a time are easy to read, many at a time to print.
    let more = (Look::current().elder && !long && older.is_some())
        .then(|| with_query(&account, &[("list", LONG)]));
    let account = with_query(&account, &[("list", list)]);
    (older.is_some() || later).then(|| {
        view! {
            <nav class="pages" aria-label=text.pages>
                {later.then(|| view! { <ButtonLink href=account label=text.newest kind=ButtonKind::Quiet/> })}
                {older.map(|href| view! { <ButtonLink href label=text.older kind=ButtonKind::Quiet/> })}
                {more.map(|href| view! { <ButtonLink href label=text.long kind=ButtonKind::Quiet/> })}
            </nav>
        }
    })
}
