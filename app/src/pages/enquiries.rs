//! What a query shows to who sent it and to who answers it: how far it is, what became of it, and both
//! calculations as they were.

use domain::enquiries::QueryState;
use domain::explain::explain;
use leptos::prelude::*;
use services::enquiries::{Enquiry, Step};

use super::me::words::moment;
use super::side_by_side::{AmountsBeside, SideBySide};
use crate::language::Language;
use crate::ui::explained::step_item;
use crate::ui::{Badge, Card, IntoWritten, Look, Moment, Notice, Steps, Timeline, Tone};

/// A state in words.
pub(in crate::pages) const fn state(state: QueryState, language: Language) -> &'static str {
    match (state, language) {
        (QueryState::Sent, Language::Chinese) => "已提交",
        (QueryState::LookedAt, Language::Chinese) => "正在看",
        (QueryState::Answered, Language::Chinese) => "已答复",
        (QueryState::Withdrawn, Language::Chinese) => "已收回",
        (QueryState::Sent, Language::English) => "sent",
        (QueryState::LookedAt, Language::English) => "being looked at",
        (QueryState::Answered, Language::English) => "answered",
        (QueryState::Withdrawn, Language::English) => "withdrawn",
    }
}

/// A state as a badge.
#[component]
pub(in crate::pages) fn StateBadge(
    /// How far the query is.
    of: QueryState,
) -> impl IntoView {
    let tone = match of {
        QueryState::Sent | QueryState::LookedAt => Tone::Info,
        QueryState::Answered => Tone::Good,
        QueryState::Withdrawn => Tone::Muted,
    };
    view! { <Badge label=state(of, Look::current().language) tone/> }
}

/// What computing it again came to, in a few words.
pub(in crate::pages) fn outcome(code: &str, language: Language) -> &'static str {
    match code {
        "equal" => language.pick("重新算：和记录一样", "computed again: the same"),
        "different" => language.pick("重新算：和记录不一样", "computed again: differs"),
        _ => language.pick("没能重新算", "could not be computed again"),
    }
}

/// What became of a query, in order, with the answers.
#[component]
pub(in crate::pages) fn History(
    /// The steps.
    steps: Vec<Step>,
) -> impl IntoView {
    let look = Look::current();
    let moments: Vec<Moment> = steps
        .into_iter()
        .map(|step| {
            let paragraphs: Vec<_> = step
                .answer
                .lines()
                .filter(|line| !line.trim().is_empty())
                .map(|line| view! { <p>{line.to_owned()}</p> })
                .collect();
            let what = view! { <div>{state(step.state, look.language)}{paragraphs}</div> };
            Moment::new(moment(step.at, look.language), what).at(step.at.to_rfc3339())
        })
        .collect();
    view! { <Timeline moments/> }
}

/// What somebody wrote, line by line.
#[component]
pub(in crate::pages) fn Words(
    /// The text.
    text: String,
) -> impl IntoView {
    let lines: Vec<_> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| view! { <p>{line.to_owned()}</p> })
        .collect();
    view! { <blockquote class="measure">{lines}</blockquote> }
}

/// Both calculations as they were when the query was sent.
#[component]
pub(in crate::pages) fn Calculations(
    /// The query.
    enquiry: Enquiry,
) -> impl IntoView {
    let look = Look::current();
    let title = look.pick(
        "提交时的计算过程",
        "The calculation as it was when the query was sent",
    );
    let result = outcome(&enquiry.outcome, look.language);
    let tone = match enquiry.outcome.as_str() {
        "equal" => Tone::Good,
        "different" => Tone::Danger,
        _ => Tone::Notice,
    };
    let Some(set) = enquiry.set else {
        let gone = look.pick(
            "当时的参数已经不在库里，没法把过程讲出来。",
            "The parameters of that day are no longer kept, so the calculation cannot be told.",
        );
        return view! { <Card title><Notice tone><p>{result}</p></Notice><p>{gone}</p></Card> }
            .written();
    };
    let told = match enquiry.recomputed {
        Some(again) if again != enquiry.recorded => view! {
            <AmountsBeside recorded=enquiry.recorded.amounts again=again.amounts/>
            <SideBySide recorded=enquiry.recorded.trace again=again.trace set/>
        }
        .written(),
        _ => {
            let sentences = explain(&enquiry.recorded.trace, &set, look.language.into());
            let steps = sentences
                .into_iter()
                .map(|sentence| step_item(sentence, look))
                .collect();
            view! { <Steps steps/> }.written()
        }
    };
    view! {
        <Card title id="calculation">
            <Notice tone><p>{result}</p></Notice>
            {told}
        </Card>
    }
    .written()
}
