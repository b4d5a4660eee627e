//! The page of one calculator: the question, the answer in one sentence, the form, the steps.

use std::sync::Arc;

use domain::calculators::Step;
use domain::identifiers::RegionCode;
use domain::settlement::parameters::ParameterSet;
use leptos::prelude::*;

use super::doors::Calculator;
use super::fields::Fields;
use super::put_in::PutIn;
use super::reading::Reading;
use super::text::{SharedText, SheetText};
use super::trace::items;
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::routes;
use crate::ui::{
    Breadcrumbs, Button, ButtonKind, ButtonLink, Card, Crumb, ErrorSummary, Form, Look, Notice,
    PrintButton, Steps, Term, Tone, Written,
};

/// The page of all calculators, where there is one.
const ALL: &str = "/calculator";

/// A part of the page that is built when it is rendered.
pub(super) type Part = Box<dyn FnOnce() -> Written + Send>;

/// What a calculator found.
pub(super) struct Found {
    /// The answer in one sentence.
    pub sentence: String,
    /// What follows from it.
    pub more: Vec<String>,
    /// A table or a link that belongs to the answer.
    pub part: Option<Part>,
    /// How it came about.
    pub steps: Vec<Step>,
}

/// One calculator with what was typed and what came of it.
pub(super) struct Sheet {
    pub calculator: Calculator,
    pub text: &'static SheetText,
    pub reading: Reading,
    pub rules: Option<Arc<ParameterSet>>,
    pub found: Option<Found>,
}

/// The page. What cannot be calculated with is shown at its fields, with what was typed.
///
/// # Errors
/// From the use case that knows the places.
pub(super) fn show(
    request: &PageRequest,
    sheet: Sheet,
    fields: fn(&Fields<'_>) -> Written,
) -> PageResult {
    let places = services::calculators::places(&request.context)?;
    let language = request.language();
    let title = sheet.calculator.question(language);
    let status = if sheet.reading.is_sound() { 200 } else { 422 };
    let typed = !sheet.reading.example;
    let description = sheet.text.description;
    let page = Page::new(title, Area::Public, move || {
        view! { <Content sheet places fields/> }
    });
    let page = page.describe(description).with_status(status);
    Ok(if typed { page.with_typed() } else { page }.into())
}

#[component]
fn Content(
    sheet: Sheet,
    places: Vec<RegionCode>,
    fields: fn(&Fields<'_>) -> Written,
) -> impl IntoView {
    let look = Look::current();
    let shared = SharedText::of(look.language);
    let Sheet {
        calculator,
        text,
        reading,
        rules,
        found,
    } = sheet;
    let title = calculator.question(look.language);
    // A place that is not built has no link.
    let crumbs = routes::has(ALL).then(|| {
        let crumbs = vec![Crumb::link(shared.all, ALL), Crumb::here(title)];
        view! { <Breadcrumbs crumbs/> }
    });
    let example = reading.example;
    let (answer, steps) = match found {
        Some(found) => {
            let steps = items(&found.steps, look);
            let set = rules.map(|set| (shared.decides)(&set.id));
            (
                Some(view! { <Answer shared example found/> }),
                Some(view! {
                    <Card title=shared.how>
                        <Steps steps/>
                        {set.map(|sentence| view! { <p class="small muted">{sentence}</p> })}
                        <p class="actions"><PrintButton/></p>
                    </Card>
                }),
            )
        }
        None => (None, None),
    };
    let parts = Fields::new(text, &reading, &places, look);
    let form = fields(&parts);
    // Paper tells what was put in where the form was; an example without an answer is nobody's.
    let entries = if example && answer.is_none() {
        Vec::new()
    } else {
        parts.held()
    };
    let form_title = if example {
        shared.try_own
    } else {
        shared.again
    };
    view! {
        <div class="wrap page stack">
            {crumbs}
            <ErrorSummary problems=reading.summary(text, look.language)/>
            <h1>{title}</h1>
            <p class="measure on-screen">{text.lead}</p>
            <Terms shared text/>
            {example.then(|| {
                let words = if places.is_empty() { shared.no_places } else { shared.example };
                // How to go on is no use on paper; that there are no rules is.
                let class = (!places.is_empty()).then_some("on-screen");
                view! { <div class=class><Notice tone=Tone::Info><p>{words}</p></Notice></div> }
            })}
            {answer}
            <PutIn entries/>
            <div class="split" data-form>
                <div class="on-screen">
                    <Card title=form_title>
                        <Form action=calculator.address() class="form">
                            {form}
                            <p class="actions"><Button label=shared.calculate/></p>
                        </Form>
                        <p class="small muted">{shared.nothing_kept}</p>
                    </Card>
                </div>
                {steps}
            </div>
            <div class="on-screen"><Others shared here=calculator/></div>
        </div>
    }
}

/// The terms of art of the page, to be opened.
#[component]
fn Terms(shared: &'static SharedText, text: &'static SheetText) -> impl IntoView {
    let terms = text
        .terms
        .iter()
        .map(|word| view! { " "<Term word=*word/> });
    view! { <p class="small on-screen">{shared.terms}{terms.collect_view()}</p> }
}

/// The answer first, in one sentence.
#[component]
fn Answer(shared: &'static SharedText, example: bool, found: Found) -> impl IntoView {
    let look = Look::current();
    let heading = if example {
        shared.example_answer
    } else {
        shared.answer
    };
    let more = found
        .more
        .into_iter()
        .map(|line| view! { <p>{look.say(line)}</p> });
    view! {
        <section class="verdict stack" data-flow="close" aria-labelledby="verdict">
            <h2 id="verdict">{heading}</h2>
            <p class="said" role=(!example).then_some("status")>{look.say(found.sentence)}</p>
            {more.collect_view()}
            {found.part.map(|part| part())}
        </section>
    }
}

/// The other calculators.
#[component]
fn Others(shared: &'static SharedText, here: Calculator) -> impl IntoView {
    let language = Look::current().language;
    let others = Calculator::ALL.into_iter().filter(move |one| *one != here);
    let links = others.map(move |one| {
        view! { <li><a href=one.address()>{one.question(language)}</a></li> }
    });
    let all = routes::has(ALL).then(|| {
        view! { <p class="actions"><ButtonLink href=ALL label=shared.all kind=ButtonKind::Quiet/></p> }
    });
    view! {
        <Card title=shared.others>
            <ul class="onward" role="list">{links.collect_view()}</ul>
            {all}
        </Card>
    }
}
