//! `POST /stay`: somebody who was asked whether they are still there says yes.

use axum::Extension;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use services::accounts::{SessionFacts, sessions};

use crate::http::exchange::Exchange;
use crate::state::AppState;

/// When the session ends now, for the script of the page.
#[derive(Serialize)]
struct Stays {
    /// Seconds since 1970.
    until: i64,
    /// Whether no use puts it off any more.
    r#final: bool,
}

/// Writes down that the session is in use and says until when it lasts; 401 when it has ended,
/// 503 when that could not be written down.
pub(super) async fn stay(
    State(state): State<AppState>,
    Extension(exchange): Extension<Exchange>,
    facts: Option<Extension<SessionFacts>>,
) -> Response {
    let Some(Extension(facts)) = facts else {
        return StatusCode::UNAUTHORIZED.into_response();
    };
    let now = exchange.now;
    if sessions::wants_touch(&facts, now) {
        let touched = sessions::touch(&state.platform.database, &facts, now).await;
        if let Err(error) = touched {
            tracing::warn!(request_id = exchange.request_id, %error, "a session was not put off");
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        }
    }
    let end = sessions::end_after_use(&facts, now);
    let stays = Stays {
        until: end.at,
        r#final: end.is_final,
    };
    Json(stays).into_response()
}
