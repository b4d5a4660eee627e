//! `/check`: where one types the code of a certificate.

pub mod certificate;
mod text;

use domain::identifiers::{CertificateCode, CertificateCodeError};
use leptos::prelude::*;
use services::ServiceError;
use services::certificates::check;

use crate::page::{Answer, Area, LocalPath, Page, PageRequest, PageResult};
use crate::ui::{Button, ErrorSummary, Fact, Facts, Field, FieldProblem, Sign};
use text::CheckText;

/// The form. A code that was typed leads to its answer, or is asked for again.
///
/// # Errors
/// None of its own.
pub async fn page(request: PageRequest) -> PageResult {
    let Some(typed) = request.query_value("code") else {
        return Ok(form(&request, "", None).into());
    };
    match CertificateCode::parse(typed) {
        Ok(code) => {
            let path = LocalPath::parse(&format!("/check/{}", code.grouped()));
            Ok(Answer::SeeOther(
                path.ok_or(ServiceError::NotFound)?,
                Vec::new(),
            ))
        }
        Err(error) => Ok(form(&request, typed, Some(error)).with_status(422).into()),
    }
}

/// The form with what was typed and what is wrong with it.
fn form(request: &PageRequest, typed: &str, wrong: Option<CertificateCodeError>) -> Page {
    let text = CheckText::of(request.language());
    let keys = check::public_keys(&request.context);
    // What cannot be a code at all is not shown again.
    let typed: String = typed.chars().take(MOST).collect();
    let problem = wrong.map(|error| text.wrong(error));
    let page = Page::new(text.title, Area::Public, move || {
        let problems = problem.iter().map(|problem| FieldProblem {
            field: "code".to_owned(),
            text: problem.clone(),
        });
        let problems = problems.collect();
        let keys = keys
            .into_iter()
            .map(|(id, key)| Fact::new(id, view! { <code class="anywhere">{key}</code> }));
        view! {
            <div class="wrap page stack measure-page">
                <h1>{text.title}</h1>
                <ErrorSummary problems/>
                <p>{text.lead}</p>
                <form class="form" method="get" action="/check">
                    <Field name="code" label=text.code value=typed hint=text.code_hint.to_owned() problem longest=60/>
                    <p class="actions"><Button label=text.check sign=Sign::Search/></p>
                </form>
                <p class="small muted">{text.counted}</p>
                <details class="basis">
                    <summary>{text.keys}</summary>
                    <p class="small">{text.keys_note}</p>
                    <Facts facts=keys.collect()/>
                </details>
            </div>
        }
    });
    page.describe(text.description)
}

/// The most characters of a wrong code that are shown again.
const MOST: usize = 60;
