//! `/me/family/invite`: first who is to see whom, then the form; in elder mode one question a page.

mod form;
mod steps;
mod text;

use domain::family::Kinship;
use services::family::Way;
use services::family::invite::{self, Request, Sent};
use services::{FieldError, ServiceError};

use super::super::not_registered;
use super::consent::Ticked;
use super::{Done, go_back};
use crate::page::{Page, PageRequest, PageResult};
use form::Typed;
use text::InviteText;

/// The page: the next question that is open.
///
/// # Errors
/// None of its own.
pub async fn page(request: PageRequest) -> PageResult {
    if request.context.actor.person.is_none() {
        return Ok(not_registered::page(&request).into());
    }
    let way = request.query_value("way").and_then(Way::from_code);
    let page: Page = match way {
        None => steps::way(&request),
        Some(way) if request.preferences.elder => steps::relation(&request, way, Vec::new()),
        Some(way) => form::page(&request, way, Typed::default(), Vec::new()),
    };
    Ok(page.into())
}

/// Sends the invitation. What breaks a rule is shown at its field, with what was typed. In elder
/// mode what the relative is comes here too, and not in an address, and leads to the form.
///
/// # Errors
/// Whatever the store says.
pub async fn post(request: PageRequest) -> PageResult {
    let ticked = Ticked::read(&request);
    let field = |name| request.field(name).unwrap_or_default();
    if request.field(steps::ASKED).is_some()
        && let Some(way) = Way::from_code(field("way"))
    {
        return Ok(asked(&request, way).into());
    }
    let wanted = Request {
        way: field("way"),
        relation: field("relation"),
        name: field("name"),
        number: field("number"),
        scope: ticked.scope,
        agreed: ticked.agreed,
    };
    match invite::invite(&request.context, wanted).await {
        Ok(sent) => go_back(match sent {
            Sent::Waiting => Done::Sent,
            Sent::Linked => Done::Linked,
            Sent::Hall => Done::Hall,
        }),
        Err(ServiceError::Invalid(errors)) => {
            let text = InviteText::of(request.language());
            let page = match Way::from_code(wanted.way) {
                None => steps::way(&request),
                Some(way) => {
                    let typed = Typed {
                        kinship: Kinship::from_code(wanted.relation),
                        name: wanted.name.to_owned(),
                        number: wanted.number.to_owned(),
                        ticked,
                    };
                    form::page(&request, way, typed, text.problems(&errors))
                }
            };
            Ok(page.with_status(422).into())
        }
        Err(other) => Err(other.into()),
    }
}

/// The form after the question what the relative is, or the question again.
fn asked(request: &PageRequest, way: Way) -> Page {
    let kinship = request.field("relation").and_then(Kinship::from_code);
    if kinship.is_some() {
        return form::page(request, way, Typed::new(kinship), Vec::new());
    }
    let missing = FieldError {
        pointer: "relation".to_owned(),
        code: "required",
        detail: "what the relative is".to_owned(),
    };
    let text = InviteText::of(request.language());
    steps::relation(request, way, text.problems(&[missing])).with_status(422)
}
