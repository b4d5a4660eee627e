//! The same bill on other ways, the cheapest first.

use domain::money::Money;
use leptos::prelude::*;

use super::super::text::{AnswerText, filing};
use super::super::ways::{Outcome, Way};
use super::against;
use crate::ui::{Amount, Card, Column, IntoWritten, Look, Table, Written, date_text};

/// One row a way; nothing where there is no other way.
#[component]
pub(super) fn Comparison(
    /// The words.
    text: &'static AnswerText,
    /// The ways in order.
    outcomes: Vec<Outcome>,
    /// What the person pays as asked.
    asked: Money,
) -> impl IntoView {
    let look = Look::current();
    if outcomes.len() < 2 {
        return ().written();
    }
    let columns = vec![
        Column::title(text.way),
        Column::number(text.pays),
        Column::number(text.difference),
        Column::text(text.why),
    ];
    let rows = outcomes
        .into_iter()
        .map(|outcome| row(text, outcome, asked, look))
        .collect();
    view! {
        <div class="workings">
            <Card title=text.compare id="compare">
                <p class="small muted measure">{text.compare_lead}</p>
                <Table caption=text.compare hide_caption=true columns rows/>
            </Card>
        </div>
    }
    .written()
}

fn row(text: &AnswerText, outcome: Outcome, asked: Money, look: Look) -> Vec<Written> {
    let burden = outcome.settlement.personal_burden();
    let is_asked = outcome.way == Way::Asked;
    let name = name(text, outcome.way, look);
    let name = if is_asked {
        view! { <strong>{name}</strong> }.written()
    } else {
        name.written()
    };
    let difference = match against(burden, asked) {
        Some(difference) => view! { <Amount of=difference signed=true/> }.written(),
        None if is_asked => "—".written(),
        None => text.same.written(),
    };
    let why = if is_asked {
        "—".to_owned()
    } else if outcome.reasons.is_empty() {
        text.no_reason.to_owned()
    } else {
        let language = look.language.into();
        let reasons: Vec<String> = outcome
            .reasons
            .iter()
            .map(|reason| reason.text(language))
            .collect();
        look.say((text.because)(&reasons))
    };
    vec![
        name,
        view! { <Amount of=burden/> }.written(),
        difference,
        view! { <span class="why">{why}</span> }.written(),
    ]
}

fn name(text: &AnswerText, way: Way, look: Look) -> String {
    let language = look.language.into();
    match way {
        Way::Asked => text.asked.to_owned(),
        Way::Level(level) => (text.at)(level.label(language)),
        Way::Filing(remote) => filing(remote, look.language).to_owned(),
        Way::Place(rules) => (text.insured_in)(rules.get(language)),
        Way::Later(day) => (text.later)(&date_text(day, look.language)),
    }
}
