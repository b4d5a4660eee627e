//! `/admin/parameters/new` and `/admin/parameters/{id}/edit`: the text of a draft, typed or read from
//! a file. A file is never kept by being sent: its text comes back with what differs, or with what
//! is wrong, and is kept like a typed one.

mod looked_at;
mod text;
mod upload;

use leptos::prelude::*;
use services::parameters::draft::{self, LONGEST_TEXT, NewDraft};
use services::parameters::governed;
use services::parameters::preview::{self, Preview};
use services::{FieldError, ServiceError};

use super::problems::{self, TEXT};
use super::{HERE, ParametersDone, address_of, go};
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::ui::{
    Breadcrumbs, Button, ButtonKind, Crumb, ErrorSummary, FieldProblem, Form, TextAreaField,
};
use looked_at::LookedAt;
use text::FormText;
use upload::Upload;

/// The address of a new draft.
pub(super) const NEW: &str = "/admin/parameters/new";
/// The button that keeps nothing.
const LOOK: &str = "look";

/// The form, empty or with a copy of the set that the query names.
///
/// # Errors
/// `NotFound` when the actor may not draft or there is no such set; else from the store.
pub async fn new_page(request: PageRequest) -> PageResult {
    let text = match request.query_value("from") {
        Some(id) => governed::text_of(&request.context, id).await?.0,
        None => String::new(),
    };
    let new = NewDraft {
        text,
        note: String::new(),
    };
    Ok(show(&request, Draft::New, new, &[]).into())
}

/// Writes the new draft and goes to it; or shows what was read from a file, or is to be looked at.
///
/// # Errors
/// As the use case.
pub async fn new_post(request: PageRequest) -> PageResult {
    let new = typed(&request);
    if only_looks(&request) {
        return look(&request, Draft::New, new).await;
    }
    match draft::write(&request.context, &new).await {
        Ok(id) => {
            let there = address_of(&id).ok_or(ServiceError::NotFound)?;
            go(&there, ParametersDone::Drafted)
        }
        Err(ServiceError::Invalid(errors)) => Ok(show(&request, Draft::New, new, &errors).into()),
        Err(other) => Err(other.into()),
    }
}

/// The form with the draft as it was written.
///
/// # Errors
/// `NotFound` when the actor may not draft or there is no such draft; else from the store.
pub async fn edit_page(request: PageRequest) -> PageResult {
    let id = request.param("id").to_owned();
    let one = governed::one(&request.context, &id).await?;
    if !one.may.edit {
        return Err(ServiceError::NotFound.into());
    }
    let (text, seen) = governed::text_of(&request.context, &id).await?;
    let new = NewDraft {
        text,
        note: String::new(),
    };
    Ok(show(&request, Draft::Known { id, seen }, new, &[]).into())
}

/// Writes the draft anew and goes to it; or looks, as [`new_post`].
///
/// # Errors
/// As the use case.
pub async fn edit_post(request: PageRequest) -> PageResult {
    let new = typed(&request);
    let id = request.param("id").to_owned();
    let seen = request.field("seen").unwrap_or_default().to_owned();
    if only_looks(&request) {
        return look(&request, Draft::Known { id, seen }, new).await;
    }
    match draft::rewrite(&request.context, &id, &seen, &new).await {
        Ok(()) => {
            let there = address_of(&id).ok_or(ServiceError::NotFound)?;
            go(&there, ParametersDone::Drafted)
        }
        Err(ServiceError::Invalid(errors)) => {
            Ok(show(&request, Draft::Known { id, seen }, new, &errors).into())
        }
        Err(other) => Err(other.into()),
    }
}

fn typed(request: &PageRequest) -> NewDraft {
    let field = |name| request.field(name).unwrap_or_default().to_owned();
    NewDraft {
        text: upload::content(request).unwrap_or_else(|| field(TEXT)),
        note: field("note"),
    }
}

