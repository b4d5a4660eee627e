//! What to do next, until when, what it costs, and what happens otherwise.

mod text;
mod ways;

use domain::family::Matter;
use leptos::prelude::*;
use services::resident::enrolment::{Bases, Outlook, Yearly};

use super::super::price::price;
use super::wait::and_then;
use crate::subject::Subject;
use crate::ui::basis::{Basis, Grounds};
use crate::ui::{ButtonKind, ButtonLink, Card, IntoWritten, Look, Notice, Tone, date_text};
use text::OutlookText;
use ways::WaysBack;

/// The card.
#[component]
pub(super) fn OutlookCard(
    /// What to do next.
    outlook: Outlook,
) -> impl IntoView {
    let look = Look::current();
    let text = OutlookText::of(look.language);
    let said = |sentence: &'static str| view! { <p class="measure">{sentence}</p> }.written();
    let subject = Subject::current();
    let contributions = subject
        .opens(Matter::Account)
        .then(|| subject.href("/contributions"));
    let (title, content) = match outlook {
        Outlook::Died(day) => {
            let sentence = (text.died)(&date_text(day, look.language));
            return view! { <Notice tone=Tone::Info><p>{sentence}</p></Notice> }.written();
        }
        Outlook::Retired => (text.title, said(text.retired)),
        Outlook::Employed => (text.title, said(text.employed)),
        Outlook::NoRules(_) => (text.title, said(text.no_rules)),
        Outlook::Frozen => (
            text.title,
            view! {
                <p class="measure">{text.frozen}</p>
                {contributions.map(|href| view! { <p class="actions"><ButtonLink href label=text.see_contributions kind=ButtonKind::Quiet/></p> })}
            }
            .written(),
        ),
        Outlook::Yearly(yearly) => (text.title, view! { <NextFee text yearly=*yearly/> }.written()),
        Outlook::Newborn(until, fee) => {
            let until = date_text(until, look.language);
            let (amount, grounds) = fee.map_or((None, Vec::new()), |fee| {
                let (amount, note) = *fee;
                let sentence = (text.newborn_fee)(&price(amount, look));
                (Some(sentence), vec![Grounds::new(text.fee, &note)])
            });
            let basis = (!grounds.is_empty()).then(|| view! { <Basis grounds/> });
            let content = view! {
                <p class="measure"><strong>{(text.newborn)(&until)}</strong>{look.pick("", " ")}{amount}</p>
                <p class="measure">{text.newborn_otherwise}</p>
                {basis}
            };
            (text.newborn_title, content.written())
        }
        Outlook::Uninsured(ways) => {
            (text.back_title, view! { <WaysBack text ways=*ways/> }.written())
        }
    };
    view! { <Card title>{content}</Card> }.written()
}

/// A resident's next fee.
#[component]
fn NextFee(text: &'static OutlookText, yearly: Yearly) -> impl IntoView {
    let look = Look::current();
    let days = yearly.collection.days;
    let from = date_text(days.from, look.language);
    let through = days
        .through
        .map(|last| date_text(last, look.language))
        .unwrap_or_default();
    let amount = price(yearly.fee, look);
    let year = yearly.collection.year;
    let sentence = match (yearly.paid, yearly.open) {
        (true, _) => (text.paid)(year),
        (false, true) => (text.open)(year, &through, &amount),
        (false, false) => (text.coming)(year, &from, &through, &amount),
    };
    let aided = (yearly.aided && !yearly.paid).then(|| view! { {look.pick("", " ")}{text.aided} });
    let otherwise = (!yearly.paid).then(|| {
        let then = and_then(yearly.otherwise, look.language);
        view! { <p class="measure">{(text.missed)(year, &then)}</p> }
    });
    view! {
        <p class="measure"><strong>{sentence}</strong>{aided}</p>
        {otherwise}
        <Basis grounds=grounds(text, &yearly.bases)/>
    }
}

/// Where the figures come from.
fn grounds(text: &OutlookText, bases: &Bases) -> Vec<Grounds> {
    vec![
        Grounds::new(text.waiting, &bases.waiting),
        Grounds::new(text.fee, &bases.fee),
        Grounds::new(text.window, &bases.window),
    ]
}
