//! `GET …/end-session`: sign-out at the provider, asked for by the site.

use std::sync::Arc;

use app::pages::error::Failure;
use axum::Extension;
use axum::extract::State;
use axum::http::header::LOCATION;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use super::DemoProvider;
use crate::http::exchange::Exchange;
use crate::http::failure;
use crate::state::AppState;

/// Goes back to the site. The provider keeps nobody signed in, so there is nothing to end; it
/// only answers to a token of its own and leads nowhere but to our home page.
pub(super) async fn end_session(
    State(state): State<AppState>,
    Extension(exchange): Extension<Exchange>,
    Extension(provider): Extension<Arc<DemoProvider>>,
) -> Response {
    let value = |name: &str| {
        let found = exchange.query.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    };
    let ours = value("id_token_hint").is_some_and(|token| provider.signer.has_signed(token));
    let back = value("post_logout_redirect_uri") == Some(provider.after_sign_out.as_str());
    let address = HeaderValue::from_str(&provider.after_sign_out);
    match address {
        Ok(address) if ours && back => {
            (StatusCode::SEE_OTHER, [(LOCATION, address)]).into_response()
        }
        _ => failure::respond(&state, &exchange, Failure::Invalid),
    }
}
