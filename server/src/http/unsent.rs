//! A form that could not be carried out because a part is away: the answer holds it, to be sent
//! again with one press.

use app::page::PageRequest;
use app::pages::error::Failure;
use app::pages::late_form::{LateForm, unsent};
use app::respond;
use app::ui::frame::here;
use axum::response::Response;

use super::exchange::Exchange;
use super::failure;
use crate::csrf;
use crate::state::AppState;

/// The page with the form in it; for one in which nothing stands, the page that says it was not
/// done.
pub(crate) fn answer(
    state: &AppState,
    exchange: &Exchange,
    page: PageRequest,
    mut fields: Vec<(String, String)>,
) -> Response {
    fields.retain(|(name, _)| name != csrf::FIELD);
    let form = LateForm {
        action: here(&page),
        fields,
    };
    if !form.holds_something() {
        return failure::respond(state, exchange, Failure::Unavailable);
    }
    let page = page.without_its_address();
    let kept = unsent::page(&page, &form);
    respond::respond(&page, Ok(kept.into()))
}
