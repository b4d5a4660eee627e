//! `/admin`: how the published stands, for editors and approvers: what is in force, what comes,
//! what has ended, and whether somebody has checked it.

pub mod audit;
mod clock;
pub mod parameters;
pub mod queries;
pub mod seals;
mod text;

use domain::access::Role;
use domain::language::Bilingual;
use leptos::prelude::*;
use services::publishing::{self, Listed, Offer, Policies, Publishing, Set, Validity};

use crate::page::{Area, Page, PageRequest, PageResult};
use crate::ui::{
    Badge, Card, Column, Date, DocumentStatus, EmptyState, Fact, Facts, IntoWritten, Look, Notice,
    Table, Tone, Written, place_name,
};
use text::AdminText;

/// The page.
///
/// # Errors
/// `NotFound` when the actor may not see it, and whatever the store and the index say.
pub async fn page(request: PageRequest) -> PageResult {
    let publishing = publishing::of(&request.context).await?;
    let text = AdminText::of(request.language());
    let approver = request.context.actor.role == Role::Approver;
    let (task, limit) = if approver {
        (text.approver, text.approver_limit)
    } else {
        (text.editor, text.editor_limit)
    };
    let page = Page::new(text.title, Area::Office, move || {
        let Publishing {
            policies,
            sets,
            products,
        } = publishing;
        let coming = text.coming.map(|thing| view! { <li>{thing}</li> });
        view! {
            <h1>{text.title}</h1>
            <p class="measure">{task}</p>
            <Notice tone=Tone::Info><p>{limit}</p></Notice>
            <Card title=text.policies><Library text policies/></Card>
            <Card title=text.sets>
                <Sets text sets/>
                <p><a href="/admin/parameters">{text.to_sets}</a></p>
            </Card>
            <Card title=text.products><Products text products/></Card>
            <Card title=text.coming_title>
                <p>{text.coming_lead}</p>
                <ul>{coming.into_iter().collect_view()}</ul>
            </Card>
        }
    });
    Ok(page.into())
}

#[component]
fn Library(text: &'static AdminText, policies: Option<Policies>) -> impl IntoView {
    let look = Look::current();
    let Some(policies) = policies else {
        return view! { <p>{text.index_away}</p> }.written();
    };
    let states = policies.by_status.into_iter().map(|(code, count)| {
        let status = DocumentStatus::from_code(&code);
        let label = status.map_or(code.as_str(), |status| status.label(look));
        let href = format!("/policies?status={code}");
        Fact::new(label, view! { <a href=href>{count}</a> })
    });
    let all = Fact::new(
        text.all_documents,
        view! { <a href="/policies">{policies.total}</a> },
    );
    let facts: Vec<Fact> = [all].into_iter().chain(states).collect();
    view! { <Facts facts/> }.written()
}

#[component]
fn Sets(text: &'static AdminText, sets: Listed<Set>) -> impl IntoView {
    let look = Look::current();
    if sets.shown.is_empty() {
        return view! { <EmptyState title=text.no_sets text=text.no_sets_more/> }.written();
    }
    let columns = vec![
        Column::title(text.name),
        Column::text(text.state),
        Column::text(text.days),
        Column::text(text.checked),
    ];
    let row = |set: Set| {
        let checked = match set.review {
            Some(review) => {
                let by = said(&review.by, look);
                view! { <div>{by}<p class="small muted"><Date of=review.on/></p></div> }.written()
            }
            None => view! { <Badge label=text.unchecked tone=Tone::Notice/> }.written(),
        };
        vec![
            view! { <div>{said(&set.name, look)}<p class="small muted">{set.id}</p></div> }
                .written(),
            state(text, set.validity),
            days(text, set.from, set.through),
            checked,
        ]
    };
    let rows = sets.shown.into_iter().map(row).collect();
    view! {
        <Table caption=text.sets hide_caption=true columns rows/>
        {sets.more.then(|| view! { <p class="small muted">{text.more}</p> })}
    }
    .written()
}

#[component]
fn Products(text: &'static AdminText, products: Listed<Offer>) -> impl IntoView {
    let look = Look::current();
    if products.shown.is_empty() {
        return view! { <EmptyState title=text.no_products text=text.no_products_more/> }.written();
    }
    let columns = vec![
        Column::title(text.name),
        Column::text(text.state),
        Column::text(text.days),
        Column::text(text.region),
    ];
    let row = |offer: Offer| {
        let region = offer.region.map_or_else(
            || text.whole_country.to_owned(),
            |code| place_name(code, look.language),
        );
        let href = format!("/add-ons/{}", offer.id);
        vec![
            view! { <a href=href>{said(&offer.name, look)}</a> }.written(),
            state(text, offer.validity),
            days(text, offer.from, offer.through),
            region.written(),
        ]
    };
    let rows = products.shown.into_iter().map(row).collect();
    view! {
        <Table caption=text.products hide_caption=true columns rows/>
        {products.more.then(|| view! { <p class="small muted">{text.more}</p> })}
    }
    .written()
}

fn said(name: &Bilingual, look: Look) -> String {
    name.get(look.language.into()).to_owned()
}

fn state(text: &AdminText, validity: Validity) -> Written {
    let (label, tone) = match validity {
        Validity::Coming => (text.coming_state, Tone::Info),
        Validity::InForce => (text.in_force, Tone::Good),
        Validity::Ended => (text.ended, Tone::Muted),
    };
    view! { <Badge label tone/> }.written()
}

fn days(text: &AdminText, from: chrono::NaiveDate, through: Option<chrono::NaiveDate>) -> Written {
    let through = match through {
        Some(day) => view! { <Date of=day/> }.written(),
        None => text.without_end.written(),
    };
    view! { <span><Date of=from/>{text.until}{through}</span> }.written()
}
