//! `/me/certificates/new`: what a certificate is to say, how long it holds, what a check shows.

mod draft;
mod text;

use leptos::prelude::*;
use services::certificates::{Part, words};

use super::super::not_registered;
use super::{crumbs, text::CertificatesText};
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::ui::{
    Breadcrumbs, Button, ButtonKind, ButtonLink, Choice, ChoiceField, ErrorSummary, FieldProblem,
    Form, IntoWritten, Look,
};
pub(super) use draft::Draft;
use draft::FORM;
pub(super) use text::NewText;

const HERE: &str = "/me/certificates/new";

/// The page; in elder mode one question a page.
///
/// # Errors
/// None of its own.
pub async fn page(request: PageRequest) -> PageResult {
    if request.context.actor.person.is_none() {
        return Ok(not_registered::page(&request).into());
    }
    let draft = Draft::read(&request.query);
    Ok(show(&request, draft, Vec::new()).into())
}

/// The questions with what was chosen so far, and what is wrong with it.
pub(super) fn show(request: &PageRequest, draft: Draft, problems: Vec<FieldProblem>) -> Page {
    let text = NewText::of(request.language());
    let status = if problems.is_empty() { 200 } else { 422 };
    // The same form sent twice issues one certificate.
    let new_id = || request.context.new_id().into();
    let id = draft.form.unwrap_or_else(new_id).to_string();
    let page = Page::new(text.title, Area::Personal, move || {
        let look = Look::current();
        let questions = if look.elder {
            view! { <OneQuestion text draft id/> }.written()
        } else {
            view! { <AllQuestions text draft id/> }.written()
        };
        view! {
            <Breadcrumbs crumbs=crumbs(CertificatesText::of(look.language), Some(text.title))/>
            <h1>{text.title}</h1>
            <ErrorSummary problems/>
            {questions}
        }
    });
    page.with_status(status)
}

#[component]
fn AllQuestions(text: &'static NewText, draft: Draft, id: String) -> impl IntoView {
    view! {
        <p class="measure">{text.lead}</p>
        <Form action="/me/certificates" hidden=vec![(FORM, id)] class="form">
            <Periods text draft=draft.clone()/>
            <Days text draft=draft.clone()/>
            <Parts text draft/>
            <p class="actions">
                <Button label=text.issue/>
                <ButtonLink href="/me/certificates" label=text.leave kind=ButtonKind::Plain/>
            </p>
        </Form>
    }
}

/// The first question that has no answer yet; the answers before it travel along.
#[component]
fn OneQuestion(text: &'static NewText, draft: Draft, id: String) -> impl IntoView {
    let mut hidden = draft.answers();
    let step = hidden.len();
    let place = (text.step)(step + 1);
    let question = match step {
        0 => view! { <Periods text draft/> }.written(),
        1 => view! { <Days text draft/> }.written(),
        _ => view! { <Parts text draft/> }.written(),
    };
    let form = if step < 2 {
        let kept = hidden
            .into_iter()
            .map(|(name, value)| view! { <input type="hidden" name=name value=value/> });
        view! {
            <form method="get" action=HERE class="form">
                {kept.collect_view()}
                {question}
                <p class="actions"><Button label=text.go_on/></p>
            </form>
        }
        .written()
    } else {
        hidden.push((FORM, id));
        view! {
            <Form action="/me/certificates" hidden class="form">
                {question}
                <p class="actions"><Button label=text.issue/></p>
            </Form>
        }
        .written()
    };
    view! { <p class="muted">{place}</p>{form} }
}

#[component]
fn Periods(text: &'static NewText, draft: Draft) -> impl IntoView {
    let choices = text
        .periods_choices
        .map(|(periods, label)| Choice::new(periods.code(), label));
    let chosen = draft.periods.map_or("current", |periods| periods.code());
    view! {
        <ChoiceField name="periods" label=text.periods choices=choices.into() chosen
            hint=text.periods_hint.to_owned()/>
    }
}

#[component]
fn Days(text: &'static NewText, draft: Draft) -> impl IntoView {
    let choices = text
        .days_choices
        .map(|(days, label)| Choice::new(days.to_string(), label));
    let chosen = draft.days.unwrap_or(90).to_string();
    view! {
        <ChoiceField name="days" label=text.days choices=choices.into() chosen
            hint=text.days_hint.to_owned()/>
    }
}

/// What a check shows besides the answer: any of several.
#[component]
fn Parts(text: &'static NewText, draft: Draft) -> impl IntoView {
    let language = Look::current().language.into();
    let options = Part::ALL.map(|part| {
        let id = format!("show-{}", part.code());
        let label_for = id.clone();
        let checked = draft.shown.contains(&part);
        view! {
            <label for=label_for>
                <input type="checkbox" id=id name="show" value=part.code() checked=checked/>
                {words::part(part, language)}
            </label>
        }
    });
    view! {
        <fieldset class="field" aria-describedby="show-hint">
            <legend>{text.shown}</legend>
            <p class="hint" id="show-hint">{text.shown_hint}</p>
            <div class="choice">{options.into_iter().collect_view()}</div>
        </fieldset>
    }
}
