//! From HTTP to the page functions of `app` and back.

use std::sync::Arc;

use app::page::{Answer, PageError, PageRequest, PageResult};
use app::pages::error::Failure;
use app::respond;
use app::routes::{self, Audience, Route};
use axum::extract::{FromRequestParts, RawPathParams, Request, State};
use axum::http::HeaderValue;
use axum::http::header::{SET_COOKIE, VARY};
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Extension, Router};
use services::ServiceError;
use services::error::InLog;

use super::exchange::Exchange;
use super::{failure, form, other_hat, turned_away, unsent};
use crate::session::{self, CookieJar, Presented};
use crate::state::AppState;

/// One axum route for each of these addresses of the application.
pub fn router(pages: Vec<Route>) -> Router<AppState> {
    pages.into_iter().fold(Router::new(), |router, route| {
        let path = route.path;
        let method = route.method;
        let route = Arc::new(route);
        let handler = move |state: State<AppState>, exchange: Extension<Exchange>, request| {
            answer(Arc::clone(&route), state.0, exchange.0, request)
        };
        match method {
            routes::Method::Get => router.route(path, get(handler)),
            routes::Method::Post => router.route(path, post(handler)),
        }
    })
}

async fn answer(
    route: Arc<Route>,
    state: AppState,
    exchange: Exchange,
    request: Request,
) -> Response {
    let mut page_request = exchange.page_request(&state);
    if route.audience == Audience::Demo && !state.config.demo() {
        return failure::respond(&state, &exchange, Failure::NotFound);
    }
    if route.audience.is_closed() && !page_request.signed_in() {
        return turned_away::answer(&state, &exchange, page_request, request).await;
    }
    let presented = request.extensions().get::<Presented>().copied();
    if let Err(failure) = fill(&route, &mut page_request, request).await {
        return failure::respond(&state, &exchange, failure);
    }
    if let Some(refused) = other_hat::refusal(&page_request, route.action) {
        let page_request = exchange.to_come_back_to(page_request);
        return other_hat::answer(&state, page_request, presented, refused).await;
    }
    let result = if hidden(&route, &page_request) {
        // The rooms of another hat are not there.
        Err(ServiceError::NotFound.into())
    } else {
        (route.page)(page_request.clone()).await
    };
    let told = match &result {
        Ok(Answer::Told(_, flash)) => Some(*flash),
        _ => None,
    };
    if taken(&result) && page_request.field(session::SENT).is_some() {
        session::sent(&state.platform, presented).await;
    }
    if let Err(PageError::Service(error @ ServiceError::Unavailable(_))) = &result
        && !exchange.reads
    {
        let error = error.in_log();
        tracing::error!(request_id = exchange.request_id, error, "a form failed");
        let fields = std::mem::take(&mut page_request.form);
        return unsent::answer(&state, &exchange, page_request, fields);
    }
    if result.is_err() {
        page_request = exchange.to_come_back_to(page_request);
    }
    let acting = page_request.context.actor.role;
    let mut response = respond::respond(&page_request, result);
    let vary = HeaderValue::from_static("Cookie, Accept-Language");
    response.headers_mut().append(VARY, vary);
    if let Some(flash) = told {
        let jar = CookieJar::new(state.config.secure());
        let cookie = HeaderValue::from_str(&session::leave_flash_as(jar, flash, acting));
        if let Ok(cookie) = cookie {
            response.headers_mut().append(SET_COOKIE, cookie);
        }
    }
    response
}

/// Whether a form was taken: it led on, gave a file, or, as the first of several questions, led to
/// the page of the next one. What is asked for again was not.
fn taken(result: &PageResult) -> bool {
    match result {
        Ok(Answer::Page(page)) => page.status < 400,
        Ok(Answer::SeeOther(..) | Answer::Told(..) | Answer::Download(..)) => true,
        Err(_) => false,
    }
}

/// Whether the role that is acted in can never do what the address is for.
fn hidden(route: &Route, page: &PageRequest) -> bool {
    !route.is_open_to(page.context.actor.role)
}

/// Reads what only some addresses have: values in the path, and a posted form.
async fn fill(route: &Route, page: &mut PageRequest, request: Request) -> Result<(), Failure> {
    let (mut parts, body) = request.into_parts();
    let params = RawPathParams::from_request_parts(&mut parts, &())
        .await
        .map_err(|_| Failure::NotFound)?;
    page.params = params
        .iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    page.query.truncate(form::MOST_FIELDS);
    if route.method == routes::Method::Post {
        page.form = form::read(route.path, &parts.headers, body).await?;
    }
    Ok(())
}
