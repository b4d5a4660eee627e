//! The stretches without insurance: how long, what they cost, what they took away.

mod text;

use domain::calendar::months_between;
use domain::continuity::{Break, Wait};
use domain::explain::document_number;
use domain::money::Money;
use domain::settlement::Scheme;
use leptos::prelude::*;
use services::resident::enrolment::{BreakAccount, BreakCost, Lost};

use super::super::words::{self, said};
use super::wait::wait;
use crate::ui::basis::{Basis, Grounds};
use crate::ui::{Card, IntoWritten, Look, Moment, SourceNote, Term, Timeline, Word, date_text};
use text::BreaksText;

/// Where the rule of employees stands, and that of residents.
const RULES: [&str; 2] = ["d12", "d05"];

/// The card.
#[component]
pub(super) fn Breaks(
    /// The stretches, the newest first.
    breaks: Vec<BreakAccount>,
) -> impl IntoView {
    let look = Look::current();
    let text = BreaksText::of(look.language);
    let grounds: Vec<Grounds> = breaks
        .iter()
        .filter_map(|one| one.parameter.as_ref())
        .map(|note| Grounds::new(text.ground, note))
        .collect();
    let basis = (!grounds.is_empty()).then(|| view! { <Basis grounds/> });
    let content = if breaks.is_empty() {
        view! { <p>{text.none}</p> }.written()
    } else {
        let moments = breaks.iter().map(|one| moment(text, one, look)).collect();
        let told = |scheme: Scheme| breaks.iter().any(|one| concerns(&one.gap, scheme));
        let rules = [Scheme::Employee, Scheme::Resident].map(told);
        let sources = RULES.iter().zip(text.rules).zip(rules);
        let sources = sources.filter(|(_, told)| *told).map(|((id, rule), _)| {
            let number = document_number(id).unwrap_or(id);
            view! { <SourceNote source=number href=format!("/policies/{id}") note=rule.to_owned()/> }
        });
        view! {
            <Timeline moments/>
            {sources.collect_view()}
            {basis}
            <p class="small muted measure">{text.decides}</p>
        }
        .written()
    };
    view! {
        <Card title=text.title>
            <p class="muted"><Term word=Word::Interruption shown=text.term.to_owned()/>{text.means}<Term word=Word::WaitingPeriod/>{text.means_end}</p>
            {content}
        </Card>
    }
}

fn moment(text: &BreaksText, one: &BreakAccount, look: Look) -> Moment {
    let length = words::months(one.gap.months(), look.language);
    let from = date_text(one.gap.days.from, look.language);
    let when = match one.gap.days.through.filter(|_| !one.gap.open) {
        Some(last) => (text.from_to)(&from, &date_text(last, look.language)),
        None => (text.until_now)(&from),
    };
    let head = if one.gap.open {
        (text.open_length)(&length)
    } else {
        (text.length)(&length)
    };
    let space = look.pick("", " ");
    let cost = cost(text, one, look);
    let missed = match one.missed {
        _ if !concerns(&one.gap, Scheme::Resident) => None,
        (0, _) => None,
        (missed, 0) => Some((text.missed)(missed)),
        (missed, bought) => Some((text.missed_and_bought)(missed, bought)),
    };
    let lost = one.lost.map(|lost| lost_words(text, lost, look));
    Moment::new(
        when,
        view! {
            <strong>{head}</strong>{space}{cost}
            {missed.map(|sentence| view! { {space}{sentence} })}
            {lost.map(|sentence| view! { {space}{sentence} })}
        },
    )
}

/// Whether the rules of this insurance have to do with a break: it lies beside the break, or may
/// end it.
fn concerns(gap: &Break, scheme: Scheme) -> bool {
    gap.open || gap.before == scheme || gap.after == Some(scheme)
}

fn cost(text: &BreaksText, one: &BreakAccount, look: Look) -> String {
    match (one.cost, one.gap.open) {
        (BreakCost::PaidBack, _) => text.paid_back.to_owned(),
        (BreakCost::Repairable, true) => text.repairable.to_owned(),
        (BreakCost::Repairable, false) => text.repaired.to_owned(),
        (BreakCost::WaitedUntil(day), _) => {
            let began = one.gap.days.day_after().unwrap_or(day);
            let length = words::months(months_between(began, day), look.language);
            (text.waited)(&date_text(day, look.language), &length)
        }
        (BreakCost::Waits(Wait::None(why)), _) => {
            (text.costs_nothing)(&wait(Wait::None(why), look.language))
        }
        (BreakCost::Waits(months), true) => (text.would_wait)(&wait(months, look.language)),
        (BreakCost::Waits(months), false) => (text.had_to_wait)(&wait(months, look.language)),
        (BreakCost::Unknown, _) => text.unknown.to_owned(),
    }
}

fn lost_words(text: &BreaksText, lost: Lost, look: Look) -> String {
    let added = (lost.added != Money::ZERO).then(|| said(lost.added, look));
    match (lost.until, added) {
        (Some(day), added) => {
            let day = date_text(day, look.language);
            let added = added.map(|amount| (text.and_added)(&amount));
            (text.at_stake)(&day, lost.years, &added.unwrap_or_default())
        }
        (None, None) => (text.lost_years)(lost.years),
        (None, Some(amount)) => (text.lost)(lost.years, &amount),
    }
}
