//! Whoever asks for a page of their own and is not signed in: signs in first. A form of theirs is
//! kept meanwhile.

use app::page::{PageError, PageRequest};
use app::pages::late_form::{self, LateForm};
use app::respond;
use app::ui::frame::here;
use axum::extract::Request;
use axum::http::header::LOCATION;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use super::exchange::Exchange;
use super::{failure, form};
use crate::csrf;
use crate::session::{self, CookieJar, Presented};
use crate::state::AppState;

/// The way to sign in, and back to here; for a form with something in it, see [`keep`].
pub(super) async fn answer(
    state: &AppState,
    exchange: &Exchange,
    page: PageRequest,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let presented = parts.extensions.get::<Presented>().copied();
    let mut response = None;
    if !exchange.reads {
        match form::read(&exchange.path, &parts.headers, body).await {
            Ok(fields) => response = keep(state, exchange, &page, presented, fields).await,
            Err(refused) => return failure::respond(state, exchange, refused),
        }
    }
    let mut response = response.unwrap_or_else(|| {
        let page = exchange.to_come_back_to(page);
        respond::respond(&page, Err(PageError::SignIn))
    });
    let jar = CookieJar::new(state.config.secure());
    if session::was_presented(&parts.headers, jar) && !exchange.prefetch {
        let late = session::take_over(&state.platform, presented, exchange.now).await;
        session::say_it_ended(jar, response.headers_mut(), late.is_none());
    }
    response
}

/// Keeps what was typed: with the session that ended, until its account signs in again; else, when
/// it is not known whose it is, on a page that stays open while they sign in beside it. Nothing
/// when nothing was typed.
async fn keep(
    state: &AppState,
    exchange: &Exchange,
    page: &PageRequest,
    presented: Option<Presented>,
    mut fields: Vec<(String, String)>,
) -> Option<Response> {
    fields.retain(|(name, _)| name != csrf::FIELD && name != session::SENT);
    let form = LateForm {
        action: here(page),
        fields,
    };
    if !form.holds_something() {
        return None;
    }
    if session::late(&state.platform, presented, &form, exchange.now).await {
        let mut response = StatusCode::SEE_OTHER.into_response();
        let to = HeaderValue::from_static("/sign-in?next=%2Flate-form");
        response.headers_mut().insert(LOCATION, to);
        return Some(response);
    }
    let page = page.clone().without_its_address();
    let waiting = late_form::waiting(&page, &form);
    Some(respond::respond(&page, Ok(waiting.into())))
}