/// Whether nothing is to be kept yet: a file was sent, or somebody wants to see first.
fn only_looks(request: &PageRequest) -> bool {
    upload::content(request).is_some() || request.field(LOOK).is_some()
}

/// Shows what would be kept, or what is wrong with it. Nothing is written.
async fn look(request: &PageRequest, draft: Draft, new: NewDraft) -> PageResult {
    let own = match &draft {
        Draft::New => None,
        Draft::Known { id, .. } => Some(id.as_str()),
    };
    let found = match upload::problem(request) {
        Some(problem) => Err(ServiceError::Invalid(vec![problem])),
        None => preview::of(&request.context, &new.text, own).await,
    };
    match found {
        Ok(seen) => Ok(with_preview(request, draft, new, Some(seen), &[]).into()),
        Err(ServiceError::Invalid(errors)) => Ok(show(request, draft, new, &errors).into()),
        Err(other) => Err(other.into()),
    }
}

/// Which draft the form is about.
enum Draft {
    New,
    Known { id: String, seen: String },
}

fn show(request: &PageRequest, draft: Draft, typed: NewDraft, errors: &[FieldError]) -> Page {
    with_preview(request, draft, typed, None, errors)
}

fn with_preview(
    request: &PageRequest,
    draft: Draft,
    typed: NewDraft,
    looked_at: Option<Preview>,
    errors: &[FieldError],
) -> Page {
    let language = request.language();
    let text = FormText::of(language);
    let problems = problems::told(errors, language);
    let status = if errors.is_empty() { 200 } else { 422 };
    let (title, action, seen) = match draft {
        Draft::New => (text.new, NEW.to_owned(), None),
        Draft::Known { id, seen } => (text.edit, format!("{HERE}/{id}/edit"), Some(seen)),
    };
    let page = Page::new(title, Area::Office, move || {
        let crumbs = vec![Crumb::link(text.all, HERE), Crumb::here(title)];
        let hidden: Vec<_> = seen.map(|seen| ("seen", seen)).into_iter().collect();
        let (to, with) = (action.clone(), hidden.clone());
        let of_file = problem(&problems, upload::FILE, text);
        view! {
            <ErrorSummary problems=problems.clone()/>
            <Breadcrumbs crumbs/>
            <h1>{title}</h1>
            <p class="measure">{text.lead}</p>
            <p class="measure">{text.days}</p>
            {looked_at.map(|preview| view! { <LookedAt text preview/> })}
            <Upload text action=to hidden=with problem=of_file/>
            <Fill text action hidden typed problems/>
        }
    });
    page.with_status(status).with_typed()
}

/// What is wrong with the field `name`.
fn problem(problems: &[FieldProblem], name: &str, text: &FormText) -> Option<String> {
    let found = problems.iter().filter(|problem| problem.field == name);
    let all: Vec<&str> = found.map(|problem| problem.text.as_str()).collect();
    (!all.is_empty()).then(|| all.join(text.between))
}

#[component]
fn Fill(
    text: &'static FormText,
    action: String,
    hidden: Vec<(&'static str, String)>,
    typed: NewDraft,
    problems: Vec<FieldProblem>,
) -> impl IntoView {
    let longest = u32::try_from(LONGEST_TEXT).unwrap_or(u32::MAX);
    let of_text = problem(&problems, TEXT, text);
    let of_note = problem(&problems, "note", text);
    view! {
        <Form action class="form" hidden>
            <TextAreaField name=TEXT label=text.set value=typed.text hint=text.set_hint.to_owned() problem=of_text rows=24 longest/>
            <TextAreaField name="note" label=text.note value=typed.note hint=text.note_hint.to_owned() problem=of_note rows=3 longest=1000/>
            <p class="actions">
                <Button label=text.keep/>
                <Button label=text.look kind=ButtonKind::Quiet name=LOOK value="1".to_owned()/>
            </p>
        </Form>
    }
}
