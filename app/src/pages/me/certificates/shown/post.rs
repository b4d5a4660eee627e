//! `POST /me/certificates/{id}/shown`: lets checks show a part, or no longer.

use chrono::NaiveDate;
use services::ServiceError;
use services::certificates::{Part, change};

use super::text::ShownText;
use super::{Wrong, field, show};
use crate::page::{Answer, LocalPath, PageRequest, PageResult};

/// Changes one part; a day that does not fit is asked for again.
///
/// # Errors
/// `NotFound` when the actor may not or there is no such certificate or part, `Conflict` when it
/// can no longer be checked, and whatever the store says.
pub async fn post(request: PageRequest) -> PageResult {
    let person = request.context.actor.person.ok_or(ServiceError::NotFound)?;
    let id = request.id("id")?;
    let part = request.field("part").and_then(Part::from_code);
    let part = part.ok_or(ServiceError::NotFound)?;
    let text = ShownText::of(request.language());
    let typed = request
        .field(&field(part))
        .or_else(|| request.field("until"))
        .unwrap_or_default()
        .trim()
        .to_owned();
    let wrong = |text| Wrong {
        part,
        typed: typed.clone(),
        text,
    };
    let until = if request.field("choice") == Some("stop") {
        None
    } else {
        match typed.parse::<NaiveDate>() {
            Ok(day) => Some(day),
            Err(_) => return show(&request, Some(wrong(text.no_day))).await,
        }
    };
    match change::change(&request.context, person, id, part, until).await {
        Ok(()) => {
            let path = LocalPath::parse(&format!("/me/certificates/{id}/shown?done=changed"));
            Ok(Answer::SeeOther(
                path.ok_or(ServiceError::NotFound)?,
                Vec::new(),
            ))
        }
        Err(ServiceError::Invalid(errors)) => {
            let late = errors.iter().any(|error| error.code == "late");
            let problem = if late { text.late } else { text.past };
            show(&request, Some(wrong(problem))).await
        }
        Err(error) => Err(error.into()),
    }
}
