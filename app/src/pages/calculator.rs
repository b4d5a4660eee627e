//! `/calculator`: what will I pay, and why. A form that answers on its own page.
//!
//! It is posted, although it changes nothing: what somebody types about their age, their hardship
//! and their bills must stand in no address, no history and no log.

mod bill;
mod fields;
mod form;
pub(crate) mod retry;
mod start;
mod text;

use leptos::prelude::*;
use services::calculator;

use crate::calculator::{Answer, AnswerView, Typed, Wrong, answer};
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::pages::{calculators, clauses};
use crate::ui::clause::Clauses;
use crate::ui::{
    ButtonKind, ButtonLink, Doors, EmptyState, ErrorSummary, FieldProblem, IntoWritten, Look,
    Notice, PrintButton, Tone,
};
use form::CalculatorForm;
use start::Start;
use text::CalculatorText;

/// The address.
pub(crate) const ADDRESS: &str = "/calculator";

/// What one answer of the page is made of.
struct Shown {
    typed: Typed,
    start: Start,
    /// `None` where nothing was to be worked out.
    answer: Option<Result<Answer, Vec<Wrong>>>,
    /// Where the clauses behind the answer are read.
    clauses: Clauses,
}

/// Where the clauses behind an answer are read. An answer that is worked out is not withheld because
/// the library is away: its clauses are named then and lead nowhere.
async fn clauses_of(request: &PageRequest, answer: Option<&Result<Answer, Vec<Wrong>>>) -> Clauses {
    match answer {
        Some(Ok(answer)) => {
            let found = clauses::of(request, &answer.sentences, answer.case.day).await;
            found.unwrap_or_default()
        }
        _ => Clauses::default(),
    }
}

/// The page with an example, with what one's own record says, or empty.
///
/// # Errors
/// From the store.
pub async fn page(request: PageRequest) -> PageResult {
    let sets = calculator::rules(&request.context)?;
    let places = request.context.platform.parameters.places();
    let today = request.context.today();
    let empty = request.query_value("start") == Some("empty");
    let own = if empty {
        None
    } else {
        calculator::own(&request.context).await?
    };
    let (typed, start) = match own {
        _ if empty => (start::empty(&places, today), Start::Empty),
        Some(own) => (
            start::own(&places, today, &own, request.language()),
            Start::Own,
        ),
        None => (
            start::example(&places, today, request.language()),
            Start::Example,
        ),
    };
    // What the form begins with is nobody's mistake.
    let answer = answer(&typed, &sets, request.language());
    let answer = answer.ok().filter(|_| !empty).map(Ok);
    let clauses = clauses_of(&request, answer.as_ref()).await;
    let shown = Shown {
        typed,
        start,
        answer,
        clauses,
    };
    Ok(show(&request, shown).into())
}

/// The same page with the answer to what was typed. Keeps nothing.
///
/// # Errors
/// None of its own.
pub async fn post(request: PageRequest) -> PageResult {
    let sets = calculator::rules(&request.context)?;
    let mut typed = Typed::new(request.form.clone());
    let wish = request.field("do").unwrap_or_default();
    let only_room = if wish == "add" {
        typed = typed.with_row();
        true
    } else if let Some(way) = wish.strip_prefix("bill-") {
        typed = typed.with("bill", way);
        true
    } else if let Some(row) = wish.strip_prefix("remove-") {
        if let Ok(row) = row.parse() {
            typed = typed.without_row(row);
        }
        true
    } else {
        false
    };
    let worked = answer(&typed, &sets, request.language());
    // Who only makes room is not told what is missing yet.
    let answer = if only_room {
        worked.ok().map(Ok)
    } else {
        Some(worked)
    };
    let wrong = matches!(&answer, Some(Err(_)));
    let clauses = clauses_of(&request, answer.as_ref()).await;
    let shown = Shown {
        typed,
        start: Start::Typed,
        answer,
        clauses,
    };
    let page = show(&request, shown).with_typed();
    let status = if wrong { 422 } else { 200 };
    Ok(page.with_status(status).into())
}

fn show(request: &PageRequest, shown: Shown) -> Page {
    let text = CalculatorText::of(request.language());
    let places = request.context.platform.parameters.places();
    let signed_in = request.context.actor.person.is_some();
    let Shown {
        typed,
        start,
        answer,
        clauses,
    } = shown;
    Page::new(text.title, Area::Public, move || {
        provide_context(clauses);
        let (answer, wrong) = match answer {
            Some(Ok(answer)) => (Some(answer), Vec::new()),
            Some(Err(wrong)) => (None, wrong),
            None => (None, Vec::new()),
        };
        let problems = text.beside(&wrong);
        let nothing = answer.is_none() && problems.is_empty();
        let answer = answer.map(|answer| view! { <AnswerView answer/> }.written());
        if places.is_empty() {
            return view! {
                <div class="wrap page stack">
                    <h1>{text.title}</h1>
                    <EmptyState title=text.no_places.0 text=text.no_places.1/>
                </div>
            }
            .written();
        }
        let form = view! { <CalculatorForm text typed places problems/> }.written();
        view! {
            <div class="wrap page stack">
                <ErrorSummary problems=text.summary(&wrong)/>
                <h1>{text.title}</h1>
                <p class="measure">{text.lead}</p>
                <Beginning text start signed_in/>
                <div class="calc">
                    {form}
                    <div class="first-answer" id="first-answer">
                        {answer}
                        {nothing.then(|| view! { <p class="card muted result" id="answer">{text.not_yet}</p> })}
                    </div>
                </div>
                <Notice tone=Tone::Notice title=text.estimate.to_owned()><p>{text.estimate_more}</p></Notice>
                <p class="actions"><PrintButton/></p>
                <MoreCalculators text/>
            </div>
        }
        .written()
    })
    .describe(text.description)
}

/// What stands in the form at first, said openly, and how to begin otherwise.
#[component]
fn Beginning(text: &'static CalculatorText, start: Start, signed_in: bool) -> impl IntoView {
    let said = match start {
        Start::Example => text.example,
        Start::Own => text.own,
        Start::Empty => text.empty,
        Start::Typed => return ().written(),
    };
    let said = Look::current().say(said);
    let other = match start {
        Start::Empty if signed_in => (ADDRESS, text.to_own),
        Start::Empty => (ADDRESS, text.to_example),
        _ => ("/calculator?start=empty", text.to_empty),
    };
    view! {
        <div class="beginning">
            <Notice tone=Tone::Info><p>{said}</p></Notice>
            <p class="actions"><ButtonLink href=other.0 label=other.1 kind=ButtonKind::Quiet/></p>
        </div>
    }
    .written()
}

/// Doors to further calculators.
#[component]
fn MoreCalculators(text: &'static CalculatorText) -> impl IntoView {
    let doors = calculators::doors(Look::current().language);
    view! {
        <section class="stack" data-flow="close" aria-labelledby="more">
            <h2 id="more">{text.more}</h2>
            <Doors doors/>
        </section>
    }
}

/// The problem at `field`, when it has one.
fn problem(problems: &[FieldProblem], field: &str) -> Option<String> {
    let found = problems.iter().find(|problem| problem.field == field);
    found.map(|problem| problem.text.clone())
}
