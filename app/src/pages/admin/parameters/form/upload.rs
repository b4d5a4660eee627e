//! A file that is read into the form.

use leptos::prelude::*;
use services::FieldError;

use super::text::FormText;
use crate::page::PageRequest;
use crate::ui::{Button, ButtonKind, Icon, IntoWritten, Look, Sign, Written};

/// The name of the file among the fields.
pub(super) const FILE: &str = "file";

/// The text of the file that was sent; `None` when the form without one was.
pub(super) fn content(request: &PageRequest) -> Option<String> {
    let sent = request.field(FILE)?;
    // Some editors begin a text with a mark of its encoding.
    let text = sent.strip_prefix('\u{feff}').unwrap_or(sent);
    Some(text.to_owned())
}

/// What is wrong with the file before anybody reads what it says.
pub(super) fn problem(request: &PageRequest) -> Option<FieldError> {
    let text = content(request)?;
    let (code, detail) = if text.trim().is_empty() {
        ("missing", "no file, or an empty one")
    } else if text.contains(char::REPLACEMENT_CHARACTER) {
        ("not_text", "not UTF-8")
    } else {
        return None;
    };
    Some(FieldError {
        pointer: FILE.to_owned(),
        code,
        detail: detail.to_owned(),
    })
}

/// The form that sends a file.
#[component]
pub(super) fn Upload(
    text: &'static FormText,
    action: String,
    hidden: Vec<(&'static str, String)>,
    problem: Option<String>,
) -> impl IntoView {
    let fields = Written::new(Look::current().form_fields().as_ref().to_owned());
    let hidden = hidden
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> });
    let invalid = problem.is_some();
    let described_by = if invalid {
        "file-hint file-error"
    } else {
        "file-hint"
    };
    view! {
        <form method="post" enctype="multipart/form-data" action=action class="form">
            {fields}
            {hidden.collect_view()}
            <div class="field" data-invalid=invalid.then_some("")>
                <label for=FILE>{text.file}</label>
                <p class="hint" id="file-hint">{text.file_hint}</p>
                {problem.map(|problem| view! { <p class="error" id="file-error"><Icon sign=Sign::Warning/>{problem}</p> })}
                <input class="input" id=FILE name=FILE type="file" accept=".json,application/json"
                    aria-describedby=described_by aria-invalid=invalid.then_some("true")/>
            </div>
            <p><Button label=text.read_file kind=ButtonKind::Quiet/></p>
        </form>
    }
    .written()
}
