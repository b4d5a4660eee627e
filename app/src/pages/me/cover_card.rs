//! The card that says under what, where, through whom and since when somebody is insured.

use domain::money::Money;
use leptos::prelude::*;
use services::resident::cover::{Cover, CoverState, Period};
use services::resident::overview::Relative;

use super::text::MeText;
use super::words;
use crate::language::Language;
use crate::subject::{Subject, deceased, named};
use crate::ui::{
    Amount, AmountSize, Badge, Fact, Facts, Look, Place, Term, Tone, Word, date_text, month_text,
};

/// Cover today on the left, the personal account on the right.
#[component]
pub(super) fn CoverCard(
    /// The words of the page.
    text: &'static MeText,
    /// Cover today.
    cover: Cover,
    /// The balance of the personal account.
    balance: Option<Money>,
    /// Family members whom the person may act for.
    family: Vec<Relative>,
) -> impl IntoView {
    let look = Look::current();
    let (label, tone) = badge(text, &cover.state);
    let facts = facts(text, &cover, &family, look.language);
    let heading = text.cover;
    let explained = explanation(text, &cover.state, look.language);
    view! {
        <section class="card split" aria-label=heading>
            <div class="stack" data-flow="close">
                <p><Badge label tone/></p>
                {explained.map(|words| view! { <p>{words}</p> })}
                {(!facts.is_empty()).then(|| view! { <Facts facts/> })}
                <p><a href=Subject::current().href("/enrolment")>{text.all_periods}</a></p>
            </div>
            {balance.map(|balance| view! {
                <div class="stack" data-flow="tight">
                    <p class="muted"><Term word=Word::PersonalAccount shown=text.balance.to_owned()/></p>
                    <p><Amount of=balance size=AmountSize::Large/></p>
                    <p class="small muted">{text.balance_use}</p>
                    <p><a href=Subject::current().href("/account")>{text.account_entries}</a></p>
                </div>
            })}
        </section>
    }
}

/// The state in a word, with its tone.
pub(super) fn badge(text: &MeText, state: &CoverState) -> (&'static str, Tone) {
    match state {
        CoverState::Covered => (text.state_covered, Tone::Good),
        CoverState::Waiting(_) => (text.state_waiting, Tone::Notice),
        CoverState::Frozen => (text.state_frozen, Tone::Danger),
        CoverState::NotInsured(_) => (text.state_not_insured, Tone::Danger),
        CoverState::Died(_) => (text.state_died, Tone::Muted),
    }
}

/// What the state means for whoever it is about.
pub(super) fn explanation(text: &MeText, state: &CoverState, language: Language) -> Option<String> {
    let meaning = match state {
        CoverState::Covered => return None,
        CoverState::Waiting(_) => text.waiting_means,
        CoverState::Frozen => text.frozen_means,
        CoverState::NotInsured(None) => text.never_insured,
        CoverState::NotInsured(Some(_)) => text.not_insured_means,
        CoverState::Died(day) => return Some((text.died_means)(&date_text(*day, language))),
    };
    Some(meaning.to_owned())
}

fn facts(text: &MeText, cover: &Cover, family: &[Relative], language: Language) -> Vec<Fact> {
    let mut facts = Vec::new();
    if let Some(period) = &cover.current {
        facts.extend(period_facts(text, period, language));
    }
    if let Some(since) = cover.continuous_since {
        let length = words::months(cover.continuous_months, language);
        let value = (text.since)(&length, &month_text(since, language));
        facts.push(Fact::text(text.continuous, value));
    }
    if !family.is_empty() {
        let names = family.iter().map(|one| {
            let href = format!("/people/{}", one.person);
            let name = named(&one.name, one.kinship, one.sex, language);
            let dead = one
                .dead
                .then(|| view! { " "<Badge label=deceased(language) tone=Tone::Muted/> });
            view! { <li><a href=href>{name}</a>{dead}</li> }
        });
        let names = names.collect_view();
        facts.push(Fact::new(
            text.family,
            view! { <ul role="list">{names}</ul> },
        ));
    }
    facts
}

fn period_facts(text: &MeText, period: &Period, language: Language) -> Vec<Fact> {
    let place = view! { <Place code=period.region_code.clone()/> };
    let mut facts = vec![
        Fact::text(text.scheme, words::scheme(period.scheme, language)),
        Fact::text(
            text.person_type,
            words::person_type(&period.person_type, language),
        ),
        Fact::new(text.place, place),
    ];
    if let Some(employer) = period.employer.clone() {
        let name = view! { <span lang="zh-Hans">{employer}</span> };
        facts.push(Fact::new(text.employer, name));
    }
    facts
}
