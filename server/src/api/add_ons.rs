//! `GET /api/v1/add-ons` and `GET /api/v1/add-ons/{id}`: what insurers offer beside public cover.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use serde_json::json;
use services::{ServiceError, products};

use super::{problem, query};
use crate::http::exchange::Exchange;
use crate::state::AppState;

/// Lists the products on offer today.
#[utoipa::path(
    get, path = "/api/v1/add-ons", tag = "add-ons",
    params(("region" = Option<String>, Query, description = "Six digits: only products for people insured there")),
    responses(
        (status = 200, description = "`{\"add_ons\": [product]}`", body = serde_json::Value),
        (status = 422, body = super::schema::ProblemResponse, content_type = "application/problem+json")
    )
)]
pub(super) async fn list(
    State(state): State<AppState>,
    Extension(exchange): Extension<Exchange>,
) -> Response {
    let region = match query::region(&exchange.query) {
        Ok(region) => region,
        Err(error) => return problem::invalid(&[error]),
    };
    let context = exchange.page_request(&state).context;
    match products::list(&context, region).await {
        Ok(products) => Json(json!({ "add_ons": products })).into_response(),
        Err(error) => problem::of_error(&error, &exchange.request_id),
    }
}

/// One product, on offer or not.
#[utoipa::path(
    get, path = "/api/v1/add-ons/{id}", tag = "add-ons",
    params(("id" = String, Path, description = "The product's id")),
    responses(
        (status = 200, body = serde_json::Value),
        (status = 404, body = super::schema::ProblemResponse, content_type = "application/problem+json")
    )
)]
pub(super) async fn one(
    State(state): State<AppState>,
    Extension(exchange): Extension<Exchange>,
    id: Result<Path<String>, axum::extract::rejection::PathRejection>,
) -> Response {
    let Ok(Path(id)) = id else {
        return problem::of_error(&ServiceError::NotFound, &exchange.request_id);
    };
    let context = exchange.page_request(&state).context;
    match products::one(&context, &id).await {
        Ok(product) => Json(product).into_response(),
        Err(error) => problem::of_error(&error, &exchange.request_id),
    }
}
