//! `/me/contributions`: what was paid in month by month, how each base came about, what counts for
//! retirement and what can still be paid.

mod back_payment;
mod bases;
mod fees;
mod folded;
mod in_words;
mod months;
mod retirement;
mod text;
mod totals;

use leptos::prelude::*;
use services::resident::contributions::{self, Contributions};

use super::not_registered;
use super::stretch::stretch;
use super::tabs::{Tab, Tabs};
use super::words::said;
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::subject::Subject;
use crate::ui::{Breadcrumbs, Crumb, EmptyState, IntoWritten, Look, Notice, Tone, date_text};
use back_payment::BackPayments;
use bases::Bases;
use fees::Fees;
use months::Months;
use retirement::RetirementCard;
use text::ContributionsText;
use totals::TotalsCard;

/// The page.
///
/// # Errors
/// `NotFound` when the actor may not see it, and whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    let Some(subject) = Subject::of(&request).await? else {
        return Ok(not_registered::page(&request).into());
    };
    let person = subject.person();
    let found = contributions::of(&request.context, person).await?;
    let text = ContributionsText::of(request.language());
    let page = Page::new(
        subject.title(text.title, request.language()),
        Area::Personal,
        move || view! { <Content text found/> },
    );
    Ok(subject.show(page))
}

#[component]
fn Content(text: &'static ContributionsText, found: Contributions) -> impl IntoView {
    let look = Look::current();
    let subject = Subject::current();
    let crumbs = vec![subject.home(look), Crumb::here(text.title)];
    let title = subject.title(text.title, look.language);
    let content = if found.grid.is_empty() {
        view! { <EmptyState title=text.empty text=text.empty_more/> }.written()
    } else {
        view! { <Cards text found/> }.written()
    };
    view! {
        <Breadcrumbs crumbs/>
        <h1>{title}</h1>
        <Tabs current=Tab::Contributions/>
        {content}
    }
}

#[component]
fn Cards(text: &'static ContributionsText, found: Contributions) -> impl IntoView {
    let look = Look::current();
    let died = found.died_on.map(|day| {
        let sentence = (text.died)(&date_text(day, look.language));
        view! { <Notice tone=Tone::Info><p>{sentence}</p></Notice> }
    });
    let twice = (!found.twice.is_empty()).then(|| {
        let months: Vec<String> = found
            .twice
            .iter()
            .map(|(from, through)| stretch(*from, *through, look.language))
            .collect();
        let sentence = (text.twice)(&months.join(look.pick("、", ", ")));
        view! { <Notice><p>{sentence}</p></Notice> }
    });
    let Contributions {
        grid,
        totals,
        bases,
        retirement,
        back_payments,
        fees,
        ..
    } = found;
    let lead = lead(text, &totals, look);
    // Fees alone need no second table of sums.
    let paid = (totals.months == 0).then_some(totals.paid);
    view! {
        <p class="measure"><strong>{lead}</strong>" "{text.source}</p>
        {died}
        {twice}
        {(!back_payments.is_empty()).then(|| view! { <BackPayments back_payments/> })}
        <Months text grid/>
        <RetirementCard retirement/>
        {(totals.months > 0).then(|| view! { <TotalsCard text totals/> })}
        {(!bases.is_empty()).then(|| view! { <Bases bases/> })}
        {(!fees.is_empty()).then(|| view! { <Fees text fees paid/> })}
        <p class="small muted measure">{text.decides}</p>
    }
}

/// What was paid in all, in one sentence, and what is still owed.
fn lead(text: &ContributionsText, totals: &domain::contributions::Totals, look: Look) -> String {
    let paid = totals.paid;
    let mut parts = Vec::new();
    for (words, amount) in [
        (text.by_person, paid.person),
        (text.by_employer, paid.employer),
        (text.by_subsidy, paid.subsidy),
    ] {
        if !amount.is_zero() {
            parts.push(words(&said(amount, look)));
        }
    }
    let mut sentence = if parts.is_empty() {
        text.nothing_paid.to_owned()
    } else if paid.person == paid.total() {
        (text.paid_alone)(&said(paid.person, look))
    } else {
        let comma = look.pick("，", ", ");
        (text.paid_in)(&said(paid.total(), look), &parts.join(comma))
    };
    if !totals.owed.total().is_zero() {
        sentence.push_str(look.pick("", " "));
        sentence.push_str(&(text.owed)(&said(totals.owed.total(), look)));
    }
    sentence
}
