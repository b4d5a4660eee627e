//! `application/problem+json` (RFC 9457): what went wrong, for machines.

use app::pages::error::Failure;
use app::respond;
use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use services::error::InLog;
use services::{FieldError, ServiceError};

/// The document for `failure`.
#[must_use]
pub fn of_failure(failure: Failure, request_id: &str) -> Response {
    let status =
        StatusCode::from_u16(failure.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let title = match failure {
        Failure::NotFound => "There is no such thing",
        Failure::WrongMethod | Failure::TakesNoForm => "This address does not take that method",
        Failure::TooLarge => "The body is larger than this address takes",
        Failure::TooMany(_) => "Too many requests; wait and try again",
        Failure::Unavailable | Failure::NotDone => {
            "Not available at the moment; wait and try again"
        }
        Failure::Internal => "Something broke on our side",
        _ => status.canonical_reason().unwrap_or("Refused"),
    };
    let mut response = document(status, title, json!({ "request_id": request_id }));
    if status == StatusCode::SERVICE_UNAVAILABLE {
        let seconds = HeaderValue::from(respond::AWAY_SECONDS);
        response.headers_mut().insert(RETRY_AFTER, seconds);
    }
    response
}

/// The document for what a use case refused.
#[must_use]
pub fn of_error(error: &ServiceError, request_id: &str) -> Response {
    match error {
        ServiceError::Invalid(errors) => invalid(errors),
        ServiceError::NotFound | ServiceError::Forbidden => {
            of_failure(Failure::NotFound, request_id)
        }
        ServiceError::Conflict(_) => of_failure(Failure::Conflict, request_id),
        ServiceError::Unavailable(_) => {
            tracing::error!(request_id, error = error.in_log(), "an API call failed");
            of_failure(Failure::Unavailable, request_id)
        }
        ServiceError::Internal(_) => {
            tracing::error!(request_id, error = error.in_log(), "an API call failed");
            of_failure(Failure::Internal, request_id)
        }
    }
}

/// 422 with every field error at once.
#[must_use]
pub fn invalid(errors: &[FieldError]) -> Response {
    let list: Vec<Value> = errors
        .iter()
        .map(
            |error| json!({ "pointer": error.pointer, "code": error.code, "detail": error.detail }),
        )
        .collect();
    document(
        StatusCode::UNPROCESSABLE_ENTITY,
        "What was sent in breaks rules",
        json!({ "errors": list }),
    )
}

/// A problem document with more members in `more`.
#[must_use]
pub fn document(status: StatusCode, title: &str, more: Value) -> Response {
    let mut members = json!({ "type": "about:blank", "title": title, "status": status.as_u16() });
    if let (Value::Object(members), Value::Object(more)) = (&mut members, more) {
        members.extend(more);
    }
    let kind = HeaderValue::from_static("application/problem+json");
    let mut response = (status, Body::from(members.to_string())).into_response();
    response.headers_mut().insert(CONTENT_TYPE, kind);
    response
}
