//! `/me/queries/{id}`: one query, what became of it, and the calculation that was sent with it.

use leptos::prelude::*;
use services::enquiries;
use services::replay::Items as Held;

use super::super::not_registered;
use super::crumbs;
use super::text::QueriesText;
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::pages::enquiries::{Calculations, History, StateBadge, Words, clauses_of};
use crate::pages::me::settlement::replay::{Items, ReplayText};
use crate::ui::{
    Breadcrumbs, ButtonKind, ButtonLink, Card, Fact, Facts, Look, PrintButton, date_text,
};

/// The page.
///
/// # Errors
/// `NotFound` for anything but one of the person's own queries, and whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    let Some(person) = request.context.actor.person else {
        return Ok(not_registered::page(&request).into());
    };
    let id = request.id("id")?;
    let (enquiry, items) = enquiries::with_items(&request.context, person, id).await?;
    let clauses = clauses_of(&request, &enquiry).await?;
    let text = QueriesText::of(request.language());
    let hotline = request.site.hotline.clone();
    let title = format!("{} {}", text.one, enquiry.number);
    let page = Page::new(title.clone(), Area::Personal, move || {
        let look = Look::current();
        provide_context(clauses);
        let state = enquiry.state();
        let settlement = format!("/me/settlements/{}", enquiry.settlement.0);
        let day = date_text(enquiry.settled_on, look.language);
        let facts = vec![
            Fact::text(text.number, enquiry.number.clone()),
            Fact::new(text.state, view! { <StateBadge of=state/> }),
            Fact::new(text.settlement, view! { <a href=settlement>{day}</a> }),
        ];
        let (steps, words) = (enquiry.steps.clone(), enquiry.words.clone());
        let withdraw = state.is_open().then(|| {
            let href = format!("/me/queries/{id}/withdraw");
            view! { <ButtonLink href label=text.withdraw kind=ButtonKind::Quiet/> }
        });
        view! {
            <Breadcrumbs crumbs=crumbs(text, Some(enquiry.number.clone()))/>
            <h1>{title}</h1>
            <Card title=text.one>
                <Facts facts/>
                <p class="muted">{(text.by_phone)(&hotline)}</p>
            </Card>
            <Card title=text.history><History steps/></Card>
            <Card title=text.asked><Words text=words/></Card>
            <Calculations enquiry/>
            {items.map(|items| view! { <Bill text items/> })}
            <p class="actions">{withdraw}<PrintButton/></p>
        }
    });
    Ok(page.into())
}

/// The items of the settlement beside its bill: whether each is the one of the bill, or which are not.
#[component]
fn Bill(text: &'static QueriesText, items: Held) -> impl IntoView {
    let words = ReplayText::of(Look::current().language);
    let lead = items.differ().then(|| {
        view! { <p class="small muted measure">{text.items_lead}</p> }
    });
    view! {
        {lead}
        <Items text=words items/>
    }
}
