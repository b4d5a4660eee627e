//! `/calculator`: what will I pay, and why. A form that answers on its own page.
//!
//! It is posted, although it changes nothing: what somebody types about their age, their hardship
//! and their bills must stand in no address, no history and no log.

mod asked;
mod bill;
mod choices;
mod fields;
mod form;
pub(crate) mod retry;
mod start;
mod text;

use leptos::prelude::*;
use services::{ServiceError, calculator};

use crate::calculator::{Answer, Pack, Typed, Wrong, answer, places, view};
use crate::islands::live_answer::LiveAnswer;
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::pages::{calculators, clauses};
use crate::ui::clause::Clauses;
use crate::ui::{
    ButtonKind, ButtonLink, Doors, EmptyState, ErrorSummary, FieldProblem, IntoWritten, Look,
    Notice, PrintButton, Tone, Written,
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
    /// What the browser answers by, and where the clauses behind the answer are read.
    pack: Pack,
}

impl Shown {
    /// With the rules of the places in the form. An answer that is worked out is not withheld because
    /// the library is away: its clauses are named then and lead nowhere.
    async fn new(
        request: &PageRequest,
        (typed, start): (Typed, Start),
        answer: Option<Result<Answer, Vec<Wrong>>>,
    ) -> Result<Self, ServiceError> {
        let sets = Pack::choose(calculator::rules(&request.context)?.as_slice(), &typed);
        let day = typed.day().unwrap_or_else(|| request.context.today());
        let sentences = worked_out(answer.as_ref()).map(|answer| answer.sentences.as_slice());
        let sentences = sentences.unwrap_or_default();
        let found = clauses::of_rules(request, &sets, sentences, day).await;
        let links = found.unwrap_or_default().links().to_vec();
        Ok(Self {
            typed,
            start,
            answer,
            pack: Pack { sets, day, links },
        })
    }
}

/// Where the clauses behind an answer are read; an answer is not withheld because they are not found.
async fn clauses_of(request: &PageRequest, answer: &Answer) -> Clauses {
    let found = clauses::of(request, &answer.sentences, answer.case.day).await;
    found.unwrap_or_default()
}

/// What was worked out, where something was.
fn worked_out(answer: Option<&Result<Answer, Vec<Wrong>>>) -> Option<&Answer> {
    answer.and_then(|answer| answer.as_ref().ok())
}

/// The page with an example, with what one's own record says, or empty; insured in the place that
/// the address names, where it names one: `?region=330100`. In elder mode one question a page.
///
/// # Errors
/// From the store.
pub async fn page(request: PageRequest) -> PageResult {
    if asked::is_wanted(&request) {
        return asked::page(&request).await;
    }
    let sets = calculator::rules(&request.context)?;
    let today = request.context.today();
    let places = places(&sets, Some(today), today);
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
    let named = request.query_value("region");
    let typed = match named {
        Some(place) => start::named(&request.context, typed, place),
        None => typed,
    };
    // What the form begins with is nobody's mistake; a place that the address names is somebody's.
    let answer = match answer(&typed, &sets, request.language()) {
        Err(wrong) if named.is_some() => {
            let of_place = wrong.into_iter().filter(|one| one.field == "region");
            let of_place: Vec<Wrong> = of_place.collect();
            (!of_place.is_empty()).then_some(Err(of_place))
        }
        answer => answer.ok().filter(|_| !empty).map(Ok),
    };
    let wrong = matches!(&answer, Some(Err(_)));
    let shown = Shown::new(&request, (typed, start), answer).await?;
    let status = if wrong { 422 } else { 200 };
    Ok(show(&request, shown)?.with_status(status).into())
}

/// The same page with the answer to what was typed. Keeps nothing.
///
/// # Errors
/// None of its own.
pub async fn post(request: PageRequest) -> PageResult {
    if request.field(asked::STEP).is_some() {
        return asked::post(&request).await;
    }
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
    let shown = Shown::new(&request, (typed, Start::Typed), answer).await?;
    let page = show(&request, shown)?.with_typed();
    let status = if wrong { 422 } else { 200 };
    Ok(page.with_status(status).into())
}

fn show(request: &PageRequest, shown: Shown) -> Result<Page, ServiceError> {
    let text = CalculatorText::of(request.language());
    let sets = calculator::rules(&request.context)?;
    let places = places(&sets, shown.typed.day(), request.context.today());
    let signed_in = request.context.actor.person.is_some();
    let Shown {
        typed,
        start,
        answer,
        pack,
    } = shown;
    let page = Page::new(text.title, Area::Public, move || {
        let (answer, wrong) = match answer {
            Some(Ok(answer)) => (Some(answer), Vec::new()),
            Some(Err(wrong)) => (None, wrong),
            None => (None, Vec::new()),
        };
        let problems = text.beside(&wrong);
        let nothing = answer.is_none() && problems.is_empty();
        // Where nothing is worked out, paper has nothing to say it was worked out from.
        let beside = answer.map(|answer| {
            let links = pack.clauses(answer.case.day);
            let labels = |name: &str| text.label(name).to_owned();
            let html = view::whole(answer, &typed, Look::current(), &links, &labels);
            Written::new(html)
        });
        let beside = beside.unwrap_or_else(|| {
            nothing
                .then(|| view! { <p class="card muted result" id="answer">{text.not_yet}</p> })
                .written()
        });
        if places.is_empty() {
            return view! { <NoPlaces text/> }.written();
        }
        let form = view! { <CalculatorForm text typed places problems/> }.written();
        view! {
            <div class="wrap page stack">
                <ErrorSummary problems=text.summary(&wrong)/>
                <h1>{text.title}</h1>
                <p class="measure on-screen">{text.lead}</p>
                <Beginning text start signed_in/>
                <div class="calc">
                    {form}
                    <div class="first-answer" id="first-answer">{beside}</div>
                    <LiveAnswer pack/>
                </div>
                <Notice tone=Tone::Notice title=text.estimate.to_owned()><p>{text.estimate_more}</p></Notice>
                <p class="actions"><PrintButton/></p>
                <MoreCalculators text/>
            </div>
        }
        .written()
    });
    Ok(page.describe(text.description).with_islands())
}

/// Where no rules are kept at all.
#[component]
fn NoPlaces(text: &'static CalculatorText) -> impl IntoView {
    view! {
        <div class="wrap page stack">
            <h1>{text.title}</h1>
            <EmptyState title=text.no_places.0 text=text.no_places.1/>
        </div>
    }
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
        <section class="stack on-screen" data-flow="close" aria-labelledby="more">
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
