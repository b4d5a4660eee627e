//! `/me/account`: what is in the personal account, and every movement of it.

mod text;

use domain::ids::AccountEntryId;
use leptos::prelude::*;
use services::resident::account::{self, Account, Entry};

use super::not_registered;
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::ui::{
    Amount, AmountSize, Breadcrumbs, ButtonKind, ButtonLink, Card, Column, Crumb, Date, EmptyState,
    Look, PrintButton, Table, Term, Word, month_text,
};
use text::AccountText;

/// The page. A `before` that is no entry begins at the newest one.
///
/// # Errors
/// `NotFound` when the actor may not see it, and whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    let Some(person) = request.context.actor.person else {
        return Ok(not_registered::page(&request).into());
    };
    let before = request
        .query_value("before")
        .and_then(|id| id.parse::<AccountEntryId>().ok());
    let account = account::of(&request.context, person, before).await?;
    let text = AccountText::of(request.language());
    let later = before.is_some();
    let page = Page::new(
        text.title,
        Area::Personal,
        move || view! { <Content text account later/> },
    );
    Ok(page.into())
}

#[component]
fn Content(
    text: &'static AccountText,
    account: Account,
    /// Whether this is not the first page.
    later: bool,
) -> impl IntoView {
    let crumbs = vec![Crumb::link(text.home, "/me"), Crumb::here(text.title)];
    let content = match account.balance {
        None => view! { <EmptyState title=text.empty text=text.empty_more/> }.into_any(),
        Some(balance) => {
            let entries = account.entries;
            let rows = entries.into_iter().map(|entry| row(text, entry)).collect();
            view! {
                <Card title=text.balance>
                    <p><Amount of=balance size=AmountSize::Large/></p>
                    <p class="measure muted"><Term word=Word::PersonalAccount/>{text.what_for}</p>
                    <p class="actions"><PrintButton/></p>
                </Card>
                <Card title=text.entries>
                    <Table caption=text.entries hide_caption=true columns=columns(text) rows/>
                    <Older text next=account.next later/>
                </Card>
                <p class="small muted measure">{text.never_changed}</p>
            }
            .into_any()
        }
    };
    view! {
        <Breadcrumbs crumbs/>
        <h1>{text.title}</h1>
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

fn row(text: &AccountText, entry: Entry) -> Vec<AnyView> {
    let look = Look::current();
    let why = text.kind(entry.kind);
    let month = entry
        .month
        .map(|month| view! { <p class="small muted">{month_text(month, look.language)}</p> });
    let why = match entry.settlement {
        Some(settlement) => {
            let href = format!("/me/settlements/{settlement}");
            view! { <div><a href=href>{why}</a>{month}</div> }.into_any()
        }
        None => view! { <div>{why}{month}</div> }.into_any(),
    };
    vec![
        view! { <Date of=entry.booked_on/> }.into_any(),
        why,
        view! { <Amount of=entry.amount signed=true/> }.into_any(),
        view! { <Amount of=entry.balance_after/> }.into_any(),
    ]
}

/// To older entries, and back to the newest.
#[component]
fn Older(text: &'static AccountText, next: Option<AccountEntryId>, later: bool) -> impl IntoView {
    let older = next.map(|id| format!("/me/account?before={id}"));
    (older.is_some() || later).then(|| {
        view! {
            <nav class="pages" aria-label=text.pages>
                {later.then(|| view! { <ButtonLink href="/me/account" label=text.newest kind=ButtonKind::Quiet/> })}
                {older.map(|href| view! { <ButtonLink href label=text.older kind=ButtonKind::Quiet/> })}
            </nav>
        }
    })
}
