//! `/admin/parameters/new` and `/admin/parameters/{id}/edit`: the text of a draft.

mod text;

use leptos::prelude::*;
use services::parameters::draft::{self, LONGEST_TEXT, NewDraft};
use services::parameters::governed;
use services::{FieldError, ServiceError};

use super::problems::{self, TEXT};
use super::{HERE, ParametersDone, address_of, go};
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::ui::{Breadcrumbs, Button, Crumb, ErrorSummary, FieldProblem, Form, TextAreaField};
use text::FormText;

/// The address of a new draft.
pub(super) const NEW: &str = "/admin/parameters/new";

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

/// Writes the new draft and goes to it.
///
/// # Errors
/// As the use case.
pub async fn new_post(request: PageRequest) -> PageResult {
    let new = typed(&request);
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

/// Writes the draft anew and goes to it.
///
/// # Errors
/// As the use case.
pub async fn edit_post(request: PageRequest) -> PageResult {
    let new = typed(&request);
    let id = request.param("id").to_owned();
    let seen = request.field("seen").unwrap_or_default().to_owned();
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
        text: field(TEXT),
        note: field("note"),
    }
}

/// Which draft the form is about.
enum Draft {
    New,
    Known { id: String, seen: String },
}

fn show(request: &PageRequest, draft: Draft, typed: NewDraft, errors: &[FieldError]) -> Page {
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
        let hidden = seen.map(|seen| ("seen", seen)).into_iter().collect();
        view! {
            <ErrorSummary problems=problems.clone()/>
            <Breadcrumbs crumbs/>
            <h1>{title}</h1>
            <p class="measure">{text.lead}</p>
            <p class="measure">{text.days}</p>
            <Fill text action hidden typed problems/>
        }
    });
    page.with_status(status).with_typed()
}

#[component]
fn Fill(
    text: &'static FormText,
    action: String,
    hidden: Vec<(&'static str, String)>,
    typed: NewDraft,
    problems: Vec<FieldProblem>,
) -> impl IntoView {
    let problem = |name: &str| {
        let found = problems.iter().filter(|problem| problem.field == name);
        let all: Vec<&str> = found.map(|problem| problem.text.as_str()).collect();
        (!all.is_empty()).then(|| all.join(text.between))
    };
    let longest = u32::try_from(LONGEST_TEXT).unwrap_or(u32::MAX);
    let (of_text, of_note) = (problem(TEXT), problem("note"));
    view! {
        <Form action class="form" hidden>
            <TextAreaField name=TEXT label=text.set value=typed.text hint=text.set_hint.to_owned() problem=of_text rows=24 longest/>
            <TextAreaField name="note" label=text.note value=typed.note hint=text.note_hint.to_owned() problem=of_note rows=3 longest=1000/>
            <p><Button label=text.keep/></p>
        </Form>
    }
}
