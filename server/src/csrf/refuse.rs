//! The layer.

use app::pages::error::Failure;
use axum::Extension;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;

use super::content::{self, FormKind};
use super::origin::{Source, source};
use super::token;
use crate::http::exchange::Exchange;
use crate::http::{body, failure};
use crate::session::FormBinding;
use crate::state::AppState;

/// Answers 403 to every request that may change something and was not sent by a page of this
/// site, before any handler sees it. Stands inside [`identify`](crate::session::identify),
/// around every route that reads a cookie.
pub async fn refuse_cross_site(
    State(state): State<AppState>,
    Extension(exchange): Extension<Exchange>,
    request: Request,
    next: Next,
) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        return next.run(request).await;
    }
    match check(&state, request).await {
        Ok(request) => next.run(request).await,
        Err(refused) => {
            tracing::warn!(
                request_id = exchange.request_id,
                ?refused,
                "a change from elsewhere was refused"
            );
            failure::respond(&state, &exchange, refused)
        }
    }
}

async fn check(state: &AppState, request: Request) -> Result<Request, Failure> {
    let kind = content::declared(request.headers()).ok_or(Failure::CrossSite)?;
    match source(request.headers(), &state.site.public_url) {
        Source::Ours => Ok(request),
        Source::Elsewhere => Err(Failure::CrossSite),
        // Files are sent by browsers that tell where from; reading a token out of one is not
        // worth its dangers.
        Source::Untold if kind == FormKind::Multipart => Err(Failure::CrossSite),
        Source::Untold => check_token(state, request).await,
    }
}

async fn check_token(state: &AppState, request: Request) -> Result<Request, Failure> {
    let binding = request.extensions().get::<FormBinding>().cloned();
    let FormBinding(binding) = binding.ok_or(Failure::CrossSite)?;
    let (parts, body) = request.into_parts();
    let bytes = body::read(body).await?;
    if token::is_carried(&state.platform.keys, &binding, &bytes) {
        Ok(Request::from_parts(parts, Body::from(bytes)))
    } else {
        Err(Failure::CrossSite)
    }
}
