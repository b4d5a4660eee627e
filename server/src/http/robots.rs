//! `/robots.txt`: which addresses search engines may visit.

use axum::Router;
use axum::routing::get;

use crate::state::AppState;

const RULES: &str = "\
User-agent: *
Disallow: /me
Disallow: /people
Disallow: /employer
Disallow: /desk
Disallow: /admin
Disallow: /sign-in
Disallow: /check/
Disallow: /api/
";

/// The address.
pub fn router() -> Router<AppState> {
    Router::new().route("/robots.txt", get(async || RULES))
}
