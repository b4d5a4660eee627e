//! `/me/add-ons`: the commercial products a person holds or held.

mod text;

use chrono::NaiveDate;
use leptos::prelude::*;
use services::resident::holdings::{self, Held, HeldState};

use super::not_registered;
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::subject::Subject;
use crate::ui::{
    Amount, Badge, Breadcrumbs, ButtonKind, ButtonLink, Card, Crumb, EmptyState, Fact, Facts,
    IntoWritten, Look, Notice, Tone, date_text,
};
use text::AddOnsText;

/// The page.
///
/// # Errors
/// `NotFound` when the actor may not see it, and whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    let Some(subject) = Subject::of(&request).await? else {
        return Ok(not_registered::page(&request).into());
    };
    let person = subject.person();
    let held = holdings::of(&request.context, person).await?;
    let text = AddOnsText::of(request.language());
    let today = request.context.today();
    let page = Page::new(
        subject.title(text.title, request.language()),
        Area::Personal,
        move || {
            view! { <Content text held today/> }
        },
    );
    Ok(subject.show(page))
}

#[component]
fn Content(text: &'static AddOnsText, held: Vec<Held>, today: NaiveDate) -> impl IntoView {
    let look = Look::current();
    let subject = Subject::current();
    let crumbs = vec![subject.home(look), Crumb::here(text.title)];
    let title = subject.title(text.title, look.language);
    let content = if held.is_empty() {
        view! {
            <EmptyState title=text.empty text=text.empty_more>
                <ButtonLink href="/add-ons" label=text.browse kind=ButtonKind::Quiet/>
            </EmptyState>
        }
        .written()
    } else {
        let sample = held.iter().any(|one| one.product.sample);
        let cards: Vec<_> = held
            .into_iter()
            .map(|one| view! { <HeldCard text held=one today/> })
            .collect();
        view! {
            <p class="measure">{text.lead}</p>
            {sample.then(|| view! { <Notice tone=Tone::Info><p>{text.sample}</p></Notice> })}
            {cards}
            <p><a href="/add-ons">{text.browse}</a></p>
        }
        .written()
    };
    view! {
        <Breadcrumbs crumbs/>
        <h1>{title}</h1>
        {content}
    }
}

/// One product held.
#[component]
fn HeldCard(text: &'static AddOnsText, held: Held, today: NaiveDate) -> impl IntoView {
    let look = Look::current();
    let language = look.language.into();
    let (label, tone) = match held.state(today) {
        HeldState::InForce => (text.in_force, Tone::Good),
        HeldState::Coming => (text.coming, Tone::Info),
        HeldState::Ended => (text.ended, Tone::Muted),
    };
    let since = date_text(held.since, look.language);
    let term = held.until.map_or_else(
        || (text.until_now)(&since),
        |last| (text.from_to)(&since, &date_text(last, look.language)),
    );
    let product = held.product;
    let href = format!("/add-ons/{}", product.id);
    let facts = vec![
        Fact::text(text.insurer, product.insurer.get(language)),
        Fact::text(text.term, term),
        Fact::new(text.premium, view! { <Amount of=held.premium/> }),
        Fact::text(text.covers, product.summary.get(language)),
    ];
    view! {
        <Card title=product.name.get(language)>
            <p><Badge label tone/></p>
            <Facts facts/>
            <p><a href=href>{text.more}</a></p>
        </Card>
    }
}
