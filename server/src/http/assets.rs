//! Static files: named by their content, compressed by the build, kept by browsers for ever.

use std::collections::BTreeMap;
use std::path::Path;

use app::assets::Assets;
use app::pages::error::Failure;
use app::routes::Audience;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::{Extension, Router};
use domain::access::Action;
use tower_http::services::ServeDir;

use super::addresses::Address;
use super::exchange::Exchange;
use super::failure;
use crate::state::AppState;

/// Reads the manifest of the build. Without one, pages are plain HTML.
#[must_use]
pub fn manifest(site_root: &Path) -> Assets {
    let path = site_root.join("assets.json");
    let read = std::fs::read_to_string(&path)
        .map_err(|error| error.to_string())
        .and_then(|text| {
            serde_json::from_str::<BTreeMap<String, String>>(&text)
                .map_err(|error| error.to_string())
        });
    match read {
        Ok(addresses) => Assets::new(addresses),
        Err(problem) => {
            tracing::warn!(path = %path.display(), problem, "no static files: pages stay plain");
            Assets::default()
        }
    }
}

/// Where they lie: as an address, and in the folder of the site.
const FOLDER: &str = "/pkg";

/// Every one of them.
pub const FILES: Address = Address {
    method: "GET",
    path: "/pkg/{*file}",
    audience: Audience::Everybody,
    action: Action::ReadPublic,
};

/// The router of [`FILES`].
pub fn router(state: &AppState) -> Router<AppState> {
    let folder = ServeDir::new(state.config.site_root.join("pkg"))
        .append_index_html_on_directories(false)
        .precompressed_br()
        .precompressed_gzip();
    Router::new()
        .nest_service(FOLDER, folder)
        .layer(from_fn_with_state(state.clone(), keep_for_ever))
}

async fn keep_for_ever(
    State(state): State<AppState>,
    Extension(exchange): Extension<Exchange>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = next.run(request).await;
    let status = response.status();
    if status.is_client_error() || status.is_server_error() {
        return failure::respond(&state, &exchange, Failure::NotFound);
    }
    let headers = response.headers_mut();
    headers.insert(
        CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=31536000, immutable"),
    );
    say_the_charset(headers);
    response
}

fn say_the_charset(headers: &mut HeaderMap) {
    let with_charset = match headers.get(CONTENT_TYPE).map(HeaderValue::as_bytes) {
        Some(b"text/css") => "text/css; charset=utf-8",
        Some(b"text/javascript") => "text/javascript; charset=utf-8",
        _ => return,
    };
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(with_charset));
}
