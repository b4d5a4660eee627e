//! The ways back into insurance, the best first, with price and last day.

use chrono::NaiveDate;
use domain::continuity::{BuyBack, Cure, How, Wait, cheapest};
use domain::explain::document_number;
use domain::settlement::Scheme;
use leptos::prelude::*;
use services::resident::enrolment::Ways;

use super::super::super::price::price;
use super::super::super::stretch::stretch;
use super::super::wait::{must, wait};
use super::grounds;
use super::text::OutlookText;
use crate::ui::basis::Basis;
use crate::ui::{Column, Date, IntoWritten, Look, SourceNote, Table, Written, date_text};

/// Where the rules of employees stand.
const EMPLOYEES: &str = "d12";

/// What can be done, and what happens if nothing is.
#[component]
pub(super) fn WaysBack(
    /// The words of the card.
    text: &'static OutlookText,
    /// The ways.
    ways: Ways,
) -> impl IntoView {
    let look = Look::current();
    let first = ways.cures.first();
    let least = cheapest(&ways.cures);
    let both = first.is_some() && first == least;
    let why = if both { text.best } else { text.soonest };
    let soonest = first.map(|cure| told(text, why, cure, look));
    let cheapest = least.filter(|_| !both).map(|cure| {
        let sentence = told(text, text.cheapest, cure, look);
        let less = first.is_some_and(Cure::keeps_employment);
        let less = less.then(|| view! { {look.pick("", " ")}{text.less_cover} });
        view! { <p class="measure">{sentence}{less}</p> }
    });
    let columns = vec![
        Column::title(text.way),
        Column::text(text.wait),
        Column::text(text.begins),
        Column::number(text.price),
        Column::text(text.until),
    ];
    let rows: Vec<_> = ways
        .cures
        .iter()
        .map(|cure| row(text, cure, look))
        .collect();
    let ladder =
        (!ways.buy_backs.is_empty()).then(|| view! { <Ladder text steps=ways.buy_backs.clone()/> });
    let employees = ways.last == Some(Scheme::Employee);
    let rule = employees.then(|| {
        let number = document_number(EMPLOYEES).unwrap_or(EMPLOYEES);
        view! { <SourceNote source=number href=format!("/policies/{EMPLOYEES}") note=text.employees.to_owned()/> }
    });
    let nothing = nothing(text, &ways, look);
    view! {
        <p class="measure"><strong>{soonest}</strong></p>
        {cheapest}
        <Table caption=text.all_ways columns rows/>
        <p class="small muted measure">{text.price_note}</p>
        {ladder}
        <p class="measure"><strong>{text.nothing}</strong>{look.pick("", " ")}{nothing}</p>
        {rule}
        <Basis grounds=grounds(text, &ways.bases)/>
    }
}

/// A way as a sentence that begins with why it is told.
fn told(text: &OutlookText, why: &str, cure: &Cure, look: Look) -> String {
    let how = how(text, cure, look);
    let wait = wait(cure.wait, look.language);
    let until = cure
        .until
        .map(|day| (text.at_the_latest)(&date_text(day, look.language)))
        .unwrap_or_default();
    let amount = cure
        .price
        .map(|amount| (text.about)(&price(amount, look)))
        .unwrap_or_default();
    format!("{why}{}", (text.told)(&how, &until, &wait, &amount))
}

fn how(text: &OutlookText, cure: &Cure, look: Look) -> String {
    let next_year = if cure.fees > 1 { text.next_year } else { "" };
    match cure.how {
        How::PayBack(Some((from, through))) => {
            (text.pay_back)(&stretch(from, through, look.language))
        }
        How::PayBack(None) => text.go_on.to_owned(),
        How::Resume => text.resume.to_owned(),
        How::JoinNow(0) => format!("{}{next_year}", text.join_now),
        How::JoinNow(years) => format!("{}{next_year}", (text.join_and_buy)(years)),
        How::JoinIn(collection) => {
            let from = date_text(collection.days.from, look.language);
            (text.join_in)(collection.year, &from)
        }
    }
}

fn row(text: &OutlookText, cure: &Cure, look: Look) -> Vec<Written> {
    let begins = match cure.wait {
        Wait::AtMost(_) => (text.no_later)(&date_text(cure.begins, look.language)),
        Wait::None(_) | Wait::Months(_) => date_text(cure.begins, look.language),
    };
    let amount = cure.price.map_or_else(
        || text.unknown_price.to_owned(),
        |amount| price(amount, look),
    );
    let until = cure.until.map_or_else(
        || text.soon.written(),
        |day: NaiveDate| view! { <Date of=day/> }.written(),
    );
    vec![
        how(text, cure, look).written(),
        wait(cure.wait, look.language).written(),
        view! { <span class="nowrap">{begins}</span> }.written(),
        amount.written(),
        until,
    ]
}

/// How the wait shrinks, year by year.
#[component]
fn Ladder(text: &'static OutlookText, steps: Vec<BuyBack>) -> impl IntoView {
    let look = Look::current();
    let columns = vec![
        Column::title(text.bought_back),
        Column::text(text.wait),
        Column::number(text.costs_more),
    ];
    let rows = steps
        .iter()
        .map(|step| {
            vec![
                (text.years)(step.years).written(),
                wait(Wait::Months(step.months), look.language).written(),
                price(step.price, look).written(),
            ]
        })
        .collect();
    view! {
        <Table caption=text.ladder columns rows/>
        <p class="small muted measure">{text.ladder_note}</p>
    }
}

/// What happens if nothing is done.
fn nothing(text: &OutlookText, ways: &Ways, look: Look) -> String {
    let first = ways.cures.first();
    if let Some(Cure {
        how: How::PayBack(_),
        until: Some(day),
        ..
    }) = first
    {
        return (text.after_grace)(&date_text(*day, look.language));
    }
    ways.later.map_or_else(
        || text.uncovered.to_owned(),
        |(year, later)| (text.later)(year, &must(later, look.language)),
    )
}
