//! `POST /api/v1/estimates`: bills settled by the engine, one or up to a thousand at once.

use std::sync::Arc;

use app::pages::error::Failure;
use axum::Extension;
use axum::body::Body;
use axum::extract::State;
use axum::http::header::{CONTENT_LANGUAGE, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::{Json, body::Bytes};
use chrono::NaiveDate;
use domain::estimate::{EstimateAnswer, EstimateError, estimate};
use domain::language::Language;
use domain::settlement::parameters::ParameterSet;
use serde::Serialize;
use serde_json::{Value, json};
use services::context::day_in_china;

use super::{language, problem};
use crate::http::body;
use crate::http::exchange::Exchange;
use crate::state::AppState;

/// Most bills in one call.
const MOST_BILLS: usize = 1000;

/// One element of an array's answer.
#[derive(Serialize)]
#[serde(untagged)]
enum Outcome {
    Settled(Box<EstimateAnswer>),
    Refused { error: Value },
}

/// Settles one bill, or each bill of an array.
#[utoipa::path(
    post, path = "/api/v1/estimates", tag = "estimates",
    request_body = inline(super::schema::EstimateRequests),
    responses(
        (status = 200, body = super::schema::EstimateResponse,
         description = "The settlement; for an array, one result or `{\"error\"}` a bill, in order"),
        (status = 422, body = super::schema::ProblemResponse, content_type = "application/problem+json",
         description = "Every field error at once, with JSON pointers"),
    )
)]
pub(super) async fn post(
    State(state): State<AppState>,
    Extension(exchange): Extension<Exchange>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    if !is_json(&headers) {
        return problem::document(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "Send application/json",
            json!({}),
        );
    }
    let language = language::asked_for(&headers);
    let today = day_in_china(exchange.now);
    let bytes = match body::read(body).await {
        Ok(bytes) => bytes,
        Err(failure) => return problem::of_failure(failure, &exchange.request_id),
    };
    // A large array keeps a core busy for a while: not one that answers others.
    let sets = state.platform.parameters.all();
    let work = tokio::task::spawn_blocking(move || answer(&bytes, &sets, today, language));
    work.await
        .unwrap_or_else(|_| problem::of_failure(Failure::Internal, &exchange.request_id))
}

fn is_json(headers: &HeaderMap) -> bool {
    headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

fn answer(
    bytes: &Bytes,
    sets: &[Arc<ParameterSet>],
    today: NaiveDate,
    language: Language,
) -> Response {
    let request: Value = match serde_json::from_slice(bytes) {
        Ok(request) => request,
        Err(error) => return unreadable(&error),
    };
    let mut response = match &request {
        Value::Array(bills) if bills.len() > MOST_BILLS => return too_many(),
        Value::Array(bills) => {
            let settle = |bill| match estimate(bill, sets, today, language) {
                Ok(answer) => Outcome::Settled(Box::new(answer)),
                Err(errors) => Outcome::Refused {
                    error: json!({ "errors": errors }),
                },
            };
            Json(bills.iter().map(settle).collect::<Vec<_>>()).into_response()
        }
        bill => match estimate(bill, sets, today, language) {
            Ok(answer) => Json(answer).into_response(),
            Err(errors) => return refused(&errors),
        },
    };
    response
        .headers_mut()
        .insert(CONTENT_LANGUAGE, tag(language));
    response
}

fn refused(errors: &[EstimateError]) -> Response {
    problem::document(
        StatusCode::UNPROCESSABLE_ENTITY,
        "The bill cannot be settled as it was sent in",
        json!({ "errors": errors }),
    )
}

fn too_many() -> Response {
    let detail = format!("At most {MOST_BILLS} bills in one call");
    let errors = json!([{ "pointer": "", "code": "too_many_bills", "detail": detail }]);
    problem::document(
        StatusCode::UNPROCESSABLE_ENTITY,
        "Too many bills",
        json!({ "errors": errors }),
    )
}

/// The parser's own words name a line and a column, and nothing of the content.
fn unreadable(error: &serde_json::Error) -> Response {
    let detail = format!(
        "No JSON at line {}, column {}",
        error.line(),
        error.column()
    );
    let errors = json!([{ "pointer": "", "code": "malformed", "detail": detail }]);
    problem::document(
        StatusCode::BAD_REQUEST,
        "The body is no JSON",
        json!({ "errors": errors }),
    )
}

fn tag(language: Language) -> HeaderValue {
    HeaderValue::from_static(language.pick("zh-Hans", "en"))
}
