//! `GET /api/v1/policies` and `GET /api/v1/policies/{id}`: the policy library.

mod document;
mod question;
mod shape;

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use domain::language::Language;
use services::{ServiceError, policies, search};

use super::{language, problem, query};
use crate::http::exchange::Exchange;
use crate::state::AppState;

/// Searches the library.
#[utoipa::path(
    get, path = "/api/v1/policies", tag = "policies",
    params(
        ("q" = Option<String>, Query, description = "What to look for; empty lists everything"),
        ("region" = Option<String>, Query, description = "Six digits; a province includes its cities"),
        ("topic" = Option<String>, Query, description = "A topic's value, as in the facets"),
        ("status" = Option<String>, Query, description = "`active`, `amended`, `repealed` or `draft`"),
        ("as_of" = Option<String>, Query, description = "The law as it stood on this day, YYYY-MM-DD"),
        ("page" = Option<u32>, Query, description = "From 1"),
        ("per_page" = Option<u32>, Query, description = "1 to 50; 10 when it is left out"),
    ),
    responses(
        (status = 200, body = shape::SearchAnswer),
        (status = 422, body = super::schema::ProblemResponse, content_type = "application/problem+json"),
        (status = 503, body = super::schema::ProblemResponse, content_type = "application/problem+json")
    )
)]
pub(super) async fn search(
    State(state): State<AppState>,
    Extension(exchange): Extension<Exchange>,
    headers: HeaderMap,
) -> Response {
    let language = language::asked_for(&headers);
    let question = match question::read(&exchange.query, language == Language::En) {
        Ok(question) => question,
        Err(errors) => return problem::invalid(&errors),
    };
    let context = exchange.page_request(&state).context;
    match search::query(&context, &question).await {
        Ok(answer) => Json(shape::SearchAnswer::new(answer, language)).into_response(),
        Err(error) => problem::of_error(&error, &exchange.request_id),
    }
}

/// One document with its articles.
#[utoipa::path(
    get, path = "/api/v1/policies/{id}", tag = "policies",
    params(
        ("id" = String, Path, description = "The document's id"),
        ("as_of" = Option<String>, Query, description = "The version in force on this day, YYYY-MM-DD"),
    ),
    responses(
        (status = 200, body = document::Document),
        (status = 404, body = super::schema::ProblemResponse, content_type = "application/problem+json")
    )
)]
pub(super) async fn one(
    State(state): State<AppState>,
    Extension(exchange): Extension<Exchange>,
    id: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
) -> Response {
    let Ok(Path(id)) = id else {
        return problem::of_error(&ServiceError::NotFound, &exchange.request_id);
    };
    let as_of = match query::day(&exchange.query) {
        Ok(day) => day,
        Err(error) => return problem::invalid(&[error]),
    };
    let language = language::asked_for(&headers);
    let context = exchange.page_request(&state).context;
    match policies::document(&context, &id, as_of).await {
        Ok(view) => Json(document::Document::new(view, language)).into_response(),
        Err(error) => problem::of_error(&error, &exchange.request_id),
    }
}
