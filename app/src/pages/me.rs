//! `/me`: covered today? Under what and since when, what the year has used, what needs a look.

pub mod access;
pub mod account;
pub mod add_ons;
pub mod benefits;
pub mod certificates;
pub mod consents;
pub mod contributions;
mod cover_card;
mod elder;
pub mod enrolment;
pub mod export;
pub mod family;
mod institution;
pub mod messages;
mod meters;
mod no_rules;
mod not_registered;
mod office;
mod pay_parts;
mod price;
mod privacy_tabs;
pub mod queries;
pub mod sessions;
pub mod settlement;
mod settlement_table;
pub mod settlements;
mod stretch;
mod tabs;
mod text;
mod withdraw_question;
mod words;

use chrono::NaiveDate;
use leptos::prelude::*;
use services::resident::overview::{self, Overview};

use crate::page::{Area, Page, PageRequest, PageResult};
use crate::subject::Subject;
use crate::ui::{Card, EmptyState, IntoWritten, Look, Timeline};
use cover_card::CoverCard;
use messages::unread::Unread;
use meters::Meters;
use no_rules::NoRulesNote;
use privacy_tabs::MyData;
use settlement_table::SettlementTable;
use text::MeText;

/// The page. Who acts in another role than a resident's is led to where that one begins.
///
/// # Errors
/// `NotFound` when the actor may not see it, and whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    if let Some(answer) = office::answer(&request)? {
        return Ok(answer);
    }
    let Some(subject) = Subject::of(&request).await? else {
        return Ok(not_registered::page(&request).into());
    };
    let overview = overview::of(&request.context, subject.person()).await?;
    let page = show(&request, &subject, overview);
    Ok(subject.show(page))
}

fn show(request: &PageRequest, subject: &Subject, overview: Overview) -> Page {
    let text = MeText::of(request.language());
    let today = request.context.today();
    let answer = match subject.relative() {
        None => text.answer(&overview.cover.state, today),
        Some(_) => {
            let state = &overview.cover.state;
            subject.about(&text.answer_about(state, today), request.language())
        }
    };
    let hotline = request.site.hotline.clone();
    // On a relative's page one's own messages are out of place.
    let unread = subject.relative().map_or(request.unread, |_| 0);
    Page::new(answer.clone(), Area::Personal, move || {
        if Look::current().elder {
            view! { <elder::Elder text answer overview hotline today unread/> }.written()
        } else {
            view! { <Standard text answer overview today unread/> }.written()
        }
    })
}

#[component]
fn Standard(
    text: &'static MeText,
    answer: String,
    overview: Overview,
    today: NaiveDate,
    unread: u8,
) -> impl IntoView {
    let Overview {
        cover,
        balance,
        year,
        newest,
        sees_visits,
        family,
        attention,
        ..
    } = overview;
    let year = year.map(|year| match year {
        Ok(year) => view! { <Meters text year/> }.written(),
        Err(missing) => view! { <NoRulesNote missing/> }.written(),
    });
    let attention = (!attention.is_empty()).then(|| {
        view! {
            <Card title=text.attention><Timeline moments=text.moments(&attention, today)/></Card>
        }
    });
    let settlements = if !sees_visits {
        view! { <p class="muted">{text.visits_closed}</p> }.written()
    } else if newest.is_empty() {
        view! { <EmptyState title=text.no_settlements text=text.no_settlements_more/> }.written()
    } else {
        view! {
            <Card title=text.newest>
                <SettlementTable caption=text.newest settlements=newest/>
                <p><a href=Subject::current().href("/settlements")>{text.all_settlements}</a></p>
            </Card>
        }
        .written()
    };
    view! {
        <h1>{answer}</h1>
        <Unread count=unread/>
        <CoverCard text cover balance family/>
        {year}
        {attention}
        {settlements}
        <MyData/>
    }
}
