//! `/me/export`: everything that the platform knows of oneself, as a file to keep.

mod kind;
mod text;
mod told;

use std::path::PathBuf;

use leptos::prelude::*;
use services::ServiceError;
use services::export::{self, Format};

use super::not_registered;
use super::privacy_tabs::{PrivacyTab, PrivacyTabs};
use crate::language::Language;
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::ui::{
    Breadcrumbs, Button, Card, Choice, ChoiceField, Crumb, Form, IntoWritten, Look, Notice, Tone,
};
use kind::Kind;
use text::ExportText;

/// The page.
///
/// # Errors
/// None of its own.
pub async fn page(request: PageRequest) -> PageResult {
    if request.context.actor.person.is_none() {
        return Ok(not_registered::page(&request).into());
    }
    Ok(show(&request, Kind::Pdf, false).into())
}

/// Answers with the file, which is written to the log. Where no PDF can be made, the page says
/// so and offers the others.
///
/// # Errors
/// `NotFound` where no person stands behind the account; else from the store.
pub async fn post(request: PageRequest) -> PageResult {
    let person = request.context.actor.person.ok_or(ServiceError::NotFound)?;
    let kind = Kind::from_code(request.field("format").unwrap_or_default());
    let language = request.field("language").and_then(Language::from_code);
    let language = language.unwrap_or_else(|| request.language());
    match export::person(&request.context, person, &kind.format(), language.into()).await {
        Ok(bytes) => Ok(kind.file(bytes).into()),
        Err(ServiceError::Unavailable(export::NO_FONT)) => {
            Ok(show(&request, Kind::Csv, true).with_status(503).into())
        }
        Err(other) => Err(other.into()),
    }
}

/// The export as a PDF in the words of the pages, with the letters of `font` or of the usual places.
#[must_use]
pub fn pdf(font: Option<PathBuf>) -> Format {
    Format::Pdf {
        font,
        words: told::words,
    }
}

fn show(request: &PageRequest, kind: Kind, no_pdf: bool) -> Page {
    let text = ExportText::of(request.language());
    Page::new(text.title, Area::Personal, move || {
        view! { <Content text kind no_pdf/> }
    })
}

#[component]
fn Content(
    text: &'static ExportText,
    /// The form that is chosen.
    kind: Kind,
    /// Whether a PDF was asked for and cannot be made.
    no_pdf: bool,
) -> impl IntoView {
    let crumbs = vec![Crumb::link(text.home, "/me"), Crumb::here(text.title)];
    let problem = no_pdf.then(|| {
        view! {
            <Notice tone=Tone::Notice announce=true title=text.no_pdf.to_owned()>
                <p>{text.no_pdf_more}</p>
            </Notice>
        }
    });
    let inside = text.inside.iter().map(|one| view! { <li>{*one}</li> });
    view! {
        <Breadcrumbs crumbs/>
        <h1>{text.title}</h1>
        <PrivacyTabs current=PrivacyTab::Export/>
        {problem}
        <p class="measure">{text.lead}</p>
        <Notice tone=Tone::Notice><p>{text.careful}</p></Notice>
        <Choose text kind/>
        <Card title=text.inside_title>
            <ul>{inside.collect_view()}</ul>
            <p>{text.logged}" "<a href="/me/access?who=oneself">{text.see_log}</a></p>
        </Card>
        <Card title=text.signed_title>
            <p>{text.signed}</p>
            <p class="muted">{text.check}</p>
        </Card>
    }
}

/// The form. In elder mode it asks one thing only: the file comes in the language of the page.
#[component]
fn Choose(text: &'static ExportText, kind: Kind) -> impl IntoView {
    let look = Look::current();
    let kinds = Kind::ALL.map(|kind| Choice::new(kind.code(), text.kind(kind)));
    let language = if look.elder {
        let code = look.language.code().to_owned();
        view! { <input type="hidden" name="language" value=code/> }.written()
    } else {
        let languages = vec![Choice::new("zh", "中文"), Choice::new("en", "English")];
        view! {
            <ChoiceField name="language" label=text.language choices=languages chosen=look.language.code()/>
        }
        .written()
    };
    view! {
        <Form action="/me/export" class="form">
            <ChoiceField name="format" label=text.format choices=kinds.to_vec() chosen=kind.code()/>
            {language}
            <p><Button label=text.export/></p>
        </Form>
    }
}
