//! What counts towards cover in retirement, and what is missing.

mod text;

use domain::contributions::Counted;
use leptos::prelude::*;
use services::resident::contributions::{Demand, Retirement};

use super::super::words;
use crate::ui::basis::{Basis, Grounds};
use crate::ui::{Card, Fact, Facts, IntoWritten, Look, Notice, Tone, month_text};
use text::RetirementText;

/// The card.
#[component]
pub(super) fn RetirementCard(
    /// How the person stands.
    retirement: Retirement,
) -> impl IntoView {
    let look = Look::current();
    let text = RetirementText::of(look.language);
    let content = match retirement {
        Retirement::NeverEmployed => view! { <p class="measure">{text.never}</p> }.written(),
        Retirement::Died => return ().written(),
        Retirement::Retired(counted) => view! {
            <p class="measure"><strong>{text.retired}</strong>" "{text.retired_more}</p>
            <Facts facts=counted_facts(text, &counted, look)/>
        }
        .written(),
        Retirement::Counting {
            counted,
            demand: None,
        } => view! {
            <p class="measure">{text.no_rules}</p>
            <Facts facts=counted_facts(text, &counted, look)/>
            <HowCounted text counted/>
        }
        .written(),
        Retirement::Counting {
            counted,
            demand: Some(demand),
        } => view! { <Counting text counted demand=*demand/> }.written(),
    };
    view! { <Card title=text.title>{content}</Card> }.written()
}

/// What is asked for, what is there and what is missing.
#[component]
fn Counting(text: &'static RetirementText, counted: Counted, demand: Demand) -> impl IntoView {
    let look = Look::current();
    let months = |count: i32| words::months(count, look.language);
    let region = demand.region.get(look.language.into()).to_owned();
    let who = text.who(demand.sex);
    let asked = (text.asked)(
        &region,
        who,
        &months(demand.requirement.months),
        &months(demand.requirement.local_months),
    );
    let missing = demand.missing;
    let answer = if missing.recorded == 0 {
        view! { <Notice tone=Tone::Good><p>{text.enough}</p></Notice> }.written()
    } else {
        let checked = (missing.at_best < missing.recorded).then(|| match missing.at_best {
            0 => text.enough_at_best.to_owned(),
            rest => (text.missing_at_best)(&months(rest)),
        });
        let complete = demand
            .complete
            .map(|month| (text.complete)(&month_text(month.first_day(), look.language)));
        view! {
            <p class="measure">
                <strong>{(text.missing)(&months(missing.recorded))}</strong>
                {look.pick("", " ")}{checked}{look.pick("", " ")}{complete}
            </p>
        }
        .written()
    };
    let mut facts = counted_facts(text, &counted, look);
    if demand.requirement.local_months > 0 {
        let here = (text.here)(&region);
        facts.push(Fact::text(here, local(text, &counted, look)));
    }
    let grounds = vec![Grounds::new(text.ground, &demand.parameter)];
    view! {
        <p class="measure">{asked}</p>
        {answer}
        <Facts facts/>
        <HowCounted text counted/>
        <Basis grounds/>
    }
}

fn counted_facts(text: &RetirementText, counted: &Counted, look: Look) -> Vec<Fact> {
    let months = |count: i32| spoken(text, count, look);
    let mut facts = vec![Fact::text(text.recorded, months(counted.all.recorded))];
    if counted.all.unrecorded > 0 {
        facts.push(Fact::text(text.unrecorded, months(counted.all.unrecorded)));
    }
    facts
}

/// The local part: what is on record, and what may be added to it.
fn local(text: &RetirementText, counted: &Counted, look: Look) -> String {
    let recorded = spoken(text, counted.local.recorded, look);
    match counted.local.unrecorded {
        0 => recorded,
        rest => (text.and_unrecorded)(&recorded, &words::months(rest, look.language)),
    }
}

/// `2年`, or that there is none.
fn spoken(text: &RetirementText, count: i32, look: Look) -> String {
    if count == 0 {
        text.none.to_owned()
    } else {
        words::months(count, look.language)
    }
}

/// What the count is based on.
#[component]
fn HowCounted(text: &'static RetirementText, counted: Counted) -> impl IntoView {
    let look = Look::current();
    let since = counted
        .since
        .map(|month| (text.since)(&month_text(month.first_day(), look.language)));
    view! { <p class="small muted measure">{since}{look.pick("", " ")}{text.how}</p> }
}
