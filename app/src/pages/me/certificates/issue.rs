//! `POST /me/certificates`: issues a certificate and leads to it.

use services::ServiceError;
use services::certificates::issue::{self, Wish};

use super::super::not_registered;
use super::new::{self, Draft, NewText};
use crate::page::{Answer, LocalPath, PageRequest, PageResult};
use crate::ui::FieldProblem;

/// Issues what was asked for; what is missing is asked for again.
///
/// # Errors
/// `NotFound` when the actor may not, and whatever the store says.
pub async fn post(request: PageRequest) -> PageResult {
    let Some(person) = request.context.actor.person else {
        return Ok(not_registered::page(&request).into());
    };
    let draft = Draft::read(&request.form);
    let (Some(periods), Some(days)) = (draft.periods, draft.days) else {
        let problems = missing(&draft, NewText::of(request.language()));
        return Ok(new::show(&request, draft, problems).into());
    };
    let wish = Wish {
        periods,
        days,
        shown: draft.shown.clone(),
        issuer: request.site.public_url.clone(),
        form: draft.form,
    };
    match issue::issue(&request.context, person, &wish).await {
        Ok(id) => {
            let path = LocalPath::parse(&format!("/me/certificates/{id}?done=issued"));
            Ok(Answer::SeeOther(
                path.ok_or(ServiceError::NotFound)?,
                Vec::new(),
            ))
        }
        Err(ServiceError::Invalid(errors)) if errors.iter().any(|one| one.code == "too_many") => {
            let text = NewText::of(request.language());
            Ok(new::show(&request, draft, vec![problem("periods", text.too_many)]).into())
        }
        Err(ServiceError::Conflict(_)) => {
            let text = NewText::of(request.language());
            Ok(new::show(&request, draft, vec![problem("periods", text.died)]).into())
        }
        Err(error) => Err(error.into()),
    }
}

fn missing(draft: &Draft, text: &NewText) -> Vec<FieldProblem> {
    let periods = (draft.periods.is_none()).then(|| problem("periods", text.missing_periods));
    let days = (draft.days.is_none()).then(|| problem("days", text.missing_days));
    periods.into_iter().chain(days).collect()
}

fn problem(field: &str, text: &str) -> FieldProblem {
    FieldProblem {
        field: field.to_owned(),
        text: text.to_owned(),
    }
}
