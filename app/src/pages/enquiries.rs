//! What a query shows to who sent it and to who answers it: how far it is, what became of it, and both
//! calculations as they were.

use domain::enquiries::QueryState;
use domain::explain::{Sentence, explain};
use domain::settlement::compare;
use leptos::prelude::*;
use services::enquiries::{Enquiry, Step};
use services::replay::differing;

use super::clauses;
use super::me::settlement::replay::{Figures, Layers, ReplayText};
use super::moment::moment;
use crate::language::Language;
use crate::page::{PageError, PageRequest};
use crate::ui::clause::Clauses;
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
        "totals" => language.pick(
            "重新算：金额一样，但全年累计对不上",
            "computed again: the amounts are the same, the running totals of the year are not",
        ),
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

/// Where the clauses behind both calculations are read.
///
/// # Errors
/// From the store.
pub(in crate::pages) async fn clauses_of(
    request: &PageRequest,
    enquiry: &Enquiry,
) -> Result<Clauses, PageError> {
    let Some(set) = &enquiry.set else {
        return Ok(Clauses::default());
    };
    let language = request.language().into();
    let kept = enquiry.recomputed.iter().chain([&enquiry.recorded]);
    let sentences: Vec<Sentence> = kept
        .flat_map(|kept| explain(&kept.trace, set, language))
        .collect();
    clauses::of(request, &sentences, enquiry.settled_on).await
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
        "different" | "totals" => Tone::Danger,
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
    let again = enquiry
        .recomputed
        .filter(|again| *again != enquiry.recorded);
    if let Some(again) = again {
        let text = ReplayText::of(look.language);
        let parts = compare(&enquiry.recorded.amounts, &again.amounts);
        let told = Some(enquiry.recorded.trace).filter(|trace| !trace.steps.is_empty());
        let layers = differing(&parts, told.as_ref(), &again.trace);
        return view! {
            <Card title id="calculation"><Notice tone><p>{result}</p></Notice></Card>
            <Figures text parts/>
            <Layers text set told trace=again.trace layers/>
        }
        .written();
    }
    let sentences = explain(&enquiry.recorded.trace, &set, look.language.into());
    let steps = sentences
        .into_iter()
        .map(|sentence| step_item(sentence, look))
        .collect();
    view! {
        <Card title id="calculation">
            <Notice tone><p>{result}</p></Notice>
            <Steps steps/>
        </Card>
    }
    .written()
}
