//! `/admin/queries/{number}`: one query with both calculations; takes it up, answers it.

use domain::enquiries::QueryState;
use leptos::prelude::*;
use services::enquiries::review;
use services::enquiries::{Enquiry, LONGEST};
use services::replay::Items as Held;
use services::{FieldError, ServiceError};

use super::HERE;
use super::text::ReviewText;
use crate::page::{Answer, Area, Flash, LocalPath, Page, PageRequest, PageResult};
use crate::pages::enquiries::{Calculations, History, StateBadge, Words, clauses_of};
use crate::pages::me::settlement::replay::{Items, ReplayText};
use crate::ui::{
    Breadcrumbs, Button, ButtonKind, Card, Crumb, Date, ErrorSummary, Fact, Facts, FieldProblem,
    Form, IntoWritten, Look, Notice, Place, TextAreaField, Tone,
};

/// What a press is to do.
const DO: &str = "do";

/// The page.
///
/// # Errors
/// `NotFound` when the actor may not see it, for a number that nobody has, and whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    show(&request, String::new(), Vec::new(), false).await
}

/// Takes the query up, or answers it.
///
/// # Errors
/// As [`page`].
pub async fn post(request: PageRequest) -> PageResult {
    let number = request.param("number").to_owned();
    if request.field(DO) == Some("take") {
        review::take(&request.context, &number).await?;
        return Ok(Answer::Told(here(&number)?, Flash::QueryTaken));
    }
    let text = request.field("answer").unwrap_or_default().to_owned();
    match review::answer(&request.context, &number, &text).await {
        Ok(()) => Ok(Answer::Told(here(&number)?, Flash::QueryAnswered)),
        Err(ServiceError::Invalid(errors)) => show(&request, text, errors, false).await,
        Err(ServiceError::Conflict(_)) => show(&request, text, Vec::new(), true).await,
        Err(other) => Err(other.into()),
    }
}

fn here(number: &str) -> Result<LocalPath, ServiceError> {
    LocalPath::parse(&format!("{HERE}/{number}")).ok_or(ServiceError::NotFound)
}

async fn show(
    request: &PageRequest,
    typed: String,
    errors: Vec<FieldError>,
    late: bool,
) -> PageResult {
    let opened = review::open(&request.context, request.param("number")).await?;
    let review::Opened { enquiry, items } = opened;
    let clauses = clauses_of(request, &enquiry).await?;
    let text = ReviewText::of(request.language());
    let status = match (errors.is_empty(), late) {
        (_, true) => 409,
        (false, _) => 422,
        _ => 200,
    };
    let title = format!("{} {}", text.one, enquiry.number);
    let page = Page::new(title.clone(), Area::Office, move || {
        provide_context(clauses);
        let crumbs = vec![
            Crumb::link(text.title, HERE),
            Crumb::here(enquiry.number.clone()),
        ];
        let problems: Vec<FieldProblem> = errors
            .iter()
            .map(|error| FieldProblem {
                field: "answer".to_owned(),
                text: text.problem(error.code).to_owned(),
            })
            .collect();
        let (steps, words) = (enquiry.steps.clone(), enquiry.words.clone());
        let open = enquiry.state().is_open();
        let below = if open {
            let untouched = enquiry.state() == QueryState::Sent;
            let action = format!("{HERE}/{}", enquiry.number);
            view! { <Reply text action typed problems untouched/> }.written()
        } else {
            let kept = (late && !typed.is_empty()).then(|| view! { <Words text=typed/> });
            let said = if late { text.late } else { text.ended };
            let tone = if late { Tone::Danger } else { Tone::Info };
            view! { <Notice tone><p>{said}</p>{kept}</Notice> }.written()
        };
        view! {
            <Breadcrumbs crumbs/>
            <h1>{title}</h1>
            <p class="small muted measure">{text.logged}</p>
            <About text enquiry=enquiry.clone()/>
            <Card title=text.asked><Words text=words/></Card>
            <Card title=text.history><History steps/></Card>
            {below}
            <Calculations enquiry/>
            {items.map(|items| view! { <Bill text items/> })}
        }
    });
    Ok(page.with_status(status).into())
}

/// What is needed to look it up, and nothing of whom.
#[component]
fn About(text: &'static ReviewText, enquiry: Enquiry) -> impl IntoView {
    let place = view! { <Place code=enquiry.region.clone()/> };
    let facts = vec![
        Fact::new(text.state, view! { <StateBadge of=enquiry.state()/> }),
        Fact::new(text.place, place),
        Fact::new(text.settled_on, view! { <Date of=enquiry.settled_on/> }),
        Fact::text(text.settlement, enquiry.settlement.1),
        Fact::text(text.set, enquiry.set_id),
    ];
    view! { <Card title=text.one><Facts facts/></Card> }
}

/// The items of the settlement that are not as in its bill, by their numbers.
#[component]
fn Bill(text: &'static ReviewText, items: Held) -> impl IntoView {
    let words = ReplayText::of(Look::current().language);
    let lead = items.differ().then(|| {
        view! { <p class="small muted measure">{text.items_lead}</p> }
    });
    view! {
        {lead}
        <Items text=words items/>
    }
}

#[component]
fn Reply(
    text: &'static ReviewText,
    action: String,
    typed: String,
    problems: Vec<FieldProblem>,
    untouched: bool,
) -> impl IntoView {
    let problem = problems.first().map(|problem| problem.text.clone());
    let hint = text.answer_hint.to_owned();
    let longest = u32::try_from(LONGEST).unwrap_or(u32::MAX);
    let take = untouched.then(|| {
        view! {
            <Form action=action.clone() hidden=vec![(DO, "take".to_owned())]>
                <p class="actions"><Button label=text.take kind=ButtonKind::Quiet/><span class="small muted">{text.take_lead}</span></p>
            </Form>
        }
    });
    view! {
        {take}
        <Card title=text.answer_title>
            <ErrorSummary problems/>
            <Form action class="form" hidden=vec![(DO, "answer".to_owned())]>
                <TextAreaField name="answer" label=text.answer value=typed hint problem longest/>
                <p><Button label=text.send/></p>
            </Form>
        </Card>
    }
}
