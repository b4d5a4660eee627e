//! `/me/settlements/{id}/query`: asks the agency to check a settlement.

use domain::ids::{PersonId, QueryId, SettlementId};
use leptos::prelude::*;
use services::enquiries::LONGEST;
use services::enquiries::send::{self, NewQuery};
use services::replay::Replayed;
use services::{FieldError, ServiceError};

use super::text::QueriesText;
use crate::page::{Answer, Area, Flash, LocalPath, Page, PageRequest, PageResult};
use crate::pages::enquiries::outcome;
use crate::ui::{
    Breadcrumbs, Button, ButtonKind, ButtonLink, Card, Crumb, ErrorSummary, FieldProblem, Form,
    IntoWritten, Look, Notice, TextAreaField, Tone, date_text,
};

/// The hidden field with the id of the form.
const FORM: &str = "form";

/// The page: the form, or the way to the query that waits already.
///
/// # Errors
/// `NotFound` for anything but one of the person's own settlements, and whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    show(&request, NewQuery::default(), Vec::new()).await
}

/// Sends it and leads to it. Sent a second time it changes nothing.
///
/// # Errors
/// As [`page`].
pub async fn post(request: PageRequest) -> PageResult {
    let (person, settlement) = wanted(&request)?;
    let new = NewQuery {
        words: request.field("words").unwrap_or_default().to_owned(),
        form: request.field(FORM).and_then(|id| id.parse().ok()),
    };
    match send::send(&request.context, person, settlement, &new).await {
        Ok(id) => {
            let path = LocalPath::parse(&format!("/me/queries/{id}"));
            let path = path.ok_or(ServiceError::NotFound)?;
            Ok(Answer::Told(path, Flash::QuerySent))
        }
        Err(ServiceError::Invalid(errors)) => show(&request, new, errors).await,
        Err(other) => Err(other.into()),
    }
}

fn wanted(request: &PageRequest) -> Result<(PersonId, SettlementId), ServiceError> {
    let person = request.context.actor.person.ok_or(ServiceError::NotFound)?;
    Ok((person, request.id("id")?))
}

async fn show(request: &PageRequest, typed: NewQuery, errors: Vec<FieldError>) -> PageResult {
    let (person, settlement) = wanted(request)?;
    let (replayed, open) = send::before(&request.context, person, settlement).await?;
    let text = QueriesText::of(request.language());
    let status = if errors.is_empty() { 200 } else { 422 };
    // The same form sent twice sends one query.
    let form = typed
        .form
        .unwrap_or_else(|| request.context.new_id().into());
    let page = Page::new(text.send_title, Area::Personal, move || {
        let look = Look::current();
        let back = format!("/me/settlements/{settlement}");
        let crumbs = vec![
            Crumb::link(text.settlements, "/me/settlements"),
            Crumb::link(date_text(replayed.settled_on, look.language), back.clone()),
            Crumb::here(text.send_title),
        ];
        let problems: Vec<FieldProblem> = errors
            .iter()
            .map(|error| FieldProblem {
                field: "words".to_owned(),
                text: text.problem(error.code).to_owned(),
            })
            .collect();
        // What was typed is shown again even where another query came first.
        let below = match open {
            Some(id) if problems.is_empty() => view! { <Waits text id/> }.written(),
            _ => {
                let action = format!("{back}/query");
                view! { <Fill text action form words=typed.words problems/> }.written()
            }
        };
        view! {
            <Breadcrumbs crumbs/>
            <h1>{text.send_title}</h1>
            {below}
            <Attached text replayed/>
            <p><a href=back>{text.back}</a></p>
        }
    });
    Ok(page.with_status(status).into())
}

#[component]
fn Fill(
    text: &'static QueriesText,
    action: String,
    form: QueryId,
    words: String,
    problems: Vec<FieldProblem>,
) -> impl IntoView {
    let problem = problems.first().map(|problem| problem.text.clone());
    let hint = text.words_hint.to_owned();
    let longest = u32::try_from(LONGEST).unwrap_or(u32::MAX);
    view! {
        <ErrorSummary problems/>
        <p class="measure">{text.send_lead}</p>
        <Form action class="form" hidden=vec![(FORM, form.to_string())]>
            <TextAreaField name="words" label=text.words value=words hint problem longest/>
            <p><Button label=text.send/></p>
        </Form>
    }
}

/// A query about it waits.
#[component]
fn Waits(text: &'static QueriesText, id: QueryId) -> impl IntoView {
    let href = format!("/me/queries/{id}");
    view! {
        <Notice tone=Tone::Info title=text.waits.to_owned()>
            <p>{text.waits_more}</p>
            <p class="actions"><ButtonLink href label=text.see kind=ButtonKind::Quiet/></p>
        </Notice>
    }
}

/// What goes with the words.
#[component]
fn Attached(text: &'static QueriesText, replayed: Replayed) -> impl IntoView {
    let look = Look::current();
    let came = outcome(send::outcome(&replayed), look.language);
    let why = format!("/me/settlements/{}/replay", replayed.id);
    let see = look.pick("看计算过程", "See the calculation");
    view! {
        <Card title=text.attached>
            <p>{text.attached_more}</p>
            <p>{came}{look.pick("。", ". ")}<a href=why>{see}</a></p>
        </Card>
    }
}
