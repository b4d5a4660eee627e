//! `/me/access/{event}/report`: "I did not expect this", and what became of it.

pub(in crate::pages::me) mod text;

use domain::ids::AuditEventId;
use domain::looks::{Doubt, ReportState};
use leptos::prelude::*;
use services::looks::Look as Seen;
use services::looks::report::{self, LONGEST_NOTE, NewReport, Report, Step};
use services::{FieldError, ServiceError};

use super::look_words::{what, who, why};
use crate::page::{Answer, Area, Flash, LocalPath, Page, PageRequest, PageResult};
use crate::pages::moment::moment;
use crate::ui::{
    Badge, Breadcrumbs, Button, Card, Choice, ChoiceField, Crumb, ErrorSummary, Fact, Facts,
    FieldProblem, Form, IntoWritten, Look, Moment, TextAreaField, Timeline, Tone,
};
use text::ReportText;

/// The hidden field of a form that asks one question of several.
const ASKED: &str = "asked";

/// The page: the look, and the form or the report that was made.
///
/// # Errors
/// `NotFound` for anything but a look at the person's own data, and whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    show(&request, NewReport::default(), Vec::new()).await
}

/// Takes the report and goes back to the page. Sent a second time it changes nothing. In elder
/// mode the answer to the first question comes here too, and not in an address, and leads to the
/// second.
///
/// # Errors
/// As [`page`].
pub async fn post(request: PageRequest) -> PageResult {
    let (person, event) = wanted(&request)?;
    let new = NewReport {
        reason: request.field("reason").and_then(Doubt::from_code),
        note: request.field("note").unwrap_or_default().to_owned(),
    };
    if request.field(ASKED).is_some() && new.reason.is_some() {
        return show(&request, new, Vec::new()).await;
    }
    match report::make(&request.context, person, event, &new).await {
        Ok(()) => {
            let path = format!("/me/access/{event}/report");
            let path = LocalPath::parse(&path).ok_or(ServiceError::NotFound)?;
            Ok(Answer::Told(path, Flash::ReportReceived))
        }
        Err(ServiceError::Invalid(errors)) => show(&request, new, errors).await,
        Err(other) => Err(other.into()),
    }
}

fn wanted(request: &PageRequest) -> Result<(domain::ids::PersonId, AuditEventId), ServiceError> {
    let person = request.context.actor.person.ok_or(ServiceError::NotFound)?;
    Ok((person, request.id("event")?))
}

async fn show(request: &PageRequest, typed: NewReport, errors: Vec<FieldError>) -> PageResult {
    let (person, event) = wanted(request)?;
    let (seen, made) = report::of(&request.context, person, event).await?;
    let text = ReportText::of(request.language());
    let status = if errors.is_empty() { 200 } else { 422 };
    let hotline = request.site.hotline.clone();
    let title = if made.is_some() {
        text.made
    } else {
        text.title
    };
    let page = Page::new(title, Area::Personal, move || {
        let look = Look::current();
        let crumbs = vec![
            Crumb::link(text.log, "/me/access"),
            Crumb::here(moment(seen.at, look.language)),
        ];
        let action = format!("/me/access/{}/report", seen.id);
        let below = match made {
            Some(report) => view! { <Made text report hotline/> }.written(),
            None => view! { <Fill text action typed problems=text.problems(&errors)/> }.written(),
        };
        view! {
            <Breadcrumbs crumbs/>
            <h1>{title}</h1>
            <Card title=text.look><Facts facts=facts(text, &seen, look)/></Card>
            {below}
        }
    });
    Ok(page.with_status(status).into())
}

fn facts(text: &ReportText, seen: &Seen, look: Look) -> Vec<Fact> {
    vec![
        Fact::new(text.who, who(seen, look)),
        Fact::text(text.when, moment(seen.at, look.language)),
        Fact::new(text.what, what(seen, look)),
        Fact::new(text.why, why(seen, look)),
    ]
}

/// The form; in elder mode one question after the other.
#[component]
fn Fill(
    text: &'static ReportText,
    action: String,
    typed: NewReport,
    problems: Vec<FieldProblem>,
) -> impl IntoView {
    let elder = Look::current().elder;
    let problem = |name: &str| {
        let found = problems.iter().find(|problem| problem.field == name);
        found.map(|problem| problem.text.clone())
    };
    let chosen = typed.reason.map_or("", Doubt::code);
    let reasons = view! {
        <ChoiceField name="reason" label=text.reason choices=text.reasons() chosen problem=problem("reason")/>
    };
    let note_hint = text.note_hint.to_owned();
    let longest = u32::try_from(LONGEST_NOTE).unwrap_or(u32::MAX);
    let note = view! {
        <TextAreaField name="note" label=text.note value=typed.note hint=note_hint problem=problem("note") longest/>
    };
    let form = match typed.reason {
        None if elder => view! {
            <Form action class="form" hidden=vec![(ASKED, "reason".to_owned())]>
                {reasons}
                <p><Button label=text.next/></p>
            </Form>
        }
        .written(),
        Some(reason) if elder => view! {
            <Form action class="form" hidden=vec![("reason", reason.code().to_owned())]>
                {note}
                <p><Button label=text.send/></p>
            </Form>
        }
        .written(),
        _ => view! {
            <Form action class="form">
                {reasons}
                {note}
                <p><Button label=text.send/></p>
            </Form>
        }
        .written(),
    };
    view! {
        <ErrorSummary problems/>
        <p class="measure">{text.lead}</p>
        {form}
    }
}

/// The report that was made, with its number and what became of it.
#[component]
fn Made(text: &'static ReportText, report: Report, hotline: String) -> impl IntoView {
    let look = Look::current();
    let state = report.steps.last().map(|step| step.state);
    let state = state.unwrap_or(ReportState::Received);
    let mut facts = vec![
        Fact::text(text.number, report.number),
        Fact::new(
            text.state,
            view! { <Badge label=text.state(state) tone=tone(state)/> },
        ),
    ];
    facts.extend(
        report
            .reason
            .map(|reason| Fact::text(text.reason_given, text.doubt(reason))),
    );
    facts.extend(report.note.map(|note| Fact::text(text.note_given, note)));
    let moments = report
        .steps
        .into_iter()
        .map(|step| step_moment(text, step, look));
    let moments: Vec<Moment> = moments.collect();
    view! {
        <Card title=text.report>
            <Facts facts/>
            <p class="muted">{(text.by_phone)(&hotline)}</p>
        </Card>
        <Card title=text.history><Timeline moments/></Card>
        <p><a href="/me/access">{text.back}</a></p>
    }
}

fn step_moment(text: &ReportText, step: Step, look: Look) -> Moment {
    let answer = (!step.answer.is_empty()).then(|| view! { <p>{step.answer}</p> });
    let what = view! { <div>{text.state(step.state)}{answer}</div> };
    Moment::new(moment(step.at, look.language), what).at(step.at.to_rfc3339())
}

const fn tone(state: ReportState) -> Tone {
    match state {
        ReportState::Received | ReportState::LookedInto => Tone::Info,
        ReportState::Answered => Tone::Good,
    }
}

impl ReportText {
    fn reasons(&self) -> Vec<Choice> {
        let choice = |doubt: &Doubt| Choice::new(doubt.code(), self.doubt(*doubt));
        Doubt::ALL.iter().map(choice).collect()
    }

    fn problems(&self, errors: &[FieldError]) -> Vec<FieldProblem> {
        let problem = |error: &FieldError| FieldProblem {
            field: error.pointer.clone(),
            text: self.problem(&error.pointer, error.code).to_owned(),
        };
        errors.iter().map(problem).collect()
    }
}
