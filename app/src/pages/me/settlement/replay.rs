//! `/me/settlements/{id}/replay`: why this amount. What the settlement was computed from, every step
//! with its rule and clause, and whether the same rules give the same once more.

mod inputs;
mod text;

use domain::explain::{Sentence, explain};
use domain::ids::SettlementId;
use domain::settlement::Trace;
use leptos::prelude::*;
use services::ServiceError;
use services::replay::{self, Outcome, Replayed, Why};

use crate::page::{Area, Page, PageRequest, PageResult};
use crate::pages::clauses;
use crate::pages::side_by_side::{AmountsBeside, SideBySide};
use crate::subject::Subject;
use crate::ui::basis::review;
use crate::ui::clause::Clauses;
use crate::ui::explained::step_item;
use crate::ui::{
    Breadcrumbs, ButtonKind, ButtonLink, Card, Crumb, IntoWritten, Look, Notice, PrintButton,
    StepItem, Steps, Tone, date_text,
};
use inputs::Inputs;
use text::ReplayText;

/// The page.
///
/// # Errors
/// `NotFound` for anything but a settlement of the person's that the actor may see, and whatever the
/// store says.
pub async fn page(request: PageRequest) -> PageResult {
    let subject = Subject::of(&request).await?.ok_or(ServiceError::NotFound)?;
    let id: SettlementId = request
        .param("id")
        .parse()
        .map_err(|_| ServiceError::NotFound)?;
    let replayed = replay::of(&request.context, subject.person(), id).await?;
    let language = request.language();
    let sentences = match (&replayed.set, &replayed.trace) {
        (Some(set), Some(trace)) => explain(trace, set, language.into()),
        _ => Vec::new(),
    };
    let clauses = clauses::of(&request, &sentences, replayed.settled_on).await?;
    let page = show(&request, &subject, replayed, sentences, clauses);
    Ok(subject.show(page))
}

fn show(
    request: &PageRequest,
    subject: &Subject,
    replayed: Replayed,
    sentences: Vec<Sentence>,
    clauses: Clauses,
) -> Page {
    let text = ReplayText::of(request.language());
    let title = subject.about(text.title, request.language());
    Page::new(title.clone(), Area::Personal, move || {
        let look = Look::current();
        provide_context(clauses);
        let subject = Subject::current();
        let settlement = subject.href(&format!("/settlements/{}", replayed.id));
        // What is asked about a bill is between the person and the agency.
        let ask = subject.relative().is_none().then(|| {
            let href = format!("{settlement}/query");
            view! { <ButtonLink href label=text.ask kind=ButtonKind::Quiet/> }
        });
        let crumbs = vec![
            subject.home(look),
            Crumb::link(text.settlements, subject.href("/settlements")),
            Crumb::link(
                date_text(replayed.settled_on, look.language),
                settlement.clone(),
            ),
            Crumb::here(text.crumb),
        ];
        view! {
            <Breadcrumbs crumbs/>
            <h1>{title}</h1>
            <p class="measure">{text.lead}</p>
            <Verdict text replayed=replayed.clone()/>
            {replayed.input.clone().map(|input| view! { <Inputs input refund=replayed.refund/> })}
            <Calculation text replayed sentences/>
            <p class="actions">
                {ask}
                <ButtonLink href=settlement label=text.back kind=ButtonKind::Quiet/>
                <PrintButton/>
            </p>
        }
    })
}

/// Whether it comes out the same.
#[component]
fn Verdict(text: &'static ReplayText, replayed: Replayed) -> impl IntoView {
    let look = Look::current();
    let day = date_text(replayed.settled_on, look.language);
    let mut rules = (text.rules)(&day, &replayed.set_id);
    if let Some(set) = &replayed.set {
        rules.push_str(&(text.reviewed)(&review(
            set.review().as_ref(),
            look.language,
        )));
    }
    let overtaken = replayed.overtaken_by.as_deref().map(text.overtaken);
    let overtaken =
        overtaken.map(|said| view! { <Notice tone=Tone::Notice><p>{said}</p></Notice> });
    let unread = (replayed.trace.is_none()).then(|| view! { <p>{text.no_steps}</p> });
    let found = match replayed.outcome {
        Outcome::Equal => view! {
            <Notice tone=Tone::Good title=text.equal.to_owned()>
                <p>{rules}</p>
                {unread}
            </Notice>
        }
        .written(),
        Outcome::Different(again) => {
            let items = (!again.items_agree).then(|| view! { <p>{text.items_differ}</p> });
            view! {
                <Notice tone=Tone::Danger title=text.different.to_owned()>
                    <p>{text.different_more}</p>
                    {items}
                    <AmountsBeside recorded=replayed.recorded again=again.amounts/>
                    {unread}
                    <p class="small">{rules}</p>
                </Notice>
            }
            .written()
        }
        Outcome::Impossible(why) => {
            let reason = match why {
                Why::NoParameters => (text.no_parameters)(&replayed.set_id),
                Why::NoInput => text.no_input.to_owned(),
                Why::Refused => text.refused.to_owned(),
            };
            view! {
                <Notice tone=Tone::Notice title=text.impossible.to_owned()>
                    <p>{reason}</p>
                    <p>{text.stands}</p>
                </Notice>
            }
            .written()
        }
    };
    view! {
        {found}
        {overtaken}
    }
}

/// The recorded steps; beside them those computed again, where they differ.
#[component]
fn Calculation(
    text: &'static ReplayText,
    replayed: Replayed,
    sentences: Vec<Sentence>,
) -> impl IntoView {
    let look = Look::current();
    let differing = match (&replayed.outcome, &replayed.set) {
        (Outcome::Different(again), Some(set)) => {
            let recorded: Trace = replayed.trace.clone().unwrap_or_default();
            let again = again.trace.clone();
            let set = std::sync::Arc::clone(set);
            Some(view! {
                <Card title=text.beside><SideBySide recorded again set/></Card>
            })
        }
        _ => None,
    };
    let steps: Vec<StepItem> = sentences
        .into_iter()
        .map(|sentence| step_item(sentence, look))
        .collect();
    let steps = if steps.is_empty() {
        view! { <p>{text.no_steps}</p> }.written()
    } else {
        view! { <Steps steps/> }.written()
    };
    view! {
        {differing}
        <Card title=text.steps id="steps">{steps}</Card>
    }
}
