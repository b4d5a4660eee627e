//! `/me` in elder mode: the answer, the money on the card, and five large entries; the sixth,
//! "more", belongs to the navigation below.

use chrono::NaiveDate;
use domain::family::Matter;
use domain::money::Money;
use leptos::prelude::*;
use services::resident::overview::Overview;

use super::cover_card::{badge, explanation};
use super::messages::unread::Unread;
use super::privacy_tabs::MyData;
use super::text::MeText;
use super::words;
use crate::language::Language;
use crate::subject::Subject;
use crate::ui::{Badge, Card, Door, Doors, Look, Place, Sign, Term, Timeline, Word};

/// The page's content.
#[component]
pub(super) fn Elder(
    /// The words of the page.
    text: &'static MeText,
    /// The answer to "am I covered?".
    answer: String,
    /// What the page knows.
    overview: Overview,
    /// The hotline's number.
    hotline: String,
    /// The day of the request.
    today: NaiveDate,
    /// How many messages wait.
    unread: u8,
) -> impl IntoView {
    let look = Look::current();
    let subject = Subject::current();
    let heading = match subject.relative() {
        None => (text.addressed)(&overview.name, &answer),
        Some(_) => answer,
    };
    let (label, tone) = badge(text, &overview.cover.state);
    let explained = explanation(text, &overview.cover.state, look.language);
    let current = overview.cover.current.map(|period| {
        let scheme = words::scheme(period.scheme, look.language);
        let kind = words::person_type(&period.person_type, look.language);
        view! {
            <p>{scheme}{look.pick("，", ", ")}{kind}</p>
            <p><Place code=period.region_code/></p>
        }
    });
    let attention = (!overview.attention.is_empty()).then(|| {
        let moments = text.moments(&overview.attention, today);
        view! { <Card title=text.attention><Timeline moments/></Card> }
    });
    let newest = overview
        .newest
        .first()
        .filter(|_| subject.opens_details())
        .map(|one| subject.href(&format!("/settlements/{}", one.id)));
    let closed =
        (!overview.sees_visits).then(|| view! { <p class="muted">{text.visits_closed}</p> });
    view! {
        <h1>{heading}</h1>
        <section class="card stack" data-flow="close" aria-label=text.cover>
            <p><Badge label tone/></p>
            {explained.map(|words| view! { <p>{words}</p> })}
            {current}
            {overview.balance.map(|balance| view! { <Balance text balance/> })}
        </section>
        <Unread count=unread/>
        {attention}
        {closed}
        <Doors doors=doors(text, newest, &hotline)/>
        <MyData/>
    }
}

/// The balance with the words first and the figure after them.
#[component]
fn Balance(text: &'static MeText, balance: Money) -> impl IntoView {
    let look = Look::current();
    let spoken = balance.in_words(look.language.into());
    let exact = match look.language {
        Language::Chinese => format!("（{}）", balance.yuan()),
        Language::English => format!(" ({})", balance.yuan()),
    };
    view! {
        <p>
            <span class="amount" data-size="large">{spoken}</span><br/>
            <span class="muted"><Term word=Word::PersonalAccount shown=text.balance.to_owned()/>{exact}</span>
        </p>
    }
}

fn doors(text: &MeText, newest: Option<String>, hotline: &str) -> Vec<Door> {
    let doors = &text.doors;
    let subject = Subject::current();
    let door = |href: &str, sign, title: &str| Door {
        href: href.to_owned(),
        sign,
        title: title.to_owned(),
        text: String::new(),
    };
    let last = newest.map(|href| door(&href, Sign::Receipt, doors.last_visit));
    let call = format!("tel:{hotline}");
    last.into_iter()
        .chain([
            door(&subject.href("/benefits"), Sign::Gauge, doors.benefits),
            door(
                &subject.href("/settlements"),
                Sign::Document,
                doors.settlements,
            ),
            door(&subject.href("/enrolment"), Sign::Calendar, doors.enrolment),
            door(&call, Sign::Phone, &(doors.person)(hotline)),
        ])
        .filter(|door| subject.opens(Matter::Visits) || !door.href.contains("/settlements"))
        .collect()
}
