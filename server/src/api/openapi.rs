//! `GET /api/v1/openapi.json`: the API described for machines.

use std::sync::LazyLock;

use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use utoipa::OpenApi;

/// The description.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Yibaotong public API",
        description = "Public medical-insurance data and estimates. No sign-in, no cookies. \
                       Amounts are whole fen, ratios whole basis points.",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    paths(
        super::add_ons::list,
        super::add_ons::one,
        super::estimates::post,
        super::policies::search,
        super::policies::one,
        super::regions::list
    )
)]
struct Description;

static TEXT: LazyLock<String> =
    LazyLock::new(|| Description::openapi().to_json().unwrap_or_default());

/// Answers with the description.
pub(super) async fn get() -> impl IntoResponse {
    ([(CONTENT_TYPE, "application/json")], TEXT.as_str())
}
